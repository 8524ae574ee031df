namespace Virker.Insight;

/// <summary>The number of subjects in a combined group.</summary>
public sealed record Group(Who Who) : Measure
{
    public override IReadOnlyList<FactSet> Sets => Who.Sets;

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods) =>
        ByAxis<Result>(periods, axis => [.. Who.Count(store, axis).Select(n => Result.Of(n))]);

    internal override IReadOnlyList<IReadOnlyList<Result>> OverGroups(
        FactStore store,
        IReadOnlyList<FigureGroup> groups,
        IReadOnlyList<FigurePeriod> periods
    )
    {
        var groupOf = Who.GroupsOfSubjects(store, groups);
        List<Who> parts = groupOf is null ? [.. groups.Select(g => ((Group)Narrowing.Of(this, store, g)).Who)] : [];
        var byPeriod = ByAxis<Result[]>(
            periods,
            axis =>
            {
                var counts = groupOf is null
                    ? Who.Count(store, axis, parts)
                    : Who.Count(store, axis, groupOf, groups.Count);
                return
                [
                    .. Enumerable
                        .Range(0, axis.Count)
                        .Select(t => groups.Select((_, g) => Result.Of(counts[(g * axis.Count) + t])).ToArray()),
                ];
            }
        );
        return [.. groups.Select((_, g) => (IReadOnlyList<Result>)[.. byPeriod.Select(p => p[g])])];
    }

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) => Who.Subjects(store, period);
}

/// <summary>One measure as a share of another; <paramref name="Scale"/> 100 gives per cent.</summary>
public sealed record Ratio(Measure Part, Measure Whole, int Scale = 100) : Measure
{
    public override IReadOnlyList<FactSet> Sets => [.. Part.Sets, .. Whole.Sets];

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods) =>
        [.. Part.Over(store, periods).Zip(Whole.Over(store, periods), Share)];

    internal override IReadOnlyList<IReadOnlyList<Result>> OverGroups(
        FactStore store,
        IReadOnlyList<FigureGroup> groups,
        IReadOnlyList<FigurePeriod> periods
    ) =>
        [
            .. Part.OverGroups(store, groups, periods)
                .Zip(
                    Whole.OverGroups(store, groups, periods),
                    (part, whole) => (IReadOnlyList<Result>)[.. part.Zip(whole, Share)]
                ),
        ];

    private Result Share(Result part, Result whole) =>
        part.Value is { } p && whole.Value is { } w ? Result.Share(p, w, Scale) : Result.Unknown;

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) => Part.Behind(store, period);
}

/// <summary>One measure less another.</summary>
public sealed record Difference(Measure From, Measure Less) : Measure
{
    public override IReadOnlyList<FactSet> Sets => [.. From.Sets, .. Less.Sets];

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods) =>
        [.. From.Over(store, periods).Zip(Less.Over(store, periods), Subtract)];

    internal override IReadOnlyList<IReadOnlyList<Result>> OverGroups(
        FactStore store,
        IReadOnlyList<FigureGroup> groups,
        IReadOnlyList<FigurePeriod> periods
    ) =>
        [
            .. From.OverGroups(store, groups, periods)
                .Zip(
                    Less.OverGroups(store, groups, periods),
                    (from, less) => (IReadOnlyList<Result>)[.. from.Zip(less, Subtract)]
                ),
        ];

    private static Result Subtract(Result from, Result less) =>
        from.Value is { } f && less.Value is { } l ? Result.Of(f - l) : Result.Unknown;

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) => From.Behind(store, period);
}

/// <summary>The plain mean of a measure over the whole months of the period; unknown when one of them is.</summary>
public sealed record MeanOfMonths(Measure Of) : Measure
{
    public override IReadOnlyList<FactSet> Sets => Of.Sets;

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods)
    {
        var months = AllMonths(periods);
        return Means(periods, months, Of.Over(store, months));
    }

    internal override IReadOnlyList<IReadOnlyList<Result>> OverGroups(
        FactStore store,
        IReadOnlyList<FigureGroup> groups,
        IReadOnlyList<FigurePeriod> periods
    )
    {
        var months = AllMonths(periods);
        return [.. Of.OverGroups(store, groups, months).Select(own => Means(periods, months, own))];
    }

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        [.. Months(period).SelectMany(m => Of.Behind(store, m)).Distinct().Order()];

    /// <summary>Months that several periods share are counted once.</summary>
    private static List<FigurePeriod> AllMonths(IReadOnlyList<FigurePeriod> periods) =>
        [.. periods.SelectMany(Months).Distinct().Order()];

    private static List<Result> Means(
        IReadOnlyList<FigurePeriod> periods,
        List<FigurePeriod> months,
        IReadOnlyList<Result> results
    )
    {
        var byMonth = months.Zip(results).ToDictionary(m => m.First, m => m.Second);
        return [.. periods.Select(p => Mean([.. Months(p).Select(m => byMonth[m])]))];
    }

    private static Result Mean(List<Result> months) =>
        months.Count == 0 || months.Any(m => m.Value is null)
            ? Result.Unknown
            : Result.Of(months.Aggregate(Fraction.Zero, (sum, m) => sum + m.Value!.Value) / months.Count);

    private static List<FigurePeriod> Months(FigurePeriod period)
    {
        var months = new List<FigurePeriod>();
        for (
            var month = FigurePeriod.MonthOf(period.First);
            month.Last <= period.Last;
            month = FigurePeriod.MonthOf(month.Last.AddDays(1))
        )
        {
            if (month.First >= period.First) months.Add(month);
        }

        return months;
    }
}

/// <summary>
/// Mean seniority in days, on the period's last day, of those who are in the set: days since the spell, joined by the
/// set's gap rule, began.
/// </summary>
public sealed record MeanSeniority(FactSet Set) : CellMeasure(Set)
{
    internal override int Planes => 2;

    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) =>
        cells => new MeanKernel(axis, cells, Set.Gap, SpellMean.Seniority);

    private protected override Result ResultOf(Numbers numbers, int cell, PeriodParts period) =>
        Result.Share(numbers[cell, period.Last, 1], numbers[cell, period.Last, 0], 1);

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        new Present(Set, Presence.AtEnd).Subjects(store, period);
}
