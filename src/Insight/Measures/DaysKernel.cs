using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>Days in each period, row by row: rows that overlap count twice, as full-time persons do by definition.</summary>
internal sealed class DaysKernel(TimeAxis axis, int cells) : IKernel
{
    private readonly RunningDays _days = new(axis, cells);

    public long[] Cells => _days.Steps;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        _days.Expect(rows.Count);
        int first = axis.First, last = axis.Last, stride = axis.Count + 1;
        ReadOnlySpan<int> from = rows.From, to = rows.To, end = axis.End;
        var index = axis.Index;
        var steps = _days.Steps;
        for (var i = 0; i < from.Length; i++)
        {
            if (!cells.Takes(i)) continue;
            int f = Math.Max(from[i], first), t = Math.Min(to[i], last);
            if (t < f) continue;
            int pf = index[f - first], pt = index[t - first], at = cells.Of(i) * stride;
            steps[at + pf] += RunningDays.One + (end[pf] - f + 1);
            steps[at + pt] -= RunningDays.One + (end[pt] - t);
        }
    }

    public void Finish() => _days.Finish();
}
