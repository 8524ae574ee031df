using FsCheck;
using FsCheck.Fluent;
using Virker.Casework;
using Virker.Insight;
using Virker.Youth;

namespace Virker.Tests.Insight;

/// <summary>
/// A figure split by each dimension in one pass: every group must be what the slow reference finds for that group
/// alone, whatever kind of measure it is.
/// </summary>
public sealed class GroupSplitTests
{
    private static readonly FigurePeriod[] Months = [.. TimeAxis.Months(new(2023, 2, 28), 24).Periods];
    private static readonly FigurePeriod[] Shown = [.. Months.Where((_, i) => i % 6 == 5)];
    private static readonly FactSet Hours = new(PaidHoursFacts.Table);

    private static readonly FactSet[] Sets =
    [
        new(BenefitFacts.Table),
        new FactSet(BenefitFacts.Table).With(BenefitFacts.Benefit, "a", "b-under") with { Gap = Gap.Days(27) },
        new FactSet(BenefitFacts.Table).Aged(18, 41) with { Gap = Gap.WholeCalendarMonth },
        new FactSet(BenefitFacts.Table) with { Gap = Gap.NothingJoins },
        Hours with { Minimums = [new(PaidHoursFacts.Hours, 10)], Gap = Gap.Days(5) },
    ];

    [Fact]
    public void Days_and_persons() => OnRandomSplits((split, set) =>
        split.Gives(new FullTime(set), (slow, m) => slow.FullTime(m, _ => true))
        && split.Gives(new Heads(set, Presence.AtEnd), (slow, m) => slow.AtEnd(m).Count)
        && split.Gives(new Heads(set, Presence.InPeriod), (slow, m) => slow.InPeriod(m).Count)
        && split.Gives(new LongerThan(set, 120), (slow, m) => slow.LongerThan(m, 120).Count));

    [Fact]
    public void Spells_that_begin_and_end_and_events() => OnRandomSplits((split, set) =>
        split.Gives(new Inflow(set), (slow, m) => slow.Begun(m))
        && split.Gives(new Outflow(set), (slow, m) => slow.Ended(m))
        && split.Gives(new Events(set), (slow, m) => slow.Events(m)));

    [Fact]
    public void Sums_of_a_column() =>
        OnRandomSplits(
            (split, set) =>
                set.Table != PaidHoursFacts.Table
                || split.Gives(
                    new Total(set, PaidHoursFacts.Hours),
                    (slow, m) =>
                        slow.Rows("hours")
                            .Where(r => r.From >= m.First.DayNumber && r.From <= m.Last.DayNumber)
                            .Sum(r => r.Cell)
                )
        );

    [Fact]
    public void Means_of_spells() =>
        OnRandomSplits(
            (split, set) =>
                split.Gives(new MeanSeniority(set), (slow, m) => Mean(slow.Seniority(m)))
                && split.Gives(
                    new MeanDuration(set),
                    (slow, m) =>
                        Mean([
                            .. slow.Chains()
                                .Where(c => c.Ended >= m.First.DayNumber && c.Ended <= m.Last.DayNumber)
                                .Select(c => c.Ended!.Value - c.Began + 1),
                        ])
                )
        );

    [Fact]
    public void Status_after_some_time() =>
        OnRandomSplits(
            (split, set) =>
                new[] { CohortEvent.Begins, CohortEvent.Ends }.All(on =>
                {
                    var measure = new StatusAfter(set, on, FollowUp.AfterMonths(3), Hours, CohortPeriod.Entry)
                    {
                        Except = [new(SchoolLeavingFacts.Table)],
                    };
                    return split.Gives(
                        measure,
                        (slow, m) =>
                            slow.Status(measure, new(split.Store, Hours), [new(split.Store, measure.Except[0])])(m)
                                is var (members, with)
                            && members > 0
                                ? new Fraction(with * 100, members)
                                : null
                    );
                })
        );

    [Fact]
    public void Persons_who_are_in_several_sets() =>
        OnRandomSplits(
            (split, set) =>
                split.Gives(new Group(new PresentLong(set, 60)), (slow, m) => slow.LongerThan(m, 60).Count)
                && split.Gives(
                    new Group(new Past(set)),
                    (slow, m) =>
                        slow.Rows().Where(r => r.To <= m.Last.DayNumber).Select(r => r.Subject).Distinct().Count()
                )
                && split.Gives(
                    new Group(new Recent(set, 92)),
                    (slow, m) =>
                        slow.Rows()
                            .Where(r => r.From <= m.Last.DayNumber && r.To >= m.Last.DayNumber - 92)
                            .Select(r => r.Subject)
                            .Distinct()
                            .Count()
                )
                && split.Gives(
                    new Group(new Present(set, Presence.InPeriod) & new Present(Hours, Presence.InPeriod)),
                    (slow, m) => slow.InPeriod(m).Intersect(new SlowMeasures(split.Store, Hours).InPeriod(m)).Count()
                )
        );

