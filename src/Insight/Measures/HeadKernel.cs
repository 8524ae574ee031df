using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>When a subject counts in a period.</summary>
public enum Presence
{
    /// <summary>On the period's last day.</summary>
    AtEnd,

    /// <summary>On at least one of its days.</summary>
    InPeriod,
}

/// <summary>Distinct subjects in each period and cell: each new stretch of periods is one step up and one step down.</summary>
internal sealed class HeadKernel(TimeAxis axis, int cells, Presence presence) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly long[] _steps = new long[cells * (axis.Count + 1)];
    private Coverage _counted = new();
    private int _subject = -1;

    public long[] Cells => _steps;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!cells.Takes(i) || rows.To[i] < axis.First || rows.From[i] > axis.Last) continue;
            if (rows.Subject[i] != _subject)
            {
                _subject = rows.Subject[i];
                _counted.Clear();
            }

            var (first, last) = presence == Presence.AtEnd
                ? (axis.FirstEndingFrom(rows.From[i]), axis.LastEndingBy(rows.To[i]))
                : (axis.FirstEndingFrom(rows.From[i]), axis.LastStartingBy(rows.To[i]));
            if (last < first) continue;
            var cell = cells.Of(i);
            var fresh = _counted.Take(cell, first, last);
            if (fresh > last) continue;
            _steps[(cell * _stride) + fresh]++;
            _steps[(cell * _stride) + last + 1]--;
        }
    }

    public void Finish() => Steps.Sum(_steps, cells, axis.Count);
}

/// <summary>
/// Subjects on the period's last day whose row began more than so many days before, where each row is a spell of its own and no two of a
/// subject's rows share a day: then nobody can be counted twice.
/// </summary>
internal sealed class LongRowKernel(TimeAxis axis, int cells, int days) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly long[] _steps = new long[cells * (axis.Count + 1)];

    public long[] Cells => _steps;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        int first = axis.First, last = axis.Last, stride = _stride;
        ReadOnlySpan<int> began = rows.Began, from = rows.From, to = rows.To;
        var steps = _steps;
        var index = axis.Index;
        for (var i = 0; i < to.Length; i++)
        {
            int f = began[i] + days + 1, t = to[i];
            if (f > t || f > last || t < first || !cells.Takes(i)) continue;
            f = Math.Max(Math.Max(f, from[i]), first);
            if (f > last) continue;
            int a = index[f - first], b = t >= last ? axis.Count - 1 : index[t + 1 - first] - 1;
            if (b < a) continue;
            var at = cells.Of(i) * stride;
            steps[at + a]++;
            steps[at + b + 1]--;
        }
    }

    public void Finish() => Steps.Sum(_steps, cells, axis.Count);
}
