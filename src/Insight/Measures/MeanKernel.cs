using System.Buffers;
using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>Which days of a spell (rows joined by the gap rule) are averaged.</summary>
internal enum SpellMean
{
    /// <summary>Those from its first day to the period's last, over those who have a row on that day.</summary>
    Seniority,

    /// <summary>All, both ends counted, over the spells whose last day lies in the period.</summary>
    Duration,
}

/// <summary>Joins a subject's rows into spells by the gap rule. Planes: how many, and the sum of their days.</summary>
internal sealed class MeanKernel(TimeAxis axis, int cells, Gap gap, SpellMean mean) : IKernel
{
    private readonly Sums _sums = new(axis, cells, mean == SpellMean.Seniority);
    private Coverage _counted = new();
    private int _subject = -1;
    private int _cell;
    private int _began;
    private int _until;
    private int _ended;
    private int _lastCell;

    public ITally Tally => _sums;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!cells.Takes(i)) continue;
            var cell = cells.Of(i);
            if (rows.Subject[i] != _subject || (TCells.AreApart && cell != _cell) || gap.Parts(_until, rows.From[i]))
            {
                End();
                if (rows.Subject[i] != _subject)
                    _counted.Clear();
                (_subject, _began, _until, _ended, _lastCell) = (
                    rows.Subject[i],
                    rows.Began[i],
                    rows.To[i],
                    rows.Ended[i],
                    cell
                );
            }

            _cell = cell;
            if (rows.To[i] >= _until) (_until, _ended, _lastCell) = (rows.To[i], rows.Ended[i], cell);
            if (mean == SpellMean.Seniority) Stand(rows.From[i], rows.To[i], cell);
        }
    }

    public void Finish()
    {
        End();
        _subject = -1;
    }

    private void End()
    {
        if (_subject < 0 || mean != SpellMean.Duration || _until != _ended || _until == FactTable.Open) return;
        var last = axis.LastStartingBy(_until);
        for (var t = axis.FirstEndingFrom(_until); t <= last; t++) _sums.Add(_lastCell, t, 1, _until - _began + 1L);
    }

    private void Stand(int from, int to, int cell)
    {
        if (from > axis.Last || to < axis.First) return;
        int first = axis.FirstEndingFrom(from), last = axis.LastEndingBy(to);
        if (last < first) return;
        var fresh = _counted.Take(cell, first, last);
        if (fresh > last) return;
        _sums.Add(cell, fresh, 1, -_began);
        _sums.Add(cell, last + 1, -1, _began);
    }
}

/// <summary>
/// How many, and the sum of their days; where they are steps, of those who stand on each period's last day, as changes
/// and from the day that they began.
/// </summary>
internal sealed class Sums(TimeAxis axis, int cells, bool areSteps) : ITally
{
    private readonly long[] _values = Lent.Zeros<long>(cells * (axis.Count + 1) * 2);

    public void Add(int cell, int period, int count, long days)
    {
        var at = ((cell * (axis.Count + 1)) + period) * 2;
        _values[at] += count;
        _values[at + 1] += days;
    }

    public void Sum(ITally[] cores, int first, int end, Span<long> numbers)
    {
        var perCell = (axis.Count + 1) * 2;
        numbers.Clear();
        foreach (var core in cores)
        {
            var own = ((Sums)core)._values.AsSpan(first * perCell, numbers.Length);
            for (var i = 0; i < own.Length; i++) numbers[i] += own[i];
        }

        for (var at = 0; areSteps && at < numbers.Length; at += perCell) Stand(numbers.Slice(at, perCell));
    }

    private void Stand(Span<long> cell)
    {
        long count = 0, days = 0;
        for (var t = 0; t < axis.Count; t++)
        {
            (count, days) = (count + cell[t * 2], days + cell[(t * 2) + 1]);
            (cell[t * 2], cell[(t * 2) + 1]) = (count, days + (count * axis.End[t]));
        }
    }

    public void Dispose() => ArrayPool<long>.Shared.Return(_values);
}
