using Virker.Rules;

namespace Virker.Tests.Rules;

public sealed class LawbookTests
{
    private static string File(string values) => $$"""
        { "rule": "a", "act": "Lov om noget", "paragraph": "1", "parameters": [ { "name": "a.b", "meaning": "Noget", "unit": "percent", "values": [ {{values}} ] } ] }
        """;

    private static string Value(string from, string? to, string source = "kilde") =>
        $$"""{ "from": "{{from}}", {{(to is null ? "" : $"\"to\": \"{to}\",")}} "value": 1, "source": "{{source}}", "status": "verified", "checked": "2026-11-21" }""";

    [Fact]
    public void Reads_every_file_that_is_compiled_in() => Lawbook.Current.All.Count().ShouldBeGreaterThan(4);

    [Fact]
    public void Refuses_values_that_overlap() =>
        Should.Throw<LawbookException>(() => Lawbook.Read("fil.json", File($"{Value("2020-01-01", "2021-01-01")}, {Value("2021-01-01", null)}"))).Message.ShouldContain("overlapper");

    [Fact]
    public void Refuses_a_gap_between_values() =>
        Should.Throw<LawbookException>(() => Lawbook.Read("fil.json", File($"{Value("2020-01-01", "2020-12-30")}, {Value("2021-01-01", null)}"))).Message.ShouldContain("hul");

    [Fact]
    public void Refuses_a_value_without_source() =>
        Should.Throw<LawbookException>(() => Lawbook.Read("fil.json", File(Value("2020-01-01", null, source: "")))).Message.ShouldContain("fil.json: a.b");

    [Fact]
    public void Refuses_an_unknown_unit() =>
        Should.Throw<LawbookException>(() => Lawbook.Read("fil.json", File(Value("2020-01-01", null)).Replace("percent", "bananer"))).Message.ShouldContain("bananer");

    [Theory]
    [InlineData(1, 80)]
    [InlineData(4, 80)]
    [InlineData(5, 40)]
    [InlineData(26, 40)]
    [InlineData(27, 30)]
    [InlineData(52, 30)]
    [InlineData(53, 20)]
    public void The_state_refunds_less_the_longer_it_lasts(int week, int percent) =>
        RefundPercentage.Of(week, new(2024, 3, 4)).Value.Answer.Percent.ShouldBe(percent);

    [Fact]
    public void Is_refused_before_the_ladder_was_law() =>
        RefundPercentage.Of(3, new(2015, 6, 1)).Refusal!.Code.ShouldBe("no-rule-at-date");

    [Fact]
    public void A_committee_of_seven_needs_four_and_says_that_this_is_unverified()
    {
        var finding = CommitteeQuorum.Of(7, new(2024, 3, 18)).Value;
        finding.Answer.Needed.ShouldBe(4);
        finding.Status.ShouldBe(LawStatus.Unverified);
    }

    [Fact]
    public void A_benefit_has_one_id_and_one_number() =>
        CodeList.Benefits.All.Select(b => b.Number!.Value).ShouldBe(Enumerable.Range(1, 15));
}
