using FsCheck;
using FsCheck.Fluent;
using Virker.Casework;
using Virker.Insight;
using Virker.Youth;

namespace Virker.Tests.Insight;

/// <summary>Each fast measure against the slow one, on random registers.</summary>
public sealed class MeasureKindsTests
{
    private static readonly FigurePeriod[] Months = [.. TimeAxis.Months(new(2023, 3, 31), 26).Periods];

    private static readonly FactSet[] Sets =
    [
        new(BenefitFacts.Table),
        new FactSet(BenefitFacts.Table).With(BenefitFacts.Benefit, "b"),
        new FactSet(BenefitFacts.Table).With(BenefitFacts.Benefit, "a", "b-under").With(BenefitFacts.TargetGroup, "x"),
        new FactSet(BenefitFacts.Table).Aged(18, 41),
        new FactSet(BenefitFacts.Table).With(BenefitFacts.Benefit, "a") with
        {
            PersonConditions = [new(PersonFacts.Sex, ["kvinde"])],
            Gap = Gap.Days(27),
        },
        new FactSet(BenefitFacts.Table) with { Gap = Gap.WholeCalendarMonth },
        new FactSet(BenefitFacts.Table) with { Gap = Gap.NothingJoins },
        new FactSet(PaidHoursFacts.Table) with { Minimums = [new(PaidHoursFacts.Hours, 10)], Gap = Gap.Days(5) },
    ];

    [Fact]
    public void Full_time_persons_are_the_days_counted_one_by_one() =>
        OnRandomRegisters(
            (store, set) =>
            {
                var slow = new SlowMeasures(store, set);
                return new FullTime(set)
                    .Over(store, Months)
                    .Select(r => r.Value!.Value)
                    .SequenceEqual(Months.Select(m => slow.FullTime(m, _ => true)));
            }
        );

    [Fact]
    public void Persons_are_counted_once_however_many_spells_they_have() => OnRandomRegisters((store, set) =>
    {
        var slow = new SlowMeasures(store, set);
        return Counts(new Heads(set, Presence.AtEnd), store).SequenceEqual(Months.Select(m => slow.AtEnd(m).Count))
            && Counts(new Heads(set, Presence.InPeriod), store).SequenceEqual(Months.Select(m => slow.InPeriod(m).Count));
    });

    [Fact]
    public void Spells_that_the_gap_rule_joins_are_one_spell() => OnRandomRegisters((store, set) =>
    {
        var slow = new SlowMeasures(store, set);
        return Counts(new Inflow(set), store).SequenceEqual(Months.Select(slow.Begun))
            && Counts(new Outflow(set), store).SequenceEqual(Months.Select(slow.Ended))
            && Counts(new Events(set), store).SequenceEqual(Months.Select(slow.Events))
            && Counts(new LongerThan(set, 180), store).SequenceEqual(Months.Select(m => slow.LongerThan(m, 180).Count));
    });

    [Fact]
    public void Those_behind_a_figure_are_those_it_counts() => OnRandomRegisters((store, set) => Months.Where((_, i) => i % 5 == 0).All(m =>
    {
        var slow = new SlowMeasures(store, set);
        return new Heads(set, Presence.AtEnd).Behind(store, m).SequenceEqual(slow.AtEnd(m))
            && new FullTime(set).Behind(store, m).SequenceEqual(slow.InPeriod(m))
            && new LongerThan(set, 90).Behind(store, m).SequenceEqual(slow.LongerThan(m, 90))
            && new Inflow(set).Behind(store, m).Count <= slow.Begun(m);
    }));

    [Fact]
    public void Groups_combine_as_sets_of_persons() => OnRandomRegisters((store, set) =>
    {
        var hours = new FactSet(PaidHoursFacts.Table);
        var (slow, slowHours) = (new SlowMeasures(store, set), new SlowMeasures(store, hours));
        var both = new Group(new Present(set, Presence.InPeriod) & new Present(hours, Presence.InPeriod));
        var without = new Group(new Present(set, Presence.AtEnd).Except(new Present(hours, Presence.AtEnd)));
        return Counts(both, store).SequenceEqual(Months.Select(m => slow.InPeriod(m).Intersect(slowHours.InPeriod(m)).Count()))
            && Counts(without, store).SequenceEqual(Months.Select(m => slow.AtEnd(m).Except(slowHours.AtEnd(m)).Count()));
    });

