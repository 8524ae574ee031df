namespace Virker.Insight;

/// <summary>
/// What an indicator computes, as an expression of declared kinds. Everything is exact; nothing is rounded. The same expression answers the
/// value of many periods, of cells of a breakdown, and who stands behind.
/// </summary>
public abstract record Measure
{
    /// <summary>The facts without which nothing can be said.</summary>
    public abstract IReadOnlyList<FactSet> Sets { get; }

    /// <summary>One result for each period; <see cref="Result.Value"/> is null where the group is empty.</summary>
    public abstract IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods);

    /// <summary>The dense numbers of those who are counted (in the numerator, of a share) in a period, ascending.</summary>
    public abstract IReadOnlyList<int> Behind(FactStore store, FigurePeriod period);

    public Result In(FactStore store, FigurePeriod period) => Over(store, [period])[0];

    /// <summary>One pass for all periods where they are sorted (and, if the pass wants that, unbroken); else one by one.</summary>
    private protected static IReadOnlyList<Result> ByAxis(IReadOnlyList<FigurePeriod> periods, Func<TimeAxis, IReadOnlyList<Result>> pass, bool unbroken = false)
    {
        if (periods.Count == 0) return [];
        var axis = TimeAxis.IsSorted(periods) ? new TimeAxis(periods) : null;
        return axis is not null && (axis.IsUnbroken || !unbroken) ? pass(axis) : [.. periods.Select(p => pass(new([p]))[0])];
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
    public override IReadOnlyList<FactSet> Sets => [Set];

    /// <summary>Cells × periods, one more number than periods to a cell.</summary>
    internal abstract long[] Cells(FactStore store, TimeAxis axis, Breakdown breakdown);

    /// <summary>What the numbers of a period are divided by: its days, or one.</summary>
    private protected virtual int Divisor(FigurePeriod period) => 1;

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods) => ByAxis(periods, axis =>
    {
        var cells = Cells(store, axis, Breakdown.None);
        return [.. axis.Periods.Select((p, i) => Result.Of(new Fraction(cells[i], Divisor(p))))];
    }, NeedsUnbroken);

    /// <summary>True where a day may lie in one period only.</summary>
    private protected virtual bool NeedsUnbroken => false;

    /// <summary>The value of every cell that is not empty in one of the periods.</summary>
    public IReadOnlyList<CellResult> Split(FactStore store, TimeAxis axis, Breakdown breakdown)
    {
        if (NeedsUnbroken && !axis.IsUnbroken) throw new ArgumentException("Days are split over periods that follow one another.", nameof(axis));
        var cells = Cells(store, axis, breakdown);
        var table = FactReader.Table(store, Set.Table);
        var stride = axis.Count + 1;
        return [.. Enumerable.Range(0, cells.Length / stride)
            .Where(cell => cells.AsSpan(cell * stride, axis.Count).ContainsAnyExcept(0L))
            .Select(cell => new CellResult(breakdown.CodesOf(table, cell), [.. axis.Periods.Select((p, t) => new Fraction(cells[(cell * stride) + t], Divisor(p)))]))];
    }

    private protected long[] Run(FactStore store, Breakdown breakdown, Func<int, IKernel> make)
    {
        var reader = new FactReader(store, Set, breakdown);
        var cells = breakdown.CellsIn(reader.Source);
        return Pass.Over(reader, () => make(cells));
    }
}

/// <summary>One cell of a breakdown: the codes it stands for and its value in each period.</summary>
public sealed record CellResult(IReadOnlyList<int> Codes, IReadOnlyList<Fraction> Values);
