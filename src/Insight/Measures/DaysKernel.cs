using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Virker.Insight;

/// <summary>
/// Days in each period, row by row: rows that overlap count twice, as full-time persons do by definition.
/// </summary>
internal sealed class DaysKernel(TimeAxis axis, int cells) : IKernel
{
    private readonly RunningDays _days = new(axis, cells);

    public ITally Tally => _days;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        _days.Expect(rows.Count);
        int first = axis.First, last = axis.Last, stride = axis.Count + 1, count = rows.Count;
        ref int from = ref MemoryMarshal.GetReference(rows.From), to = ref MemoryMarshal.GetReference(rows.To);
        ref var days = ref MemoryMarshal.GetArrayDataReference(axis.Days);
        var steps = _days.Steps;
        for (var i = 0; i < count; i++)
        {
            if (!cells.Takes(i)) continue;
            int f = Math.Max(Unsafe.Add(ref from, i), first), t = Math.Min(Unsafe.Add(ref to, i), last);
            if (t < f) continue;
            AxisDay begins = Unsafe.Add(ref days, f - first), ends = Unsafe.Add(ref days, t - first);
            var at = cells.Of(i) * stride;
            steps[at + begins.Period] += RunningDays.One + 1 + begins.Left;
            steps[at + ends.Period] -= RunningDays.One + ends.Left;
        }
    }

    public void Finish()
    {
    }
}