    [Fact]
    public void Twelve_months_that_overlap_are_each_what_they_are_alone() =>
        OnRandomRegisters(
            (store, set) =>
            {
                var rolling = Months.Skip(12).Select(FigurePeriod.TwelveMonthsTo).ToList();
                Measure[] kinds =
                [
                    new FullTime(set),
                    new Heads(set, Presence.InPeriod),
                    new Inflow(set),
                    new Outflow(set),
                    new LongerThan(set, 90),
                    new Events(set),
                    new Group(
                        new Present(set, Presence.InPeriod)
                            & new Present(new FactSet(PaidHoursFacts.Table), Presence.AtEnd)
                    ),
                ];
                var slow = new SlowMeasures(store, set);
                return kinds.All(kind =>
                        kind.Over(store, rolling).SequenceEqual(rolling.Select(p => kind.In(store, p)))
                    )
                    && kinds[1]
                        .Over(store, rolling)
                        .Select(r => (int)r.Value!.Value.Numerator)
                        .SequenceEqual(rolling.Select(p => slow.InPeriod(p).Count));
            }
        );

    [Fact]
    public void A_breakdown_adds_up_to_what_each_cell_is_alone() =>
        OnRandomRegisters(
            (store, set) =>
            {
                if (set.Table != BenefitFacts.Table)
                    return true;
                var slow = new SlowMeasures(store, set);
                var cells = new FullTime(set).Split(store, new(Months), new(["benefit", "target-group"]));
                var byBenefit = cells
                    .GroupBy(c => c.Codes[0])
                    .ToDictionary(
                        g => g.Key,
                        g => g.Aggregate(Fraction.Zero, (sum, c) => sum + c.Values[7].Value!.Value)
                    );
                return Enumerable
                    .Range(0, 4)
                    .All(b => byBenefit.GetValueOrDefault(b) == slow.FullTime(Months[7], r => r.Cell == b, "benefit"));
            }
        );

    [Fact]
    public void Status_after_some_time_looks_at_that_one_day() =>
        OnRandomRegisters(
            (store, set) =>
                AllStatuses(set)
                    .All(measure =>
                    {
                        var slow = new SlowMeasures(store, set).Status(
                            measure,
                            new SlowMeasures(store, measure.Status),
                            [.. measure.Except.Select(e => new SlowMeasures(store, e))]
                        );
                        var measured = measure.Over(store, Months);
                        return Months
                            .Select(
                                (m, i) =>
                                {
                                    var (members, with) = slow(m);
                                    return measured[i].Value
                                        == (members == 0 ? null : new Fraction(with * 100, members));
                                }
                            )
                            .All(same => same);
                    })
        );

    [Fact]
    public void The_ladder_is_climbed_day_by_day() =>
        OnRandomRegisters(
            (store, set) =>
            {
                int[] steps = [28, 182, 364];
                var slow = new SlowMeasures(store, set).Ladder(Months);
                var seniority = new MeanAccruedSeniority(set).Over(store, Months);
                return Enumerable
                        .Range(0, 4)
                        .All(step =>
                            new LadderDays(set, steps, step)
                                .Over(store, Months)
                                .Select(r => r.Value!.Value)
                                .SequenceEqual(
                                    Months.Select(m => new Fraction(
                                        slow.Count(d =>
                                            m.First <= d.Day
                                            && d.Day <= m.Last
                                            && steps.Count(s => d.Seniority >= s) == step
                                        ),
                                        m.Days
                                    ))
                                )
                        )
                    && Months
                        .Select((m, i) => (Present: slow.Where(d => d.Day == m.Last).ToList(), Measured: seniority[i]))
                        .All(x =>
                            x.Measured.Value
                            == (
                                x.Present.Count == 0
                                    ? null
                                    : new Fraction(x.Present.Sum(d => d.Seniority), x.Present.Count)
                            )
                        );
            }
        );

