using Virker.Rules;

namespace Virker.Tests.Rules;

/// <summary>
/// A wrong data file is refused, and the message names the file, the parameter and the entry. The same check stops the
/// build.
/// </summary>
public sealed class LawFileTests
{
    private const string Right = """
        {
          "rule": "a", "title": "Noget", "act": "Lov om aktiv socialpolitik", "paragraph": "1", "anchor": "Dagen",
          "parameters": [
            { "name": "a.b", "meaning": "Noget", "unit": "percent",
              "values": [
                {"from": "2020-01-01", "to": "2020-12-31", "value": 1, "source": "kilde", "status": "verified", "checked": "2026-11-21"},
                {"from": "2021-01-01", "value": 2, "source": "kilde", "status": "verified", "checked": "2026-11-21"} ] }
          ]
        }
        """;

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            { "\"to\": \"2020-12-31\"", "\"to\": \"2021-01-01\"", "værdierne fra 2020-01-01 og 2021-01-01 overlapper" },
            { "\"to\": \"2020-12-31\",", "", "overlapper" },
            { "\"to\": \"2020-12-31\"", "\"to\": \"2020-12-30\"", "hul mellem 2020-12-30 og 2021-01-01" },
            {
                "\"to\": \"2020-12-31\"",
                "\"to\": \"2019-12-31\"",
                "værdien fra 2020-01-01: en værdi slutter, før den begynder"
            },
            { "\"to\": \"2020-12-31\"", "\"to\": \"31-12-2020\"", "\"to\" skal være en dato" },
            { "\"to\": \"2020-12-31\"", "\"til\": \"2020-12-31\"", "feltet \"til\" kendes ikke" },
            {
                "\"value\": 2, \"source\": \"kilde\"",
                "\"value\": 2, \"source\": \"\"",
                "værdien fra 2021-01-01: \"source\" mangler"
            },
            { "\"value\": 2, ", "", "\"value\" skal være et tal" },
            { "\"value\": 2", "\"value\": \"to\"", "\"value\" skal være et tal" },
            { "\"value\": 2", "\"value\": 300", "300 kan ikke stå i enheden" },
            { "\"value\": 2", "\"value\": -2", "-2 kan ikke stå i enheden" },
            { "\"value\": 2", "\"value\": 2, \"text\": \"to\"", "\"text\" hører til enheden" },
            { "percent", "bananer", "enheden \"bananer\" kendes ikke" },
            { "percent", "text", "en tekst skal stå i \"text\"" },
            { "\"unit\": \"percent\"", "\"enhed\": \"percent\"", "kendes ikke" },
            {
                "\"verified\", \"checked\": \"2026-11-21\"} ]",
                "\"måske\", \"checked\": \"2026-11-21\"} ]",
                "værdien fra 2021-01-01: status \"måske\" kendes ikke"
            },
            { ", \"checked\": \"2026-11-21\"} ]", "} ]", "\"checked\" skal være en dato" },
            { "\"meaning\": \"Noget\", ", "", "\"meaning\" mangler" },
        };

    [Fact]
    public void A_right_file_is_read() =>
        Lawbook.Read("fil.json", Right).ShouldHaveSingleItem().Values.Select(v => v.Value).ShouldBe([1m, 2m]);

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_refused_and_its_place_named(string right, string wrong, string message)
    {
        var problem = Should.Throw<LawbookException>(() => Lawbook.Read("fil.json", Right.Replace(right, wrong)));
        problem.Message.ShouldStartWith("fil.json: a.b: ");
        problem.Message.ShouldContain(message);
        (problem.File, problem.Line).ShouldBe(("fil.json", 4));
    }

    [Theory]
    [InlineData("Lov om aktiv socialpolitik", "Lov om ingenting", "Lov om ingenting")]
    [InlineData("\"anchor\": \"Dagen\",", "", "\"anchor\" mangler")]
    [InlineData("\"rule\": \"a\", ", "", "\"rule\" mangler")]
    public void A_mistake_in_the_head_of_a_file_is_refused(string right, string wrong, string message) =>
        Should
            .Throw<LawbookException>(() => Lawbook.Read("fil.json", Right.Replace(right, wrong)))
            .Message.ShouldContain(message);

    [Fact]
    public void A_file_that_is_no_JSON_is_refused_with_its_line() =>
        Should
            .Throw<LawbookException>(() =>
                Lawbook.Read("fil.json", Right.Replace("\"values\": [", "\"values\" [", StringComparison.Ordinal))
            )
            .Line.ShouldBe(5);

    [Fact]
    public void A_declared_gap_is_read_and_refuses_to_answer()
    {
        var parameter = Lawbook.Read("fil.json", Right.Replace("\"value\": 1", "\"value\": null")).Single();
        parameter.On(new(2020, 6, 1)).Refusal!.Code.ShouldBe("no-rule-at-date");
        parameter.On(new(2021, 1, 1)).Value.Value.ShouldBe(2m);
    }

    [Fact]
    public void Two_files_cannot_hold_the_same_parameter() =>
        LawCheck
            .Mistakes([("en.json", Right), ("to.json", Right.Replace("\"rule\": \"a\"", "\"rule\": \"c\""))], [])
            .ShouldHaveSingleItem()
            .Message.ShouldBe("to.json: a.b: står også i en.json.");

    [Theory]
    [InlineData("\"to\": \"2019-12-31\"}", "\"to\": \"2019-12-30\"}", "følge efter hinanden")]
    [InlineData("\"source\": \"kilde\", ", "", "\"source\" mangler")]
    [InlineData("\"verified\"", "\"set\"", "status \"set\" kendes ikke")]
    public void A_mistake_in_a_code_list_is_refused(string right, string wrong, string message)
    {
        const string list = """
            {"list": "ting", "title": "Ting", "codes": [
              {"id": "x", "labels": [{"text": "Gammelt", "from": "2015-01-01", "to": "2019-12-31"}, {"text": "Nyt", "from": "2020-01-01"}], "source": "kilde", "status": "verified"} ]}
            """;
        LawCheck.Mistakes([], [("CodeLists/ting.json", list)]).ShouldBeEmpty();
        var mistake = LawCheck
            .Mistakes([], [("CodeLists/ting.json", list.Replace(right, wrong))])
            .ShouldHaveSingleItem();
        mistake.Message.ShouldStartWith("CodeLists/ting.json: x: ");
        mistake.Message.ShouldContain(message);
        mistake.Line.ShouldBe(2);
    }
}
