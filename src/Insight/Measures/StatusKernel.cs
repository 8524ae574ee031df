using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>Planes: those who entered the cohort, and those of them for whom the status held on their follow-up day.</summary>
internal sealed class StatusKernel<TLook>(TimeAxis axis, int cells, StatusAfter measure, TLook look) : IKernel
    where TLook : struct, ILook
{
    private readonly int _stride = axis.Count + 1;
    /// <summary>One for whom the status held; in the low half of a number stand all who entered.</summary>
    private const long Held = 1L << 32;

    private readonly long[] _numbers = new long[cells * (axis.Count + 1)];
    private readonly bool _isUnbroken = axis.IsUnbroken;
    private readonly Gap _gap = measure.Set.Gap;
    private readonly bool _begins = measure.On == CohortEvent.Begins;
    private int _subject = -1;
    private int _row;
    private int _until;
    private int _ended;
    private int _cell;

    public long[] Cells { get; private set; } = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        if (_gap.JoinsNothing)
        {
            TakeEach(rows, cells);
            return;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (!cells.Takes(i)) continue;
            var isNew = rows.Subject[i] != _subject || _gap.Parts(_until, rows.From[i]);
            if (isNew) End();
            if (isNew && _begins && rows.Began[i] == rows.From[i]) Enter(rows.Subject[i], rows.RowOf(i), rows.From[i], cells.Of(i));
            if (isNew || rows.To[i] >= _until) (_subject, _row, _until, _ended, _cell) = (rows.Subject[i], rows.RowOf(i), rows.To[i], rows.Ended[i], cells.Of(i));
        }
    }

    public void Finish()
    {
        End();
        Cells = new long[_numbers.Length * 2];
        for (var i = 0; i < _numbers.Length; i++) (Cells[i * 2], Cells[(i * 2) + 1]) = (_numbers[i] & uint.MaxValue, _numbers[i] >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeEach<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        ReadOnlySpan<int> subject = rows.Subject, from = rows.From, to = rows.To, began = rows.Began, ended = rows.Ended;
        var own = look;
        var (begins, unbroken, numbers, stride, index) = (_begins, _isUnbroken, _numbers, _stride, axis.PeriodOfDay);
        int first = axis.First, last = axis.Last;
        var (isWhole, firstRow) = (rows.FirstOfWhole is not null, rows.FirstOfWhole ?? 0);
        for (var i = 0; i < subject.Length; i++)
        {
            var day = begins ? from[i] : to[i];
            if (!cells.Takes(i) || day == FactTable.Open || (!isWhole && (begins ? began[i] : ended[i]) != day)) continue;
            var placed = own.Look(subject[i], isWhole ? firstRow + i : rows.RowOf(i), day, out var holds);
            if (placed < first || placed > last) continue;
            if (unbroken)
            {
                numbers[(cells.Of(i) * stride) + index[placed - first]] += holds ? Held + 1 : 1;
            }
            else Add(cells.Of(i), placed, holds);
        }
    }

    private void End()
    {
        if (_subject >= 0 && !_begins && _until == _ended && _until != FactTable.Open) Enter(_subject, _row, _until, _cell);
        _subject = -1;
    }

    private void Enter(int subject, int row, int day, int cell)
    {
        var placed = look.Look(subject, row, day, out var holds);
        if (placed >= axis.First && placed <= axis.Last) Add(cell, placed, holds);
    }

    private void Add(int cell, int day, bool holds)
    {
        var last = axis.LastStartingBy(day);
        for (var t = axis.FirstEndingFrom(day); t <= last; t++)
        {
            _numbers[(cell * _stride) + t] += holds ? Held + 1 : 1;
        }
    }
}
