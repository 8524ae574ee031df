using System.Buffers;

namespace Virker.Insight;

/// <summary>
/// What an indicator computes, as an expression of declared kinds. Everything is exact; nothing is rounded. The same
/// expression answers the value of many periods, of cells of a breakdown, and who stands behind.
/// </summary>
public abstract record Measure
{
    /// <summary>The facts without which nothing can be said.</summary>
    public abstract IReadOnlyList<FactSet> Sets { get; }

    /// <summary>One result for each period; <see cref="Result.Value"/> is null where the group is empty.</summary>
    public abstract IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods);

    /// <summary>
    /// The dense numbers of those who are counted (in the numerator, of a share) in a period, ascending.
    /// </summary>
    public abstract IReadOnlyList<int> Behind(FactStore store, FigurePeriod period);

    /// <summary>
    /// For each group its results, as if the measure had been narrowed to it, but found by going through the facts
    /// once.
    /// </summary>
    internal abstract IReadOnlyList<IReadOnlyList<Result>> OverGroups(
        FactStore store,
        IReadOnlyList<FigureGroup> groups,
        IReadOnlyList<FigurePeriod> periods
    );

    public Result In(FactStore store, FigurePeriod period) => Over(store, [period])[0];

    /// <summary>One pass for all periods where they are sorted; else one by one.</summary>
    private protected static IReadOnlyList<T> ByAxis<T>(IReadOnlyList<FigurePeriod> periods, Func<TimeAxis, IReadOnlyList<T>> pass)
    {
        if (periods.Count == 0) return [];
        return TimeAxis.IsSorted(periods) ? pass(new(periods)) : [.. periods.Select(p => pass(new([p]))[0])];
    }
}

/// <summary>A figure of one period before rounding: the value, and for shares what it was divided from.</summary>
public readonly record struct Result(Fraction? Value, Fraction? Numerator = null, Fraction? Denominator = null)
{
    public static readonly Result Unknown = new(null);

    public static Result Of(Fraction value) => new(value);

    public static Result Share(Fraction part, Fraction whole, int scale) =>
        new(whole.Numerator == 0 ? null : part / whole * scale, part, whole);
}

/// <summary>A measure of one pass, which can be split into cells.</summary>
public abstract record CellMeasure(FactSet Set) : Measure
{
    public override IReadOnlyList<FactSet> Sets => Within is { } own ? [Set, own.Counted] : [Set];

    /// <summary>The group whose days alone are counted, of a measure that is of the whole set.</summary>
    internal Portion? Within { get; init; }

    /// <summary>
    /// Whether a day of a group means what it does by all days of the set (seniority is earned on every benefit), so
    /// that the set itself is not to be narrowed.
    /// </summary>
    internal virtual bool IsOfWholeSet => false;

    /// <summary>How many numbers the pass keeps for a cell and a period.</summary>
    internal virtual int Planes => 1;

    /// <summary>Which of them is this measure.</summary>
    internal virtual int Plane => 0;

    /// <summary>Makes what takes the rows, for so many cells.</summary>
    internal abstract Func<int, IKernel> Kernel(FactStore store, TimeAxis axis);

    /// <summary>One pass over the facts for every period and cell.</summary>
    internal Numbers Collect(FactStore store, TimeAxis axis, Breakdown breakdown, int threads = 0)
    {
        var reader = new FactReader(store, Set, breakdown);
        return Pass.Over(reader, Kernel(store, axis), new(breakdown.CellsIn(reader.Source), axis.Count, Planes), threads);
    }

    internal sealed override IReadOnlyList<IReadOnlyList<Result>> OverGroups(
        FactStore store,
        IReadOnlyList<FigureGroup> groups,
        IReadOnlyList<FigurePeriod> periods
    )
    {
        if (Grouping.Of(store, Set, groups, IsOfWholeSet) is not { } grouping)
        {
            var all = Over(store, periods);
            return [.. groups.Select(_ => all)];
        }

        var byPeriod = InParts<Result[]>(periods, (axis, parts) =>
        {
            var reader = new FactReader(store, Set, Breakdown.None, grouping);
            using var numbers = Pass.Over(reader, Kernel(store, axis), new(grouping.Cells, axis.Count, Planes));
            return [.. parts.Select(p => groups.Select((_, g) => ResultOf(numbers, g, p)).ToArray())];
        });
        return [.. groups.Select((_, g) => (IReadOnlyList<Result>)[.. byPeriod.Select(p => p[g])])];
    }

