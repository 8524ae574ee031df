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
/// Joins a subject's rows into spells by the gap rule, whatever their cells, and counts them. A spell begun counts in its first row's cell,
/// one ended in the cell of the row that ended last, a long one in the cell of the row that covers the day. A birthday neither begins nor ends one.
/// </summary>
internal sealed class ChainKernel(TimeAxis axis, int cells, Gap gap, ChainCount count, int days) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly long[] _counts = new long[cells * (axis.Count + 1)];
    private Coverage _counted = new();
    private int _subject = -1;
    private int _began;
    private int _until;
    private int _ended;
    private int _lastCell;

    public long[] Cells => _counts;

    public void Take(RowBlock block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            if (block.Subject[i] != _subject || (_until < block.From[i] && gap.Breaks(_until, block.From[i]))) Begin(block, i);
            if (block.To[i] >= _until) (_until, _ended, _lastCell) = (block.To[i], block.Ended[i], block.Cell[i]);
            if (count == ChainCount.LongerThan) CountLong(block, i);
        }
    }

    public void Finish()
    {
        End();
        _subject = -1;
        if (count == ChainCount.LongerThan) Steps.Sum(_counts, cells, axis.Count);
    }

    private void Begin(RowBlock block, int i)
    {
        End();
        if (block.Subject[i] != _subject) _counted.Clear();
        (_subject, _began, _until, _ended, _lastCell) = (block.Subject[i], block.Began[i], block.To[i], block.Ended[i], block.Cell[i]);
        if (count == ChainCount.Begun && block.Began[i] == block.From[i]) Add(block.From[i], block.Cell[i]);
    }

    private void End()
    {
        if (_subject >= 0 && count == ChainCount.Ended && _until == _ended && _until != FactTable.Open) Add(_until, _lastCell);
    }

    private void Add(int day, int cell)
    {
        var last = axis.LastStartingBy(day);
        for (var t = axis.FirstEndingFrom(day); t <= last; t++) _counts[(cell * _stride) + t]++;
    }

    private void CountLong(RowBlock block, int i)
    {
        var from = Math.Max(block.From[i], _began + days + 1);
        if (from > block.To[i] || from > axis.Last || block.To[i] < axis.First) return;
        int first = axis.FirstEndingFrom(from), last = axis.LastEndingBy(block.To[i]);
        if (last < first) return;
        var fresh = _counted.Take(block.Cell[i], first, last);
        if (fresh > last) return;
        _counts[(block.Cell[i] * _stride) + fresh]++;
        _counts[(block.Cell[i] * _stride) + last + 1]--;
    }
}

/// <summary>Events in each period: one for each row.</summary>
internal sealed class EventKernel(TimeAxis axis, int cells) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly long[] _counts = new long[cells * (axis.Count + 1)];

    public long[] Cells => _counts;

    public void Take(RowBlock block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            var last = axis.LastStartingBy(block.From[i]);
            for (var t = axis.FirstEndingFrom(block.From[i]); t <= last; t++) _counts[(block.Cell[i] * _stride) + t]++;
        }
    }

    public void Finish()
    {
    }
}
