using FsCheck;
using FsCheck.Fluent;
using Virker.Rules;

namespace Virker.Tests.Rules;

/// <summary>The same question under two laws, over cases made by hand.</summary>
public sealed class SimulationTests
{
    private static readonly SimulationTerms Year2023 = new(new(2023, 1, 2), new(2023, 12, 31))
    {
        YearlyPrices = new Dictionary<int, decimal>
        {
            [1] = 182_500m,
            [2] = 146_000m,
            [6] = 219_000m,
        },
    };

    private static readonly CaseHistory LongTime = new(new(1980, 5, 1))
    {
        Benefits = [new(2, new(2020, 1, 6), new(2023, 12, 31))],
        TargetGroups = [new(2, new(2020, 1, 6), new(2023, 12, 31))],
    };

    private static readonly CaseHistory JustCome = new(new(2000, 5, 1))
    {
        Benefits = [new(2, new(2023, 12, 4), new(2023, 12, 31))],
        TargetGroups = [new(2, new(2023, 12, 4), new(2023, 12, 31))],
        Teams = [new(1, new(2023, 12, 4), new(2023, 12, 31))],
    };

    [Fact]
    public void The_last_step_changes_only_what_those_on_it_cost()
    {
        var answer = Run("refusion", [LongTime, JustCome], ("refund.percentage.weeks-53-on", 30));
        // 52 weeks at 400 kroner a day: the municipality's 80 pct. becomes 70.
        answer.Whole.Cases.ShouldBe(2);
        answer.Whole.Affected.ShouldBe(1);
        answer.Affected.ShouldHaveSingleItem().Index.ShouldBe(0);
        answer.Whole.Cost!.Value.Kroner.ShouldBe(-52 * 7 * 400m * 0.10m);
        answer.Whole.Before.ShouldBe((52 * 0.8m) + (4 * 0.2m));
        answer.Whole.After.ShouldBe((52 * 0.7m) + (4 * 0.2m));
    }

    [Fact]
    public void Groups_add_up_to_the_whole_and_carry_the_registers_words()
    {
        var answer = Run("refusion", [LongTime, JustCome], ("refund.percentage.weeks-1-4", 0));
        foreach (var grouping in answer.Groupings) grouping.Groups.Sum(g => g.After).ShouldBe(answer.Whole.After, grouping.Name);
        answer.Groupings.Single(g => g.Id == "team").Groups.Select(g => g.Name).ShouldBe(["Intet team", "Team Job"]);
        answer.Groupings.Single(g => g.Id == "alder").Groups.Select(g => g.Name).ShouldBe(["Under 25 år", "40-49 år"]);
    }

    [Fact]
    public void A_longer_first_step_is_paid_by_the_state()
    {
        var history = JustCome with { Benefits = [new(2, new(2023, 11, 6), new(2023, 12, 31))] };
        // Eight weeks: the last four at 80 pct. instead of 40.
        Run("refusion", [history], ("refund.steps.first", 8)).Whole.Cost!.Value.Kroner.ShouldBe(-4 * 7 * 400m * 0.40m);
    }

    [Theory]
    [InlineData("2014-06-30", 0)]
    [InlineData("2014-07-01", 1)]
    public void A_pension_given_before_the_ladder_stands_outside_it(string from, int cases) =>
        Run(
            "refusion",
            [LongTime with { Benefits = [new(12, DateOnly.Parse(from), new(2023, 12, 31))] }],
            ("refund.percentage.weeks-53-on", 30)
        )
            .Whole.Cases.ShouldBe(cases);

    [Fact]
    public void A_law_that_says_the_same_affects_nobody() =>
        Run("refusion", [LongTime, JustCome], ("refund.percentage.weeks-53-on", 20)).Whole.Affected.ShouldBe(0);

