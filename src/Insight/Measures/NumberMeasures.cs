using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>
/// The sum of a column's numbers over the rows whose first day lies in the period: hours worked, kroner paid.
/// </summary>
public sealed record Total(FactSet Set, FactColumn Column) : CellMeasure(Set)
{
    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis)
    {
        var column = FactReader.Table(store, Set.Table)[Column];
        return cells => new TotalKernel(axis, cells, column);
    }

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        new Events(Set).Behind(store, period);
}

/// <summary>
/// Mean days, both ends counted, of the spells that end in the period, joined by the set's gap rule. A spell that a
/// birthday cuts has not ended.
/// </summary>
public sealed record MeanDuration(FactSet Set) : CellMeasure(Set)
{
    internal override int Planes => 2;

    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) =>
        cells => new MeanKernel(axis, cells, Set.Gap, SpellMean.Duration);

    private protected override Result ResultOf(Numbers numbers, int cell, PeriodParts period) =>
        Result.Share(numbers[cell, period.Last, 1], numbers[cell, period.Last, 0], 1);

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        new Outflow(Set).Behind(store, period);
}

/// <summary>Numbers by the day their row begins.</summary>
internal sealed class TotalKernel(TimeAxis axis, int cells, Column column) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly Counts _sums = new(cells, axis.Count);

    public ITally Tally => _sums;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!cells.Takes(i)) continue;
            var last = axis.LastStartingBy(rows.From[i]);
            for (var t = axis.FirstEndingFrom(rows.From[i]); t <= last; t++)
                _sums.Values[(cells.Of(i) * _stride) + t] += column[rows.RowOf(i)];
        }
    }

    public void Finish()
    {
    }
}
