using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Rules;

/// <summary>Worked examples of the law: the answer by name, or the code of the refusal.</summary>
public sealed class WorkedExamplesTests
{
    public static TheoryData<string, string, string, string> Examples =>
        new()
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
            {
                "internship.max_weeks",
                "2024-03-04",
                """{"target_group": 4}""",
                """{"weeks": 4, "extendable_to": null}"""
            },
            {
                "internship.max_weeks",
                "2024-03-04",
                """{"target_group": 3}""",
                """{"weeks": 13, "extendable_to": 26}"""
            },
            { "internship.max_weeks", "2024-03-04", """{"target_group": 14}""", "bad-fact" },
            {
                "wage_subsidy.max_months",
                "2024-03-04",
                """{"target_group": 2, "sector": "public"}""",
                """{"months": 4}"""
            },
            {
                "wage_subsidy.max_months",
                "2024-03-04",
                """{"target_group": 3, "sector": "public"}""",
                "no-rule-at-date"
            },
            { "community_job.max_weeks", "2024-12-31", "{}", """{"weeks": 13}""" },
            { "community_job.max_weeks", "2025-01-01", "{}", """{"weeks": null}""" },
            {
                "adult_apprentice.subsidy",
                "2022-06-01",
                Skilled(4),
                """{"eligible": true, "hourly_rate": 45, "amount": 5400, "refund_percent": 100}"""
            },
            { "adult_apprentice.subsidy", "2022-06-01", Skilled(3), """{"eligible": false, "amount": 0}""" },
            { "adult_apprentice.subsidy", "2023-06-01", Skilled(4), """{"eligible": false, "amount": 0}""" },
            {
                "adult_apprentice.subsidy",
                "2023-06-01",
                Skilled(6),
                """{"eligible": true, "hourly_rate": 45, "amount": 5400, "refund_percent": 100}"""
            },
            {
                "contact_course.conversations",
                "2026-06-30",
                """{"benefit": "dagpenge"}""",
                """{"municipality": 3, "unemployment_fund": 3, "share_percent": 100}"""
            },
            { "contact_course.conversations", "2019-12-31", """{"benefit": "dagpenge"}""", "no-rule-at-date" },
            { "contact_course.first_by", "2024-03-04", """{"target_group": 1}""", """{"by": "2024-03-18"}""" },
            {
                "contact_course.followed",
                "2024-03-04",
                """{"benefit": 11}""",
                """{"followed": true, "target_group": 10}"""
            },
            {
                "contact_course.followed",
                "2024-03-04",
                """{"benefit": 10}""",
                """{"followed": false, "target_group": null}"""
            },
            { "contact_course.followed", "2019-12-31", """{"benefit": 1}""", "no-rule-at-date" },
            { "contact_course.followed", "2024-03-04", """{"benefit": 16}""", "bad-fact" },
            {
                "target_group.advice",
                "2024-03-04",
                """{"benefit": 4, "age": 29, "ready": false}""",
                """{"target_group": 5}"""
            },
            { "target_group.advice", "2024-03-04", """{"benefit": 4, "age": 30}""", """{"target_group": 2}""" },
            { "target_group.advice", "2024-03-04", """{"benefit": 10, "age": 40}""", """{"target_group": 9}""" },
            { "target_group.advice", "2024-03-04", """{"benefit": 13, "age": 68}""", """{"target_group": null}""" },
            { "target_group.advice", "2019-12-31", """{"benefit": 2, "age": 40}""", "no-rule-at-date" },
            { "contact_course.first_by", "2023-12-31", """{"target_group": 1}""", "no-rule-at-date" },
            { "sickness.follow_up", "2026-02-01", """{"category": 2}""", "no-rule-at-date" },
            { "flex_job.subsidy", "2024-05-01", """{"wage": 0}""", """{"subsidy": 19952}""" },
            { "flex_job.subsidy", "2024-05-01", """{"wage": 10000}""", """{"subsidy": 16952}""" },
            { "flex_job.subsidy", "2024-05-01", """{"wage": 16323}""", """{"subsidy": 15055.1}""" },
            { "flex_job.subsidy", "2023-05-01", """{"wage": 10000}""", "no-rule-at-date" },
            {
                "assistance.hour_disregard",
                "2022-05-01",
                """{"wage": 9000, "hours": 170}""",
                """{"disregarded": 4585.6, "deducted": 4414.4}"""
            },
            { "assistance.hour_disregard", "2025-07-01", """{"wage": 6000, "hours": 40}""", "no-rule-at-date" },
            {
                "assistance.free_amount",
                "2025-09-01",
                """{"rate": "grundsats", "wage": 4000}""",
                """{"reduction": 0}"""
            },
            {
                "assistance.free_amount",
                "2025-09-01",
                """{"rate": "grundsats", "wage": 7000}""",
                """{"reduction": 1300}"""
            },
            {
                "assistance.free_amount",
                "2025-09-01",
                """{"rate": "hjemmeboendesats", "wage": 1000}""",
                """{"reduction": 650}"""
            },
            { "assistance.free_amount", "2025-06-30", """{"rate": "grundsats", "wage": 4000}""", "no-rule-at-date" },
            { "leisure_supplement", "2025-09-01", """{"children": 4, "couple": true}""", """{"amount": 1350}""" },
            { "leisure_supplement", "2026-09-01", """{"children": 2, "couple": false}""", """{"amount": 250}""" },
            { "leisure_supplement", "2027-01-01", """{"children": 2, "couple": false}""", "no-rule-at-date" },
            {
                "sanction.amount",
                "2021-06-01",
                """{"monthly_help": 5632, "days": 2}""",
                """{"rate": 200, "amount": 400}"""
            },
            {
                "sanction.amount",
                "2021-06-01",
                """{"monthly_help": 5633, "days": 1}""",
                """{"rate": 400, "amount": 400}"""
            },
            {
                "sanction.amount",
                "2021-06-01",
                """{"monthly_help": 13520, "days": 1}""",
                """{"rate": 700, "amount": 700}"""
            },
            { "sanction.amount", "2022-06-01", """{"monthly_help": 5633, "days": 1}""", "no-rule-at-date" },
            { "sanction.deduct_by", "2023-11-30", "{}", """{"by": "2024-02-29"}""" },
            { "complaint.by", "2024-03-04", "{}", """{"by": "2024-04-01"}""" },
            { "igu.school_weeks", "2021-04-30", "{}", """{"weeks": 20}""" },
            { "igu.eligible", "2023-06-01", """{"years_in_denmark": 12, "age": 30}""", """{"eligible": false}""" },
            { "igu.eligible", "2024-02-01", """{"years_in_denmark": 12, "age": 30}""", """{"eligible": true}""" },
            {
                "result_grant.job",
                "2018-03-01",
                """{"began_month": 40, "hours_per_week": 26, "months": 6}""",
                """{"amount": 51000}"""
            },
            {
                "result_grant.job",
                "2018-03-01",
                """{"began_month": 20, "hours_per_week": 18, "months": 6}""",
                """{"amount": 0}"""
            },
            {
                "social_free_card",
                "2024-12-31",
                """{"income": 30000}""",
                """{"limit": 40000, "within": true, "above": 0}"""
            },
            { "social_free_card", "2026-01-01", """{"income": 30000}""", "no-rule-at-date" },
            { "work_duty", "2025-02-01", """{"rate": "SHO"}""", """{"covered": true, "hours": 37}""" },
            { "work_duty", "2025-07-01", """{"rate": "SHO"}""", "no-rule-at-date" },
            { "work_duty", "2025-07-01", """{"rate": "grundsats"}""", """{"covered": false, "hours": 0}""" },
            {
                "integration.health_offer",
                "2026-03-02",
                """{"newcomer": "quota-refugee"}""",
                """{"must": true, "by": "2026-06-02"}"""
            },
            {
                "integration.health_offer",
                "2026-11-30",
                """{"newcomer": "refugee"}""",
                """{"must": false, "by": "2027-02-28"}"""
            },
            {
                "repatriation.talk",
                "2024-03-04",
                """{"years_in_denmark": 5, "months_on_assistance": 18}""",
                """{"due": true}"""
            },
            {
                "repatriation.talk",
                "2024-03-04",
                """{"years_in_denmark": 5, "months_on_assistance": 17}""",
                """{"due": false}"""
            },
            { "cvr.check", "2024-01-01", """{"cvr": "13748137"}""", """{"valid": false}""" },
            { "cpr.check", "2024-01-01", """{"cpr": "320165-1234"}""", """{"valid": false}""" },
            { "placement.capacity", "2024-03-04", Unit(4), """{"max": 1, "used": 0, "free": 1}""" },
            { "placement.capacity", "2024-03-04", Unit(5), """{"max": 1, "used": 0, "free": 1}""" },
            { "placement.capacity", "2024-03-04", Unit(14), """{"max": 2, "used": 0, "free": 2}""" },
            { "placement.capacity", "2024-03-04", Unit(15), """{"max": 3, "used": 0, "free": 3}""" },
            { "placement.capacity", "2024-03-04", Unit(24), """{"max": 4, "used": 0, "free": 4}""" },
            { "placement.capacity", "2024-03-04", Unit(50), """{"max": 10, "used": 0, "free": 10}""" },
            { "refund.percentage", "2024-03-04", """{"week": 3}""", """{"percent": 80}""" },
            { "refund.percentage", "2024-03-04", """{"week": 200}""", """{"percent": 20}""" },
            { "refund.cofinancing", "2024-03-04", """{"week": 52}""", """{"percent": 70}""" },
            {
                "refund.week",
                "2023-02-20",
                Free("2023-02-19", "2023-02-20", "2023-06-25"),
                """{"week": 61, "percent": 20}"""
            },
            {
                "refund.week",
                "2023-02-27",
                Free("2023-02-26", "2023-02-27", "2023-06-25"),
                """{"week": 1, "percent": 80}"""
            },
            { "refund.week", "2023-07-24", Shift, """{"week": 30, "percent": 30}""" },
            { "refund.week", "2023-06-26", Shift, """{"week": 26, "percent": 40}""" },
            {
                "refund.week",
                "2023-02-27",
                Free("2023-02-26", "2023-02-27", "2023-06-25").Replace("self-support", "wage-subsidy"),
                """{"week": 61, "percent": 20}"""
            },
            {
                "sanction.amount",
                "2021-06-01",
                """{"monthly_help": 9936, "days": 1}""",
                """{"rate": 600, "amount": 600}"""
            },
            { "igu.school_weeks", "2021-05-01", "{}", """{"weeks": 23}""" },
            {
                "social_free_card",
                "2022-12-31",
                """{"income": 30000}""",
                """{"limit": 20000, "within": false, "above": 10000}"""
            },
            { "leisure_supplement", "2025-09-01", """{"children": 2, "couple": false}""", """{"amount": 225}""" },
            {
                "contact_course.conversations",
                "2026-08-01",
                """{"benefit": "other"}""",
                """{"municipality": 4, "unemployment_fund": 0, "share_percent": 75, "first_for_all": true}"""
            },
            {
                "danish_education",
                "2024-03-04",
                """{"module": 4}""",
                """{"months": 8, "total_months": 42, "used_by": "2029-03-03"}"""
            },
            { "cvr.check", "2024-01-01", """{"cvr": "13748136"}""", """{"valid": true}""" },
            { "contact_course.schedule", "2026-07-01", """{"target_group": 3}""", "no-rule-at-date" },
            { "contact_course.schedule", "2024-03-04", """{"target_group": 6}""", "no-rule-at-date" },
            {
                "contact_course.schedule",
                "2026-07-01",
                """{"target_group": 1, "from_start": true}""",
                "no-rule-at-date"
            },
            {
                "contact_course.portfolio",
                "2026-06-30",
                """{"citizens": 10, "all_held": 10, "first_held": 10}""",
                "no-rule-at-date"
            },
            {
                "contact_course.portfolio",
                "2026-07-01",
                """{"citizens": 10, "all_held": 11, "first_held": 10}""",
                "bad-fact"
            },
            {
                "internship.length",
                "2024-03-04",
                """{"target_group": 3, "weeks": 13, "paused_weeks": 2}""",
                "no-rule-at-date"
            },
            {
                "internship.length",
                "2024-03-04",
                """{"target_group": 3, "weeks": 14, "already_weeks": 13}""",
                """{"allowed": false, "most_weeks": 13, "last_day": "2024-06-02"}"""
            },
            { "wage_subsidy.rate", "2024-03-01", """{"sector": "private", "hourly_wage": 150}""", "no-rule-at-date" },
            {
                "wage_subsidy.rate",
                "2023-12-31",
                """{"sector": "private", "hourly_wage": 200}""",
                """{"subsidy": 86.16}"""
            },
            {
                "wage_subsidy.extra_employment",
                "2024-03-04",
                """{"average": 20, "employees": 19}""",
                """{"met": false, "net": 0}"""
            },
            {
                "work_duty.week",
                "2025-09-01",
                """{"rate": "mindstesats", "activities": [{"kind": "education", "hours": 5}]}""",
                "no-rule-at-date"
            },
            { "sickness.schedule", "2026-02-01", """{"category": 2}""", "no-rule-at-date" },
            { "sickness.schedule", "2026-06-30", """{}""", "no-rule-at-date" },
            { "assistance.amount", "2026-01-01", """{"rate": "grundsats", "age": 35}""", "no-rule-at-date" },
            { "assistance.amount", "2025-09-01", """{"rate": "hjemmeboendesats", "age": 22}""", "no-rule-at-date" },
            {
                "assistance.rate",
                "2025-06-30",
                """{"age": 35, "residence_years": 10, "full_time_years": 0, "work_demanded": false}""",
                "no-rule-at-date"
            },
            {
                "assistance.rate",
                "2025-09-01",
                """{"age": 22, "residence_years": 3, "full_time_years": 0, "work_demanded": true, "at_parents": true}""",
                "no-rule-at-date"
            },
            { "assistance.old_rate", "2024-06-01", """{"kind": "provider"}""", """{"amount": 16382}""" },
            { "assistance.old_rate", "2025-06-30", """{"kind": "provider"}""", "no-rule-at-date" },
            { "assistance.old_rate", "2025-07-01", """{"kind": "provider"}""", "no-rule-at-date" },
            {
                "assistance.ceiling",
                "2023-12-31",
                """{"family": "single-children", "together": 17000}""",
                """{"limit": 16941, "above": 59}"""
            },
            { "assistance.ceiling", "2025-07-01", """{"family": "single", "together": 17000}""", "no-rule-at-date" },
            {
                "assistance.deduction",
                "2025-09-01",
                """{"rate": "grundsats", "wage": 14000, "help": 11627}""",
                """{"reduction": 7698.8, "left": 3928.2, "at_ceiling": true}"""
            },
            {
                "sanction.missed_meeting",
                "2021-06-01",
                """{"contact_restored": "2021-05-31", "monthly_help": 11698, "guided": true, "heard": true}""",
                "bad-fact"
            },
            {
                "sanction.sharpened",
                "2024-03-13",
                """{"earlier_sanction": true, "warned": true, "spouse_warned": true, "activity_ready": true}""",
                "no-rule-at-date"
            },
            {
                "social_free_card.conditions",
                "2026-03-01",
                """{"social_problems": true, "student_support": false, "work_income": 0, "residence_met": true, "employer": "company"}""",
                "no-rule-at-date"
            },
            { "retention.until", "2024-03-04", """{"subject": "99.99.99", "archived": true}""", "bad-fact" },
            {
                "integration.base_grant",
                "2018-12-31",
                """{"programme_month": 1, "refugee_family": true}""",
                """{"amount": 3960}"""
            },
            {
                "integration.base_grant",
                "2019-01-01",
                """{"programme_month": 1, "refugee_family": true}""",
                """{"amount": 2640}"""
            },
            {
                "education_lift",
                "2026-01-01",
                """{"age": 40, "education": "unskilled", "positive_list": true}""",
                "no-rule-at-date"
            },
            { "refund.percentage", "2024-01-01", "{}", "missing-fact" },
            { "refund.percentage", "2024-01-01", """{"week": "fem"}""", "bad-fact" },
            { "refund.percentage", "2024-01-01", """{"week": 0}""", "bad-fact" },
            { "no.such.rule", "2024-01-01", "{}", "unknown-rule" },
        };

    private static string Unit(int employees) =>
        $$"""{"employees": {{employees}}, "internships": 0, "wage_subsidies": 0, "community_jobs": 0}""";

    private const string Shift =
        """{"periods": [{"kind": "benefit", "benefit": "kontanthjælp", "from": "2023-01-02", "to": "2023-05-21"}, {"kind": "benefit", "benefit": "sygedagpenge", "from": "2023-05-22", "to": "2023-07-30"}]}""";

    /// <summary>Sixty weeks of benefit, then self-support, then benefit again.</summary>
    private static string Free(string until, string from, string to) =>
        $$"""{"periods": [{"kind": "benefit", "from": "2021-01-04", "to": "2022-02-27"}, {"kind": "self-support", "from": "2022-02-28", "to": "{{until}}"}, {"kind": "benefit", "from": "{{from}}", "to": "{{to}}"}]}""";

    private static string Skilled(int months) =>
        $$"""{"age_at_start": 35, "status": "unemployed", "education": "skilled", "months_unemployed": {{months}}, "month": 1, "practice_hours": 120}""";

    [Theory]
    [MemberData(nameof(Examples))]
    public void Answers_as_the_worked_example_says(string rule, string on, string facts, string expected)
    {
        var outcome = RuleBook.Current.Ask(new(rule, Day(on), JsonDocument.Parse(facts).RootElement));
        if (!expected.StartsWith('{'))
            outcome.Refusal!.Code.ShouldBe(expected);
        else
            JsonNode
                .DeepEquals(outcome.Value.Answer, JsonNode.Parse(expected))
                .ShouldBeTrue($"{outcome.Value.Answer.ToJsonString()} is not {expected}");
    }

    [Fact]
    public void Every_rule_answers_its_own_examples_and_says_why() =>
        RuleBook
            .Current.All.SelectMany(r => r.Examples.Select(e => (r.Id, e)))
            .ShouldEachBe(pair =>
                RuleBook
                    .Current.Ask(new(pair.Id, pair.e.On, JsonDocument.Parse(pair.e.Facts).RootElement))
                    .Match(reply => reply.Finding.Why.Length > 10, _ => false)
            );

    [Fact]
    public void Answers_every_shared_vector_exactly()
    {
        if (Beside.File("contracts", "law-vectors.json") is not { } path) return;
        foreach (var vector in JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.EnumerateArray())
        {
            var outcome = RuleBook.Current.Ask(
                new(
                    vector.GetProperty("rule").GetString()!,
                    Day(vector.GetProperty("on").GetString()!),
                    vector.GetProperty("facts")
                )
            );
            var id = vector.GetProperty("id").GetString();
            if (vector.TryGetProperty("expect_refused", out var code)) outcome.Refusal!.Code.ShouldBe(code.GetString(), id);
            else JsonNode.DeepEquals(outcome.Value.Answer, JsonNode.Parse(vector.GetProperty("expect").GetRawText())).ShouldBeTrue(id);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