    [Fact]
    public void Who_was_once_and_who_lately() =>
        OnRandomRegisters(
            (store, set) =>
            {
                var rows = new SlowMeasures(store, set).Rows();
                return Counts(new Group(new Past(set)), store)
                        .SequenceEqual(
                            Months.Select(m =>
                                rows.Where(r => r.To <= m.Last.DayNumber).Select(r => r.Subject).Distinct().Count()
                            )
                        )
                    && Counts(new Group(new Recent(set, 92)), store)
                        .SequenceEqual(
                            Months.Select(m =>
                                rows.Where(r => r.From <= m.Last.DayNumber && r.To >= m.Last.DayNumber - 92)
                                    .Select(r => r.Subject)
                                    .Distinct()
                                    .Count()
                            )
                        );
            }
        );

    [Fact]
    public void Numbers_are_added_and_durations_averaged() =>
        OnRandomRegisters(
            (store, set) =>
            {
                var slow = new SlowMeasures(store, set);
                var ended = slow.Chains().Where(c => c.Ended is not null).ToList();
                var durations = new MeanDuration(set).Over(store, Months);
                var hours = new FactSet(PaidHoursFacts.Table) with { Minimums = [new(PaidHoursFacts.Hours, 5)] };
                return Months
                        .Select(
                            (m, i) =>
                                (
                                    Own: ended
                                        .Where(c => c.Ended >= m.First.DayNumber && c.Ended <= m.Last.DayNumber)
                                        .ToList(),
                                    Measured: durations[i]
                                )
                        )
                        .All(x =>
                            x.Measured.Value
                            == (
                                x.Own.Count == 0
                                    ? null
                                    : new Fraction(x.Own.Sum(c => c.Ended!.Value - c.Began + 1), x.Own.Count)
                            )
                        )
                    && Counts(new Total(hours, PaidHoursFacts.Hours), store)
                        .SequenceEqual(
                            Months.Select(m =>
                                new SlowMeasures(store, hours)
                                    .Rows("hours")
                                    .Where(r => r.From >= m.First.DayNumber && r.From <= m.Last.DayNumber)
                                    .Sum(r => r.Cell)
                            )
                        );
            }
        );

    [Fact]
    public void The_cores_share_the_rows_without_parting_a_person()
    {
        var store = RandomRegister.Of(7, persons: 60_000);
        var sets = Sets.Where(s => s.Table == BenefitFacts.Table);
        Measure[] Kinds(FactSet set) => [new FullTime(set), new Inflow(set), new LongerThan(set, 180), new LadderDays(set, [28], 1)];
        foreach (var kind in sets.SelectMany(Kinds).Cast<CellMeasure>())
        {
            var axis = new TimeAxis(Months);
            var (one, three) = (
                kind.Collect(store, axis, new(["benefit"]), threads: 1),
                kind.Collect(store, axis, new(["benefit"]), threads: 3)
            );
            for (var cell = 0; cell < one.Cells; cell++)
            {
                for (var t = 0; t < axis.Count; t++) three.Of(cell, t).SequenceEqual(one.Of(cell, t)).ShouldBeTrue($"{kind}, {cell}, {t}");
            }
        }
    }

    /// <summary>
    /// Looking at other tables, and at the cohort's own; after months and after days; beginning and ending.
    /// </summary>
    private static IEnumerable<StatusAfter> AllStatuses(FactSet set)
    {
        var hours = new FactSet(PaidHoursFacts.Table);
        yield return new(set, CohortEvent.Ends, FollowUp.AfterMonths(3), hours);
        yield return new(set, CohortEvent.Begins, FollowUp.AfterDays(40), hours, CohortPeriod.Entry)
        {
            Except = [new FactSet(SchoolLeavingFacts.Table)],
        };
        yield return new(
            set,
            CohortEvent.Ends,
            FollowUp.AfterDays(91),
            new FactSet(BenefitFacts.Table),
            CohortPeriod.Entry
        )
        {
            Negated = true,
        };
    }

    private static IEnumerable<int> Counts(Measure measure, FactStore store) =>
        measure.Over(store, Months).Select(r => (int)r.Value!.Value.Numerator);

    private static void OnRandomRegisters(Func<FactStore, FactSet, bool> holds) =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).Zip(Gen.Elements(Sets)).ToArbitrary(),
                chosen => holds(RandomRegister.Of(chosen.Item1), chosen.Item2)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