    [Fact]
    public void For_dagpenge_the_cofinancing_counts_and_not_the_refund()
    {
        var history = LongTime with { Benefits = [new(1, new(2020, 1, 6), new(2023, 12, 31))] };
        Run("refusion", [history], ("refund.percentage.weeks-53-on", 0)).Whole.Affected.ShouldBe(0);
        Run("refusion", [history], ("refund.cofinancing.weeks-53-on", 100)).Whole.Cost!.Value.Kroner.ShouldBe(52 * 7 * 500m * 0.20m);
    }

    [Fact]
    public void Without_a_price_there_are_no_kroner_and_that_is_said()
    {
        var terms = new SimulationTerms(Year2023.From, Year2023.To);
        var question = Virker.Rules.Simulation.Questions.Single(q => q.Id == "refusion");
        var answer = Virker.Rules.Simulation.Run(
            question,
            new(Lawbook.Current),
            new(Changed(("refund.percentage.weeks-53-on", 30))),
            terms,
            new([LongTime], [])
        );
        answer.Whole.Cost.ShouldBeNull();
        answer.Whole.Affected.ShouldBe(1);
        question.Assumptions(terms).ShouldContain(s => s.Contains("ingen kroner"));
    }

    [Fact]
    public void A_shorter_course_asks_for_fewer_conversations_and_a_broken_off_one_for_what_was_due()
    {
        var whole = JustCome with { Benefits = [new(2, new(2023, 2, 6), new(2023, 12, 31))] };
        var broken = JustCome with { Benefits = [new(2, new(2023, 2, 6), new(2023, 5, 14))] };
        Run("samtaler", [whole], ("contact_course.other.municipality", 6)).Whole.After.ShouldBe(6);
        Run("samtaler", [broken], ("contact_course.other.municipality", 6))
            .Whole.ShouldSatisfyAllConditions(w => w.Before.ShouldBe(2), w => w.After.ShouldBe(3));
    }

    [Fact]
    public void The_law_of_2026_asks_for_the_first_conversation_of_all_and_the_rest_of_three_in_four()
    {
        var history = JustCome with { Benefits = [new(2, new(2023, 2, 6), new(2023, 12, 31))] };
        var question = Virker.Rules.Simulation.Questions.Single(q => q.Id == "samtaler");
        var answer = Virker.Rules.Simulation.Run(
            question,
            new(Lawbook.Current),
            new(Lawbook.Current, new DateOnly(2026, 8, 1)),
            Year2023 with
            {
                ConversationPrice = 500,
            },
            new([history], [])
        );
        answer.Whole.Before.ShouldBe(4);
        answer.Whole.After.ShouldBe(1 + (3 * 0.75m));
        answer.Whole.Cost!.Value.Kroner.ShouldBe((3.25m - 4) * 500);
    }

    [Fact]
    public void A_first_conversation_after_the_deadline_is_late_until_the_deadline_moves()
    {
        var history = JustCome with
        {
            Benefits = [new(2, new(2023, 2, 6), new(2023, 12, 31))],
            TargetGroups = [new(2, new(2023, 2, 6), new(2023, 12, 31))],
            Conversations = [new(2023, 2, 20)],
        };
        Run("foerste-samtale", [history], ("contact_course.first_by.weeks-2-5", 2))
            .Whole.ShouldSatisfyAllConditions(
                w => w.Before.ShouldBe(1),
                w => w.After.ShouldBe(0),
                w => w.Affected.ShouldBe(1)
            );
    }

    [Fact]
    public void An_internship_is_held_against_its_groups_limit()
    {
        var history = LongTime with { Placements = [new("virksomhedspraktik", "privat", new(2023, 3, 6), new(2023, 4, 9))] };
        // Five weeks where four are allowed.
        Run("praktik", [history], ("internship.max_weeks.short", 6))
            .Whole.ShouldSatisfyAllConditions(w => w.Before.ShouldBe(7), w => w.After.ShouldBe(0));
    }

