using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Rules;

namespace Virker.Tests.Rules;

/// <summary>Worked examples of the law: the answer by name, or the code of the refusal.</summary>
public sealed class WorkedExamplesTests
{
    public static TheoryData<string, string, string, string> Examples => new()
    {
        { "refund.cofinancing", "2024-03-04", """{"week": 26}""", """{"percent": 60}""" },
        { "refund.cofinancing", "2024-03-04", """{"week": 27}""", """{"percent": 70}""" },
        { "placement.capacity", "2024-03-04", Unit(0), """{"max": 1, "used": 0, "free": 1}""" },
        { "placement.capacity", "2024-03-04", Unit(9), """{"max": 1, "used": 0, "free": 1}""" },
        { "placement.capacity", "2024-03-04", Unit(10), """{"max": 2, "used": 0, "free": 2}""" },
        { "placement.capacity", "2024-03-04", Unit(49), """{"max": 9, "used": 0, "free": 9}""" },
        { "placement.capacity", "2024-03-04", Unit(59), """{"max": 10, "used": 0, "free": 10}""" },
        { "placement.capacity", "2024-03-04", Unit(60), """{"max": 11, "used": 0, "free": 11}""" },
        { "placement.capacity", "2024-03-04", Unit(100), """{"max": 15, "used": 0, "free": 15}""" },
        { "placement.capacity", "2019-12-31", Unit(10), "no-rule-at-date" },
        { "internship.max_weeks", "2024-03-04", """{"target_group": 4}""", """{"weeks": 4, "extendable_to": null}""" },
        { "internship.max_weeks", "2024-03-04", """{"target_group": 3}""", """{"weeks": 13, "extendable_to": 26}""" },
        { "internship.max_weeks", "2024-03-04", """{"target_group": 14}""", "bad-fact" },
        { "wage_subsidy.max_months", "2024-03-04", """{"target_group": 2, "sector": "public"}""", """{"months": 4}""" },
        { "wage_subsidy.max_months", "2024-03-04", """{"target_group": 3, "sector": "public"}""", "no-rule-at-date" },
        { "community_job.max_weeks", "2024-12-31", "{}", """{"weeks": 13}""" },
        { "community_job.max_weeks", "2025-01-01", "{}", """{"weeks": null}""" },
        { "adult_apprentice.subsidy", "2022-06-01", Skilled(4), """{"eligible": true, "hourly_rate": 45, "amount": 5400, "refund_percent": 100}""" },
        { "adult_apprentice.subsidy", "2022-06-01", Skilled(3), """{"eligible": false, "amount": 0}""" },
        { "adult_apprentice.subsidy", "2023-06-01", Skilled(4), """{"eligible": false, "amount": 0}""" },
        { "adult_apprentice.subsidy", "2023-06-01", Skilled(6), """{"eligible": true, "hourly_rate": 45, "amount": 5400, "refund_percent": 100}""" },
        { "contact_course.conversations", "2026-06-30", """{"benefit": "dagpenge"}""", """{"municipality": 3, "unemployment_fund": 3, "share_percent": 100}""" },
        { "contact_course.conversations", "2019-12-31", """{"benefit": "dagpenge"}""", "no-rule-at-date" },
        { "contact_course.first_by", "2024-03-04", """{"target_group": 1}""", """{"by": "2024-03-18"}""" },
        { "contact_course.first_by", "2023-12-31", """{"target_group": 1}""", "no-rule-at-date" },
        { "sickness.follow_up", "2026-02-01", """{"category": 2}""", "no-rule-at-date" },
        { "flex_job.subsidy", "2024-05-01", """{"wage": 0}""", """{"subsidy": 19952}""" },
        { "flex_job.subsidy", "2024-05-01", """{"wage": 10000}""", """{"subsidy": 16952}""" },
        { "flex_job.subsidy", "2024-05-01", """{"wage": 16323}""", """{"subsidy": 15055.1}""" },
        { "flex_job.subsidy", "2023-05-01", """{"wage": 10000}""", "no-rule-at-date" },
        { "assistance.hour_disregard", "2022-05-01", """{"wage": 9000, "hours": 170}""", """{"disregarded": 4585.6, "deducted": 4414.4}""" },
        { "assistance.hour_disregard", "2025-07-01", """{"wage": 6000, "hours": 40}""", "no-rule-at-date" },
        { "assistance.free_amount", "2025-09-01", """{"rate": "grundsats", "wage": 4000}""", """{"reduction": 0}""" },
        { "assistance.free_amount", "2025-09-01", """{"rate": "grundsats", "wage": 7000}""", """{"reduction": 1300}""" },
        { "assistance.free_amount", "2025-09-01", """{"rate": "hjemmeboendesats", "wage": 1000}""", """{"reduction": 650}""" },
        { "assistance.free_amount", "2025-06-30", """{"rate": "grundsats", "wage": 4000}""", "no-rule-at-date" },
        { "leisure_supplement", "2025-09-01", """{"children": 4, "couple": true}""", """{"amount": 1350}""" },
        { "leisure_supplement", "2026-09-01", """{"children": 2, "couple": false}""", """{"amount": 250}""" },
        { "leisure_supplement", "2027-01-01", """{"children": 2, "couple": false}""", "no-rule-at-date" },
        { "sanction.amount", "2021-06-01", """{"monthly_help": 5632, "days": 2}""", """{"rate": 200, "amount": 400}""" },
        { "sanction.amount", "2021-06-01", """{"monthly_help": 5633, "days": 1}""", """{"rate": 400, "amount": 400}""" },
        { "sanction.amount", "2021-06-01", """{"monthly_help": 13520, "days": 1}""", """{"rate": 700, "amount": 700}""" },
        { "sanction.amount", "2022-06-01", """{"monthly_help": 5633, "days": 1}""", "no-rule-at-date" },
        { "sanction.deduct_by", "2023-11-30", "{}", """{"by": "2024-02-29"}""" },
        { "complaint.by", "2024-03-04", "{}", """{"by": "2024-04-01"}""" },
        { "igu.school_weeks", "2021-04-30", "{}", """{"weeks": 20}""" },
        { "igu.eligible", "2023-06-01", """{"years_in_denmark": 12, "age": 30}""", """{"eligible": false}""" },
        { "igu.eligible", "2024-02-01", """{"years_in_denmark": 12, "age": 30}""", """{"eligible": true}""" },
        { "result_grant.job", "2018-03-01", """{"began_month": 40, "hours_per_week": 26, "months": 6}""", """{"amount": 51000}""" },
        { "result_grant.job", "2018-03-01", """{"began_month": 20, "hours_per_week": 18, "months": 6}""", """{"amount": 0}""" },
        { "social_free_card", "2024-12-31", """{"income": 30000}""", """{"limit": 40000, "within": true, "above": 0}""" },
        { "social_free_card", "2026-01-01", """{"income": 30000}""", "no-rule-at-date" },
        { "work_duty", "2025-02-01", """{"rate": "SHO"}""", """{"covered": true, "hours": 37}""" },
        { "work_duty", "2025-07-01", """{"rate": "SHO"}""", "no-rule-at-date" },
        { "work_duty", "2025-07-01", """{"rate": "grundsats"}""", """{"covered": false, "hours": 0}""" },
        { "repatriation.talk", "2024-03-04", """{"years_in_denmark": 5, "months_on_assistance": 18}""", """{"due": true}""" },
        { "repatriation.talk", "2024-03-04", """{"years_in_denmark": 5, "months_on_assistance": 17}""", """{"due": false}""" },
        { "cvr.check", "2024-01-01", """{"cvr": "13748137"}""", """{"valid": false}""" },
        { "cpr.check", "2024-01-01", """{"cpr": "320165-1234"}""", """{"valid": false}""" },
        { "refund.percentage", "2024-01-01", "{}", "missing-fact" },
        { "refund.percentage", "2024-01-01", """{"week": "fem"}""", "bad-fact" },
        { "refund.percentage", "2024-01-01", """{"week": 0}""", "bad-fact" },
        { "no.such.rule", "2024-01-01", "{}", "unknown-rule" },
    };