    [Fact]
    public void Shares_differences_and_means_of_months() =>
        OnRandomSplits(
            (split, set) =>
                split.Gives(
                    new Ratio(new LongerThan(set, 30), new Heads(set, Presence.AtEnd)),
                    (slow, m) =>
                        slow.AtEnd(m).Count is > 0 and var all
                            ? new Fraction(slow.LongerThan(m, 30).Count * 100, all)
                            : null
                )
                && split.Gives(
                    new Difference(new Heads(set, Presence.InPeriod), new Heads(set, Presence.AtEnd)),
                    (slow, m) => slow.InPeriod(m).Count - slow.AtEnd(m).Count
                )
                && split.Gives(new MeanOfMonths(new Heads(set, Presence.AtEnd)), (slow, m) => slow.AtEnd(m).Count)
        );

    /// <summary>Seniority is earned on every day of the set; the group only says which days are counted.</summary>
    [Fact]
    public void The_ladder_is_climbed_on_the_whole_set_and_its_days_are_counted_by_group() =>
        OnRandomSplits(
            (split, set) =>
            {
                int[] steps = [28, 182];
                var byGroup = split
                    .Dimension.Groups.Select(g =>
                        new SlowMeasures(split.Store, set).Ladder(
                            Months,
                            new(split.Store, g.Narrowed(split.Store, set)),
                            split.Column
                        )
                    )
                    .ToList();
                return Enumerable
                        .Range(0, 3)
                        .All(step =>
                            split.Gives(
                                new LadderDays(set, steps, step),
                                (_, g, m) =>
                                    new Fraction(
                                        byGroup[g]
                                            .Count(d =>
                                                m.First <= d.Day
                                                && d.Day <= m.Last
                                                && steps.Count(s => d.Seniority >= s) == step
                                            ),
                                        m.Days
                                    )
                            )
                        )
                    && split.Gives(
                        new MeanAccruedSeniority(set),
                        (_, g, m) => Mean([.. byGroup[g].Where(d => d.Day == m.Last).Select(d => d.Seniority)])
                    );
            }
        );

    private static Fraction? Mean(List<int> days) => days.Count == 0 ? null : new Fraction(days.Sum(), days.Count);

    private static void OnRandomSplits(Func<Split, FactSet, bool> holds) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).Zip(Gen.Elements(Sets)).ToArbitrary(), chosen =>
        {
            var store = RandomRegister.Of(chosen.Item1);
            var dimensions = FigureDimension.Of(store, Split.Of(new FullTime(chosen.Item2)));
            return dimensions.Count >= 2 && dimensions.All(d => holds(new(store, chosen.Item2, d), chosen.Item2));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    private sealed record Split(FactStore Store, FactSet Set, FigureDimension Dimension)
    {
        /// <summary>The column that rows are told apart by, where it is one of their own.</summary>
        public string? Column => Store.Find(Set.Table)!.HasColumn(Dimension.Id) ? Dimension.Id : null;

        public static Indicator Of(Measure measure) => new("x", "X", "personer", 1, measure) { Source = "" };

        public bool Gives(Measure measure, Func<SlowMeasures, FigurePeriod, Fraction?> slow)
        {
            List<SlowMeasures> own = [.. Dimension.Groups.Select(g => new SlowMeasures(Store, g.Narrowed(Store, Set)))];
            return Gives(measure, (_, g, m) => slow(own[g], m));
        }

        /// <summary>Split, and narrowed to each group alone.</summary>
        public bool Gives(Measure measure, Func<FigureGroup, int, FigurePeriod, Fraction?> slow)
        {
            var split = Dimension.Evaluate(Store, Of(measure), Shown);
            for (var g = 0; g < Dimension.Groups.Count; g++)
            {
                var alone = Dimension.Groups[g].In(Store, Of(measure)).Measure.Over(Store, Months);
                for (var i = 0; i < Shown.Length; i++)
                {
                    var expected = slow(Dimension.Groups[g], g, Shown[i]);
                    split[g][i].Value.ShouldBe(expected, $"{measure}, {Dimension.Groups[g]}, {Shown[i]}, split");
                    alone[(i * 6) + 5]
                        .Value.ShouldBe(expected, $"{measure}, {Dimension.Groups[g]}, {Shown[i]}, narrowed");
                }
            }

            return true;
        }
    }
}
