namespace Virker.Insight;

/// <summary>The number of subjects in a combined group.</summary>
public sealed record Group(Who Who) : Measure
{
    public override IReadOnlyList<FactSet> Sets => Who.Sets;

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods) =>
        ByAxis(periods, axis => [.. Who.Count(store, axis).Select(n => Result.Of(n))]);

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) => Who.Subjects(store, period);
}

/// <summary>One measure as a share of another; <paramref name="Scale"/> 100 gives per cent.</summary>
public sealed record Ratio(Measure Part, Measure Whole, int Scale = 100) : Measure
{
    public override IReadOnlyList<FactSet> Sets => [.. Part.Sets, .. Whole.Sets];

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods) =>
        [.. Part.Over(store, periods).Zip(Whole.Over(store, periods), (part, whole) => part.Value is { } p && whole.Value is { } w ? Result.Share(p, w, Scale) : Result.Unknown)];

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) => Part.Behind(store, period);
}

/// <summary>One measure less another.</summary>
public sealed record Difference(Measure From, Measure Less) : Measure
{
    public override IReadOnlyList<FactSet> Sets => [.. From.Sets, .. Less.Sets];

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods) =>
        [.. From.Over(store, periods).Zip(Less.Over(store, periods), (from, less) => from.Value is { } f && less.Value is { } l ? Result.Of(f - l) : Result.Unknown)];

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) => From.Behind(store, period);
}

/// <summary>The plain mean of a measure over the whole months of the period; unknown when one of them is.</summary>
public sealed record MeanOfMonths(Measure Of) : Measure
{
    public override IReadOnlyList<FactSet> Sets => Of.Sets;

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods) => [.. periods.Select(p => Mean(store, p))];

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        [.. Months(period).SelectMany(m => Of.Behind(store, m)).Distinct().Order()];

    private Result Mean(FactStore store, FigurePeriod period)
    {
        var months = Of.Over(store, Months(period));
        if (months.Count == 0 || months.Any(m => m.Value is null)) return Result.Unknown;
        return Result.Of(months.Aggregate(Fraction.Zero, (sum, m) => sum + m.Value!.Value) / months.Count);
    }

    private static List<FigurePeriod> Months(FigurePeriod period)
    {
        var months = new List<FigurePeriod>();
        for (var month = FigurePeriod.MonthOf(period.First); month.Last <= period.Last; month = FigurePeriod.MonthOf(month.Last.AddDays(1)))
        {
            if (month.First >= period.First) months.Add(month);
        }

        return months;
    }
}

/// <summary>Mean seniority in days, on the period's last day, of those who are in the set: days since the spell began.</summary>
public sealed record MeanSeniority(FactSet Set) : Measure
{
    public override IReadOnlyList<FactSet> Sets => [Set];

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods)
    {
        var reader = new FactReader(store, Set, Breakdown.None);
        return [.. periods.Select(p => Mean(reader, p.Last.DayNumber))];
    }

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) => new Present(Set, Presence.AtEnd).Subjects(store, period);

    private Result Mean(FactReader reader, int day)
    {
        long days = 0, persons = 0;
        foreach (var spell in Cohort.Spells(reader, Set))
        {
            if (spell.From > day || spell.To < day) continue;
            days += day - spell.From;
            persons++;
        }

        return Result.Share(days, persons, 1);
    }
}