    private static string Unit(int employees) => $$"""{"employees": {{employees}}, "internships": 0, "wage_subsidies": 0, "community_jobs": 0}""";

    private static string Skilled(int months) =>
        $$"""{"age_at_start": 35, "status": "unemployed", "education": "skilled", "months_unemployed": {{months}}, "month": 1, "practice_hours": 120}""";

    [Theory]
    [MemberData(nameof(Examples))]
    public void Answers_as_the_worked_example_says(string rule, string on, string facts, string expected)
    {
        var outcome = RuleBook.Current.Ask(new(rule, Day(on), JsonDocument.Parse(facts).RootElement));
        if (!expected.StartsWith('{')) outcome.Refusal!.Code.ShouldBe(expected);
        else JsonNode.DeepEquals(outcome.Value.Answer, JsonNode.Parse(expected)).ShouldBeTrue($"{outcome.Value.Answer.ToJsonString()} is not {expected}");
    }

    [Fact]
    public void Every_rule_answers_its_own_examples_and_says_why() =>
        RuleBook.Current.All.SelectMany(r => r.Examples.Select(e => (r.Id, e))).ShouldAllBe(pair =>
            RuleBook.Current.Ask(new(pair.Id, pair.e.On, JsonDocument.Parse(pair.e.Facts).RootElement)).Match(reply => reply.Finding.Why.Length > 10, _ => false));

    [Fact]
    public void Answers_every_shared_vector_exactly()
    {
        if (SharedVectors() is not { } path) return;
        foreach (var vector in JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.EnumerateArray())
        {
            var outcome = RuleBook.Current.Ask(new(vector.GetProperty("rule").GetString()!, Day(vector.GetProperty("on").GetString()!), vector.GetProperty("facts")));
            var id = vector.GetProperty("id").GetString();
            if (vector.TryGetProperty("expect_refused", out var code)) outcome.Refusal!.Code.ShouldBe(code.GetString(), id);
            else JsonNode.DeepEquals(outcome.Value.Answer, JsonNode.Parse(vector.GetProperty("expect").GetRawText())).ShouldBeTrue(id);
        }
    }

    private static string? SharedVectors()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Virker.slnx"))) folder = folder.Parent;
        var path = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "contracts", "law-vectors.json");
        return File.Exists(path) ? path : null;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
