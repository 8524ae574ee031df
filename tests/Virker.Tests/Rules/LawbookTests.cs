using Virker.Rules;

namespace Virker.Tests.Rules;

public sealed class LawbookTests
{
    [Fact]
    public void Reads_every_file_that_is_compiled_in_and_finds_no_mistake()
    {
        Lawbook.Current.All.Count().ShouldBeGreaterThan(300);
        Lawbook.Mistakes().ShouldBeEmpty();
    }

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
    public void A_condition_in_words_is_known_by_day_as_a_number_is()
    {
        var covered = Lawbook.Current["work_duty.week.who"];
        covered.On(new(2025, 6, 30)).Value.Text.ShouldContain("SHO");
        covered.On(new(2025, 7, 1)).Value.Text.ShouldContain("mindstesats");
        covered.On(new(2024, 12, 31)).Refusal!.Code.ShouldBe("no-rule-at-date");
    }

    [Fact]
    public void A_paragraph_has_an_address_where_one_is_known() =>
        Lawbook.Current["sanction.deduct_by.months"].Under.Address.ShouldBe("https://danskelove.dk/aktivloven/35");

    [Fact]
    public void A_subject_with_nothing_to_work_out_says_what_holds_on_the_day()
    {
        var asked = RuleBook
            .Current.Ask(
                new("integration.programme", new(2024, 3, 4), System.Text.Json.JsonDocument.Parse("{}").RootElement)
            )
            .Value;
        asked.Finding.Parameters.Select(p => p.Parameter.Name).ShouldContain("integration.programme.most-years");
        asked.Finding.Why.ShouldContain("danskuddannelse", Case.Insensitive);
    }

    [Fact]
    public void A_benefit_has_one_id_and_one_number() =>
        CodeList.Benefits.All.Select(b => b.Number!.Value).ShouldBe(Enumerable.Range(1, 15));

    [Fact]
    public void A_code_that_a_register_holds_and_no_list_knows_is_said_to_be_unknown()
    {
        var day = new DateOnly(2024, 4, 2);
        CodeList.Interventions.Label("noget-nyt", day).ShouldBe("Ukendt kode noget-nyt");
        CodeList.Benefits.Label(997, day).ShouldBe("Ukendt kode 997");
        CodeList.Benefits.Label(1, day).ShouldBe(CodeList.Benefits[1].Label(day));
    }
}
