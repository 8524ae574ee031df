using Virker.Tests.Support;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Rules;

namespace Virker.Tests.Rules;

/// <summary>
/// Both sides of every day on which a value changes, and of every threshold: taken from the lawbook itself, so that a
/// new value is tested the day it is written.
/// </summary>
public sealed class BoundaryTests
{
    /// <summary>
    /// A fact that is met from a threshold (at least) or up to it (at most), the answer's field that says so, and the
    /// other facts.
    /// </summary>
    public static TheoryData<string, string, string, bool, string, string> Thresholds =>
        new()
        {
            {
                "igu.eligible.years-in-denmark",
                "years_in_denmark",
                "eligible",
                false,
                """{"age": 30}""",
                "igu.eligible"
            },
            { "igu.eligible.least-age", "age", "eligible", true, """{"years_in_denmark": 1}""", "igu.eligible" },
            { "igu.eligible.most-age", "age", "eligible", false, """{"years_in_denmark": 1}""", "igu.eligible" },
            {
                "repatriation.talk.years",
                "years_in_denmark",
                "due",
                true,
                """{"months_on_assistance": 36}""",
                "repatriation.talk"
            },
            {
                "repatriation.talk.months",
                "months_on_assistance",
                "due",
                true,
                """{"years_in_denmark": 20}""",
                "repatriation.talk"
            },
            { "social_free_card.limit", "income", "within", false, "{}", "social_free_card" },
            {
                "adult_apprentice.least-age",
                "age_at_start",
                "eligible",
                true,
                """{"status": "unemployed", "education": "unskilled", "months_unemployed": 0, "month": 1, "practice_hours": 1}""",
                "adult_apprentice.subsidy"
            },
            {
                "adult_apprentice.employed-months",
                "month",
                "eligible",
                false,
                """{"age_at_start": 30, "status": "employed", "education": "unskilled", "months_unemployed": 0, "practice_hours": 1}""",
                "adult_apprentice.subsidy"
            },
            {
                "wage_subsidy.conditions.months-unemployed",
                "months_unemployed",
                "eligible",
                true,
                """{"target_group": 2, "age": 35, "upper_secondary": true}""",
                "wage_subsidy.conditions"
            },
            {
                "wage_subsidy.senior.age",
                "age",
                "eligible",
                true,
                """{"benefit_months": 24, "self_found": true}""",
                "wage_subsidy.senior"
            },
            {
                "wage_subsidy.senior.benefit-months",
                "benefit_months",
                "eligible",
                true,
                """{"age": 60, "self_found": true}""",
                "wage_subsidy.senior"
            },
            { "internship.max_weeks.short", "weeks", "allowed", false, """{"target_group": 1}""", "internship.length" },
            {
                "internship.length.graduate",
                "weeks",
                "allowed",
                false,
                """{"target_group": 1, "graduate": true}""",
                "internship.length"
            },
            { "internship.max_weeks.long", "weeks", "allowed", false, """{"target_group": 3}""", "internship.length" },
            {
                "internship.length.again",
                "weeks",
                "allowed",
                false,
                """{"target_group": 3, "already_weeks": 26, "special_need": true}""",
                "internship.length"
            },
            {
                "education_lift.least-age",
                "age",
                "eligible",
                true,
                """{"education": "unskilled", "positive_list": false}""",
                "education_lift"
            },
            { "joblog.month.least", "registered", "met", true, """{"readiness": "job"}""", "joblog.month" },
            { "assistance.wealth.person", "kroner", "within", false, """{"couple": false}""", "assistance.wealth" },
            { "assistance.wealth.couple", "kroner", "within", false, """{"couple": true}""", "assistance.wealth" },
            {
                "assistance.hours_225.hours",
                "worked",
                "met",
                true,
                """{"months_on_help": 24}""",
                "assistance.hours_225"
            },
            {
                "social_free_card.conditions.work-income",
                "work_income",
                "eligible",
                false,
                """{"social_problems": true, "student_support": false, "residence_met": true, "employer": "company"}""",
                "social_free_card.conditions"
            },
        };

    private static IEnumerable<DateOnly> Days(Parameter parameter) =>
        parameter.Values.Where(v => v.IsKnown).SelectMany(v => new[] { (DateOnly?)v.From, v.To }).OfType<DateOnly>();

    [Fact]
    public void Each_value_holds_from_its_first_to_its_last_day_and_no_longer() =>
        Lawbook.Current.All.ShouldEachBe(p => p.Values.All(v => Holds(p, v)));

    private static bool Holds(Parameter parameter, DatedValue value)
    {
        var index = parameter.Values.ToList().IndexOf(value);
        var before = index > 0 ? parameter.Values[index - 1] : null;
        var after = index + 1 < parameter.Values.Count ? parameter.Values[index + 1] : null;
        return Is(value, value.From)
            && Is(before, value.From.AddDays(-1))
            && (value.To is not { } last || (Is(value, last) && Is(after, last.AddDays(1))));

        bool Is(DatedValue? expected, DateOnly day) =>
            parameter
                .On(day)
                .Match(
                    held => expected is not null && held.Held == expected,
                    refusal => expected is not { IsKnown: true } && refusal.Code == "no-rule-at-date"
                );
    }

