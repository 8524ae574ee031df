using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>What a pass over whole spells (rows joined by the gap rule) counts.</summary>
internal enum ChainCount
{
    /// <summary>Subjects on the period's last day whose spell began more than so many days before.</summary>
    LongerThan,

    /// <summary>Spells whose first day lies in the period.</summary>
    Begun,

    /// <summary>Spells whose last day lies in the period.</summary>
    Ended,
}

/// <summary>
/// Joins a subject's rows into spells by the gap rule, whatever their cells, and counts them. A spell begun counts in
/// its first row's cell, one ended in the cell of the row that ended last, a long one in the cell of the row that
/// covers the day. A birthday neither begins nor ends one.
/// </summary>
internal sealed class ChainKernel(TimeAxis axis, int cells, Gap gap, ChainCount count, int days) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly Counts? _counts = count == ChainCount.LongerThan ? null : new(cells, axis.Count);
    private readonly Levels? _levels = count == ChainCount.LongerThan ? new(cells, axis.Count) : null;
    private Coverage _counted = new();
    private int _subject = -1;
    private int _began;
    private int _until;
    private int _ended;
    private int _lastCell;
    private int _cell;

    public ITally Tally => _levels ?? (ITally)_counts!;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!cells.Takes(i)) continue;
            var cell = cells.Of(i);
            if (rows.Subject[i] != _subject || (TCells.AreApart && cell != _cell) || gap.Parts(_until, rows.From[i]))
                Begin(rows, i, cell);
            _cell = cell;
            if (rows.To[i] >= _until) (_until, _ended, _lastCell) = (rows.To[i], rows.Ended[i], cell);
            if (count == ChainCount.LongerThan) CountLong(rows.From[i], rows.To[i], cell);
        }
    }

    public void Finish()
    {
        End();
        _subject = -1;
    }

    private void Begin(RowBatch rows, int i, int cell)
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
        if (count == ChainCount.Begun && rows.Began[i] == rows.From[i])
            Add(rows.From[i], cell);
    }

    private void End()
    {
        if (_subject >= 0 && count == ChainCount.Ended && _until == _ended && _until != FactTable.Open)
            Add(_until, _lastCell);
    }

    private void Add(int day, int cell)
    {
        var last = axis.LastStartingBy(day);
        for (var t = axis.FirstEndingFrom(day); t <= last; t++) _counts!.Values[(cell * _stride) + t]++;
    }

    private void CountLong(int from, int to, int cell)
    {
        from = Math.Max(from, _began + days + 1);
        if (from > to || from > axis.Last || to < axis.First) return;
        int first = axis.FirstEndingFrom(from), last = axis.LastEndingBy(to);
        if (last < first) return;
        var fresh = _counted.Take(cell, first, last);
        if (fresh > last) return;
        _levels!.Steps[(cell * _stride) + fresh]++;
        _levels.Steps[(cell * _stride) + last + 1]--;
    }
}

/// <summary>Events in each period: one for each row.</summary>
internal sealed class EventKernel(TimeAxis axis, int cells) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly Counts _counts = new(cells, axis.Count);

    public ITally Tally => _counts;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!cells.Takes(i)) continue;
            var last = axis.LastStartingBy(rows.From[i]);
            for (var t = axis.FirstEndingFrom(rows.From[i]); t <= last; t++)
                _counts.Values[(cells.Of(i) * _stride) + t]++;
        }
    }

    public void Finish()
    {
    }
}
