using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Virker.Insight;

/// <summary>
/// Planes: those who entered the cohort, and those of them for whom the status held on their follow-up day.
/// </summary>
internal sealed class StatusKernel<TLook>(TimeAxis axis, int cells, StatusAfter measure, TLook look) : IKernel
    where TLook : struct, ILook
{
    private readonly int _stride = axis.Count + 1;
    private readonly Parts _parts = new(cells, axis.Count);
    private readonly bool _isUnbroken = axis.IsUnbroken;
    private readonly Gap _gap = measure.Set.Gap;
    private readonly bool _begins = measure.On == CohortEvent.Begins;
    private int _subject = -1;
    private int _row;
    private int _until;
    private int _ended;
    private int _cell;

    public ITally Tally => _parts;

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
            if (!cells.Takes(i))
                continue;
            var isNew =
                rows.Subject[i] != _subject
                || (TCells.AreApart && cells.Of(i) != _cell)
                || _gap.Parts(_until, rows.From[i]);
            if (isNew)
                End();
            if (isNew && _begins && rows.Began[i] == rows.From[i])
                Enter(rows.Subject[i], rows.RowOf(i), rows.From[i], cells.Of(i));
            if (isNew || rows.To[i] >= _until)
                (_subject, _row, _until, _ended, _cell) = (
                    rows.Subject[i],
                    rows.RowOf(i),
                    rows.To[i],
                    rows.Ended[i],
                    cells.Of(i)
                );
        }
    }

    public void Finish() => End();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeEach<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        int first = axis.First,
            last = axis.Last,
            stride = axis.Count + 1,
            count = rows.Count;
        ref int subject = ref MemoryMarshal.GetReference(rows.Subject),
            days = ref MemoryMarshal.GetReference(_begins ? rows.From : rows.To);
        ref int trueDays = ref MemoryMarshal.GetReference(_begins ? rows.Began : rows.Ended);
        ref var place = ref MemoryMarshal.GetArrayDataReference(axis.Days);
        var (own, values, isUnbroken) = (look, _parts.Values, _isUnbroken);
        var (isWhole, firstRow) = (rows.FirstOfWhole is not null, rows.FirstOfWhole ?? 0);
        for (var i = 0; i < count; i++)
        {
            var day = Unsafe.Add(ref days, i);
            if (!cells.Takes(i) || day == FactTable.Open || (!isWhole && Unsafe.Add(ref trueDays, i) != day))
                continue;
            var placed = own.Look(
                Unsafe.Add(ref subject, i),
                isWhole ? firstRow + i : rows.RowOf(i),
                day,
                out var holds
            );
            if (placed < first || placed > last)
                continue;
            if (isUnbroken)
                values[(cells.Of(i) * stride) + Unsafe.Add(ref place, placed - first).Period] += One(holds);
            else
                Add(cells.Of(i), placed, holds);
        }
    }

    /// <summary>What a member adds, found without a choice: whether the status holds cannot be foreseen.</summary>
    private static long One(bool holds) => 1 + ((long)Unsafe.BitCast<bool, byte>(holds) << Parts.HighHalf);

    private void End()
    {
        if (_subject >= 0 && !_begins && _until == _ended && _until != FactTable.Open)
            Enter(_subject, _row, _until, _cell);
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
            _parts.Values[(cell * _stride) + t] += One(holds);
        }
    }
}