    /// <summary>
    /// On both sides of every day that matters to it, a rule answers on values that hold that very day, or refuses.
    /// </summary>
    [Fact]
    public void Each_rule_answers_by_the_values_of_the_day_or_refuses()
    {
        var answered = 0;
        foreach (
            var (rule, example) in RuleBook
                .Current.All.SelectMany(r => r.Examples.Select(e => (r, e)))
                .Where(p => !p.e.Facts.Contains("from\"", StringComparison.Ordinal))
        )
        {
            var read = Ask(rule.Id, example.On, example.Facts)
                .Value.Finding.Parameters.Select(p => p.Parameter)
                .Concat(Lawbook.Current.Of(rule.Id));
            var changes = read.SelectMany(p => p.Values)
                .SelectMany(v => new[] { (DateOnly?)v.From, v.To?.AddDays(1) })
                .OfType<DateOnly>()
                .Distinct();
            foreach (var day in changes.SelectMany(d => new[] { d.AddDays(-1), d }))
            {
                var asked = Ask(rule.Id, day, example.Facts);
                if (asked.IsRefused) asked.Refusal.Code.ShouldBeOneOf("no-rule-at-date", "bad-fact", "missing-fact");
                else asked.Value.Finding.Parameters.ShouldEachBe(p => p.Held.IsKnown && p.Held.HoldsOn(day), $"{rule.Id} {day:yyyy-MM-dd}");
                answered += asked.IsRefused ? 0 : 1;
            }
        }

        answered.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void No_rule_with_parameters_answers_before_any_of_them_was_known()
    {
        foreach (var rule in RuleBook.Current.All.Where(r => r.Examples.Any() && Lawbook.Current.Of(r.Id).Any()))
        {
            var first = Lawbook.Current.Of(rule.Id).SelectMany(p => p.Values).Min(v => v.From);
            foreach (var example in rule.Examples)
                Ask(rule.Id, first.AddDays(-8), example.Facts).IsRefused.ShouldBeTrue($"{rule.Id} {example.Facts}");
        }
    }

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void Each_threshold_has_two_sides_on_every_day_it_changes(
        string threshold,
        string fact,
        string field,
        bool atLeast,
        string others,
        string rule
    )
    {
        var parameter = Lawbook.Current[threshold];
        var tested = 0;
        foreach (var day in Days(parameter))
        {
            var value = parameter.On(day).Value.Value;
            foreach (var (given, met) in new[] { (value - 1, !atLeast), (value, true), (value + 1, atLeast) })
            {
                var facts = JsonNode.Parse(others)!.AsObject();
                facts[fact] = JsonValue.Create(given);
                var asked = Ask(rule, day, facts.ToJsonString());
                if (asked is { IsRefused: true, Refusal.Code: "no-rule-at-date" })
                    continue;
                asked.Value.Answer[field]!
                    .GetValue<bool>()
                    .ShouldBe(met, $"{rule} {day:yyyy-MM-dd} {fact} = {given.ToString(CultureInfo.InvariantCulture)}");
                asked.Value.Finding.Unmet.Any().ShouldBe(!met);
                tested++;
            }
        }

        tested.ShouldBeGreaterThanOrEqualTo(3);
    }

    /// <summary>
    /// An amount that jumps (or stops growing) at a threshold, or begins to grow above it: which of the two sides
    /// differs.
    /// </summary>
    [Theory]
    [InlineData(
        "result_grant.job.least-hours",
        "hours_per_week",
        "amount",
        true,
        """{"began_month": 1, "months": 6}""",
        "result_grant.job"
    )]
    [InlineData(
        "result_grant.job.least-months",
        "months",
        "amount",
        true,
        """{"began_month": 1, "hours_per_week": 30}""",
        "result_grant.job"
    )]
    [InlineData(
        "result_grant.job.early-months",
        "began_month",
        "amount",
        false,
        """{"months": 6, "hours_per_week": 30}""",
        "result_grant.job"
    )]
    [InlineData(
        "result_grant.job.late-months",
        "began_month",
        "amount",
        false,
        """{"months": 6, "hours_per_week": 30}""",
        "result_grant.job"
    )]
    [InlineData("sanction.amount.bound-1", "monthly_help", "rate", true, """{"days": 1}""", "sanction.amount")]
    [InlineData("sanction.amount.bound-2", "monthly_help", "rate", false, """{"days": 1}""", "sanction.amount")]
    [InlineData("sanction.amount.bound-3", "monthly_help", "rate", false, """{"days": 1}""", "sanction.amount")]
    [InlineData(
        "assistance.free_amount.base",
        "wage",
        "reduction",
        false,
        """{"rate": "grundsats"}""",
        "assistance.free_amount"
    )]
    [InlineData(
        "assistance.free_amount.raised",
        "wage",
        "reduction",
        false,
        """{"rate": "forhøjet sats"}""",
        "assistance.free_amount"
    )]
    [InlineData(
        "assistance.hour_disregard.hours",
        "hours",
        "disregarded",
        true,
        """{"wage": 100000}""",
        "assistance.hour_disregard"
    )]
    [InlineData(
        "leisure_supplement.children",
        "children",
        "amount",
        true,
        """{"couple": true}""",
        "leisure_supplement"
    )]
    [InlineData(
        "assistance.rate.home-below-age",
        "age",
        "name",
        true,
        """{"residence_years": 10, "full_time_years": 0, "work_demanded": false, "at_parents": true}""",
        "assistance.rate"
    )]
    [InlineData(
        "assistance.rate.raised-age",
        "age",
        "name",
        true,
        """{"residence_years": 10, "full_time_years": 0, "work_demanded": false}""",
        "assistance.rate"
    )]
    [InlineData(
        "assistance.rate.raised-age-with-work",
        "age",
        "name",
        true,
        """{"residence_years": 10, "full_time_years": 3, "work_demanded": false}""",
        "assistance.rate"
    )]
    [InlineData(
        "assistance.rate.residence-years",
        "residence_years",
        "name",
        true,
        """{"age": 40, "full_time_years": 3, "work_demanded": false}""",
        "assistance.rate"
    )]
    [InlineData(
        "igu.terms.practice-hours",
        "practice_hours",
        "amount",
        true,
        """{"months": 6, "completed": false}""",
        "igu.terms"
    )]
    [InlineData(
        "igu.terms.bonus-first-months",
        "months",
        "amount",
        true,
        """{"practice_hours": 30, "completed": false}""",
        "igu.terms"
    )]
    public void Each_amount_changes_on_the_right_side_of_its_threshold(
        string threshold,
        string fact,
        string field,
        bool from,
        string others,
        string rule
    )
    {
        var tested = 0;
        foreach (var day in Days(Lawbook.Current[threshold]))
        {
            var value = Lawbook.Current[threshold].On(day).Value.Value;
            string?[] at = [.. new[] { value - 1, value, value + 1 }.Select(Answered)];
            if (at.Contains(null)) continue;
            (at[0] != at[1]).ShouldBe(from, $"{rule} {day:yyyy-MM-dd} {fact} {value - 1} and {value}: {at[0]}, {at[1]}");
            (at[1] != at[2]).ShouldBe(!from, $"{rule} {day:yyyy-MM-dd} {fact} {value} and {value + 1}: {at[1]}, {at[2]}");
            tested++;

            string? Answered(decimal given)
            {
                var facts = JsonNode.Parse(others)!.AsObject();
                facts[fact] = JsonValue.Create(given);
                var asked = Ask(rule, day, facts.ToJsonString());
                return asked is { IsRefused: true, Refusal.Code: "no-rule-at-date" } ? null : asked.Value.Answer[field]!.ToJsonString();
            }
        }

        tested.ShouldBePositive();
    }

    /// <summary>The ladder's steps: the last week of one and the first of the next.</summary>
    [Theory]
    [InlineData(4, "weeks-1-4", "weeks-5-26")]
    [InlineData(26, "weeks-5-26", "weeks-27-52")]
    [InlineData(52, "weeks-27-52", "weeks-53-on")]
    public void Each_step_of_the_ladder_has_two_sides(int last, string step, string next)
    {
        foreach (var ladder in new[] { "refund.percentage", "refund.cofinancing" })
        {
            foreach (var day in Days(Lawbook.Current[$"{ladder}.{step}"]))
            {
                Percent(ladder, last, day).ShouldBe(Lawbook.Current[$"{ladder}.{step}"].On(day).Value.Value);
                Percent(ladder, last + 1, day).ShouldBe(Lawbook.Current[$"{ladder}.{next}"].On(day).Value.Value);
            }
        }
    }

    [Fact]
    public void The_borders_that_rules_are_written_with_are_the_laws()
    {
        foreach (var (name, last, step) in new[] { ("first", 4, "weeks-1-4"), ("second", 26, "weeks-5-26"), ("third", 52, "weeks-27-52") })
        {
            var law = new LawOn(Lawbook.Current, new DateOnly(2024, 3, 4));
            Lawbook.Current[$"refund.steps.{name}"].Values.ShouldEachBe(v => v.Value == last);
            RefundPercentage.Step(last, law).Step.ShouldBe(step);
            RefundPercentage.Step(last + 1, law).Step.ShouldNotBe(step);
        }

        Lawbook.Current["placement.counting.border"].Values.ShouldEachBe(v => v.Value == PlacementCapacity.Border);
    }

    private static decimal Percent(string ladder, int week, DateOnly day) =>
        Ask(ladder, day, $$"""{"week": {{week}}}""").Value.Answer["percent"]!.GetValue<decimal>();

    private static Virker.Kernel.Outcome<Reply> Ask(string rule, DateOnly day, string facts) =>
        RuleBook.Current.Ask(new(rule, day, JsonDocument.Parse(facts).RootElement));
}
