using Virker.Tests.Support;
using System.Text.Json;
using Virker.Rules;

namespace Virker.Tests.Rules;

/// <summary>
/// A finding carries what was asked and on what it rests, a sentence for each of the two who read it, and why not.
/// </summary>
public sealed class ExplanationTests
{
    private static Finding<object> Ask(string rule, string on, string facts) =>
        RuleBook
            .Current.Ask(
                new(
                    rule,
                    DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture),
                    JsonDocument.Parse(facts).RootElement
                )
            )
            .Value.Finding;

    private static IEnumerable<(IRule Rule, Finding<object> Finding)> All =>
        RuleBook.Current.All.SelectMany(r =>
            r.Examples.Select(e =>
                (r, RuleBook.Current.Ask(new(r.Id, e.On, JsonDocument.Parse(e.Facts).RootElement)).Value.Finding)
            )
        );

    [Fact]
    public void Each_finding_says_what_was_asked_and_has_a_sentence_for_the_citizen_and_one_for_the_case_worker() =>
        All.ShouldEachBe(f =>
            f.Finding.Asked!.Title == f.Rule.Title
            && f.Finding.Plainly.EndsWith('.')
            && f.Finding.Plainly.Length > 15
            && f.Finding.Why.Length > 15
        );

    [Fact]
    public void The_citizens_sentence_is_plain()
    {
        string[] words = ["refunder", "medfinansier", "§", "nr.", "målgruppe", "_", "parameter"];
        All.Where(f => words.Any(w => f.Finding.Plainly.Contains(w, StringComparison.OrdinalIgnoreCase)))
            .Select(f => f.Finding.Plainly)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Each_finding_that_rests_on_a_number_stands_under_a_place_in_the_law() =>
        All.Where(f => f.Finding.Parameters.Count > 0).ShouldEachBe(f => f.Finding.Under.Count > 0);

    [Fact]
    public void The_facts_that_were_used_are_told_by_name()
    {
        var asked = Ask("wage_subsidy.max_months", "2024-03-04", """{"target_group": 2, "sector": "public"}""").Asked!;
        asked.Facts.ShouldBe(
            new Dictionary<string, string> { ["target_group"] = "2", ["sector"] = "public" },
            ignoreOrder: true
        );
        asked.Rule.ShouldBe("wage_subsidy.max_months");
    }

    [Theory]
    [InlineData(
        "wage_subsidy.conditions",
        "2024-03-04",
        """{"target_group": 2, "months_unemployed": 4, "age": 35, "upper_secondary": true}""",
        "2024-05-04"
    )]
    [InlineData(
        "adult_apprentice.subsidy",
        "2023-06-01",
        """{"age_at_start": 24, "status": "unemployed", "education": "unskilled", "months_unemployed": 0, "month": 1, "practice_hours": 1}""",
        "2024-06-01"
    )]
    [InlineData(
        "adult_apprentice.subsidy",
        "2023-06-01",
        """{"age_at_start": 35, "status": "unemployed", "education": "skilled", "months_unemployed": 4, "month": 1, "practice_hours": 1}""",
        "2023-08-01"
    )]
    [InlineData(
        "adult_apprentice.conditions",
        "2024-03-04",
        """{"status": "unemployed", "wage_at_least_unskilled": true, "months_since_employed_there": 4}""",
        "2024-05-04"
    )]
    [InlineData(
        "refund.restart",
        "2022-08-29",
        """{"periods": [{"kind": "benefit", "from": "2021-01-04", "to": "2022-02-27"}]}""",
        "2023-02-27"
    )]
    [InlineData(
        "repatriation.talk",
        "2024-03-04",
        """{"years_in_denmark": 4.5, "months_on_assistance": 20}""",
        "2024-09-04"
    )]
    [InlineData(
        "result_grant.job",
        "2018-03-01",
        """{"began_month": 20, "hours_per_week": 26, "months": 4}""",
        "2018-05-01"
    )]
    [InlineData("social_free_card", "2024-12-31", """{"income": 41000}""", "2025-01-01")]
    [InlineData("sickness.reassessment", "2024-03-04", """{"periods": [{"from": "2024-01-08"}]}""", "2024-06-30")]
    [InlineData("igu.terms", "2024-02-01", """{"months": 3, "completed": false, "practice_hours": 27}""", "2024-08-01")]
    [InlineData(
        "assistance.rate",
        "2025-09-01",
        """{"age": 35, "residence_years": 8.5, "full_time_years": 3, "work_demanded": true}""",
        "2026-03-01"
    )]
    public void Why_not_tells_the_day_from_which_time_alone_meets_the_condition(
        string rule,
        string on,
        string facts,
        string from
    )
    {
        var unmet = Ask(rule, on, facts).Unmet.ShouldHaveSingleItem();
        unmet.MetFrom.ShouldBe(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture));
        unmet.WouldMeet.ShouldNotBeEmpty();
    }

    [Fact]
    public void Why_not_names_each_condition_that_failed() =>
        Ask(
            "sanction.missed_meeting",
            "2023-05-02",
            """{"contact_restored": "2023-05-03", "monthly_help": 15874, "guided": false, "heard": false, "activity_ready": true}"""
        )
            .Unmet.Count.ShouldBe(4);

    [Fact]
    public void What_is_only_agreed_says_so() =>
        Ask("assistance.deduction", "2025-09-01", """{"rate": "grundsats", "wage": 7000, "help": 7205}""")
            .Status.ShouldBe(LawStatus.Agreement);
}