    [Fact]
    public void A_law_without_an_answer_counts_as_nothing_and_says_so()
    {
        var history = LongTime with { Benefits = [new(5, new(2020, 1, 6), new(2023, 12, 31))] };
        var question = Virker.Rules.Simulation.Questions.Single(q => q.Id == "arbejdspligt");
        var answer = Virker.Rules.Simulation.Run(
            question,
            new(Lawbook.Current),
            new(Lawbook.Current, new DateOnly(2025, 2, 1)),
            Year2023,
            new([history], [])
        );
        answer.Whole.ShouldSatisfyAllConditions(w => w.Before.ShouldBe(0), w => w.After.ShouldBe(37));
        answer
            .Unanswered.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                u => u.Law.ShouldBe("før"),
                u => u.Cases.ShouldBe(1),
                u => u.Why.ShouldContain("1. januar 2025")
            );
    }

    [Fact]
    public void What_the_register_lacks_is_named()
    {
        foreach (var rule in new[] { "leisure_supplement", "sanction.amount", "assistance.free_amount", "assistance.hour_disregard" })
            Virker.Rules.Simulation.QuestionOf(rule)!.Lacks(Year2023).ShouldNotBeEmpty(rule);
        Virker.Rules.Simulation.QuestionOf("assistance.hour_disregard")!.Lacks(Year2023 with { HourlyWage = 150 }).ShouldBeEmpty();
        RegisterGaps.Of(RuleBook.Current.All.Single(r => r.Id == "igu.eligible")).ShouldContain("År i Danmark.");
    }

    [Fact]
    public void Every_fact_and_answer_of_every_rule_has_Danish_words()
    {
        var facts = RuleBook
            .Current.All.SelectMany(r =>
                RuleFacts.Of(r).SelectMany(f => f.Parts.Prepend(f)).Select(f => $"{r.Id}: {f.Name}")
            )
            .ToList();
        facts.Count.ShouldBeGreaterThan(20);
        facts.Where(f => !RuleFacts.Knows(f.Split(": ")[1])).ShouldBeEmpty("add them to src/Rules/rule-words.json");
    }

    /// <summary>
    /// The week that is counted on from the one before is the week that the ladder gives when asked for it.
    /// </summary>
    [Fact]
    public void Counting_on_week_by_week_is_the_ladder_itself() =>
        Prop.ForAll(
                Histories().ToArbitrary(),
                history =>
                {
                    var weeks = LadderWeeks
                        .Between(new(2023, 1, 1), new(2023, 12, 31), new(Lawbook.Current))
                        .Value.Of(history);
                    LadderSpell[] ladder =
                    [
                        .. history.Select(s => new LadderSpell(
                            s.From.DayNumber / 7,
                            s.To.DayNumber / 7,
                            Benefit.OnRefundLadder.Contains(s.Code)
                        )),
                    ];
                    return weeks.All(w =>
                        w.Week == RefundLadder.Week(ladder, w.Monday.DayNumber / 7, 52, 3) && w.Days is >= 1 and <= 7
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    private static Gen<Stay[]> Histories() =>
        from spans in Gen.Choose(0, 400).Zip(Gen.Choose(1, 500)).Zip(Gen.Choose(1, 15)).ListOf(5)
        select Laid(spans.Select(s => (s.Item1.Item1, s.Item1.Item2, s.Item2)));

    private static Stay[] Laid(IEnumerable<(int Pause, int Length, int Code)> spans)
    {
        var (day, stays) = (new DateOnly(2018, 1, 1), new List<Stay>());
        foreach (var (pause, length, code) in spans)
        {
            stays.Add(new(code, day.AddDays(pause), day.AddDays(pause + length)));
            day = day.AddDays(pause + length + 1);
        }

        return [.. stays];
    }

    private static SimulationAnswer Run(
        string question,
        IReadOnlyList<CaseHistory> cases,
        params (string Name, decimal Value)[] set
    ) =>
        Virker.Rules.Simulation.Run(
            Virker.Rules.Simulation.Questions.Single(q => q.Id == question),
            new(Lawbook.Current),
            new(Changed(set)),
            Year2023,
            new(cases, ["Team Job"])
        );

    private static Lawbook Changed(params (string Name, decimal Value)[] set) =>
        set.Aggregate(Lawbook.Current, (law, s) => law.With(law[s.Name].Assumed(s.Value)));
}