    /// <summary>What the numbers of a period are divided by: its days, or one.</summary>
    private protected virtual int Divisor(FigurePeriod period) => 1;

    /// <summary>The value of a cell in a period: what its parts add up to.</summary>
    private protected virtual Result ResultOf(Numbers numbers, int cell, PeriodParts period)
    {
        var sum = 0L;
        for (var t = period.First; t <= period.Last; t++) sum += numbers[cell, t, Plane];
        return Result.Of(new Fraction(sum, Divisor(period.Period)));
    }

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods) =>
        Within is { } own
            ? (this with { Within = null }).OverGroups(store, [own.Group], periods)[0]
            : InParts<Result>(
                periods,
                (axis, parts) =>
                {
                    using var numbers = Collect(store, axis, Breakdown.None);
                    return [.. parts.Select(p => ResultOf(numbers, 0, p))];
                }
            );

    /// <summary>
    /// One pass for all periods. Where a day may lie in one period only and theirs overlap or leave days between them,
    /// the axis has the pieces that they are made of.
    /// </summary>
    private IReadOnlyList<T> InParts<T>(
        IReadOnlyList<FigurePeriod> periods,
        Func<TimeAxis, IReadOnlyList<PeriodParts>, IReadOnlyList<T>> pass
    ) =>
        ByAxis(
            periods,
            axis =>
            {
                if (axis.IsUnbroken || !NeedsUnbroken)
                    return pass(axis, [.. axis.Periods.Select((p, t) => new PeriodParts(p, t, t))]);
                var pieces = axis.Pieces();
                return pass(
                    pieces,
                    [
                        .. axis.Periods.Select(p => new PeriodParts(
                            p,
                            pieces.FirstEndingFrom(p.First.DayNumber),
                            pieces.LastEndingBy(p.Last.DayNumber)
                        )),
                    ]
                );
            }
        );

    /// <summary>True where a day may lie in one period only.</summary>
    private protected virtual bool NeedsUnbroken => false;

    /// <summary>The value of every cell that is not empty in one of the periods.</summary>
    public IReadOnlyList<CellResult> Split(FactStore store, TimeAxis axis, Breakdown breakdown)
    {
        if (NeedsUnbroken && !axis.IsUnbroken)
            throw new ArgumentException("Days are split over periods that follow one another.", nameof(axis));
        using var numbers = Collect(store, axis, breakdown);
        var table = FactReader.Table(store, Set.Table);
        return
        [
            .. Enumerable
                .Range(0, numbers.Cells)
                .Where(cell => numbers.IsAny(cell))
                .Select(cell => new CellResult(
                    breakdown.CodesOf(table, cell),
                    [.. axis.Periods.Select((p, t) => ResultOf(numbers, cell, new(p, t, t)))]
                )),
        ];
    }
}

/// <summary>A period, and the first and last of the axis's periods that it is made of.</summary>
internal readonly record struct PeriodParts(FigurePeriod Period, int First, int Last);

/// <summary>A group of a measure's set, and the rows that are of it.</summary>
internal sealed record Portion(FigureGroup Group, FactSet Counted);

/// <summary>
/// How many cells, periods and planes a pass has. Between the periods of two cells stands one that is not used.
/// </summary>
internal readonly record struct CellShape(int Cells, int Periods, int Planes)
{
    public int PerCell => (Periods + 1) * Planes;

    public int Length => checked(Cells * PerCell);
}

/// <summary>What a pass found: whole numbers by cell, period and plane, in memory that is lent.</summary>
internal sealed class Numbers(long[] values, CellShape shape) : IDisposable
{
    public int Cells => shape.Cells;

    /// <summary>Whether a cell has anything in one of its periods.</summary>
    public bool IsAny(int cell) => Of(cell).ContainsAnyExcept(0L);

    /// <summary>A cell's numbers, period by period and plane by plane.</summary>
    public ReadOnlySpan<long> Of(int cell) => values.AsSpan(cell * shape.PerCell, shape.Periods * shape.Planes);

    /// <summary>All planes of a cell and a period.</summary>
    public ReadOnlySpan<long> Of(int cell, int period) => values.AsSpan((cell * shape.PerCell) + (period * shape.Planes), shape.Planes);

    public long this[int cell, int period, int plane] => values[(cell * shape.PerCell) + (period * shape.Planes) + plane];

    public void Dispose() => ArrayPool<long>.Shared.Return(values);
}

/// <summary>One cell of a breakdown: the codes it stands for and its value in each period.</summary>
public sealed record CellResult(IReadOnlyList<int> Codes, IReadOnlyList<Result> Values);
