namespace Virker.Insight;

/// <summary>
/// Days in each period, row by row (rows that overlap count twice, as full-time persons do by definition). Each row touches at most three
/// numbers of its cell: whole periods are kept as differences.
/// </summary>
internal sealed class DaysKernel(TimeAxis axis, int cells) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly long[] _partial = new long[cells * (axis.Count + 1)];
    private readonly long[] _whole = new long[cells * (axis.Count + 1)];

    public long[] Cells => _partial;

    public void Take(RowBlock block)
    {
        int first = axis.First, last = axis.Last;
        int[] from = block.From, to = block.To, cell = block.Cell, start = axis.Start, end = axis.End;
        var index = axis.Index;
        for (var i = 0; i < block.Count; i++)
        {
            int f = Math.Max(from[i], first), t = Math.Min(to[i], last);
            if (t < f) continue;
            int pf = index[f - first], pt = index[t - first], at = cell[i] * _stride;
            if (pf == pt)
            {
                _partial[at + pf] += t - f + 1;
                continue;
            }

            _partial[at + pf] += end[pf] - f + 1;
            _partial[at + pt] += t - start[pt] + 1;
            _whole[at + pf + 1]++;
            _whole[at + pt]--;
        }
    }

    public void Finish()
    {
        for (var cell = 0; cell < cells; cell++)
        {
            var whole = 0L;
            for (var t = 0; t < axis.Count; t++)
            {
                whole += _whole[(cell * _stride) + t];
                _partial[(cell * _stride) + t] += whole * (axis.End[t] - axis.Start[t] + 1);
            }
        }
    }
}
