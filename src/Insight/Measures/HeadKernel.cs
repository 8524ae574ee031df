using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>Most rows are too short; eight at a time are found so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        ReadOnlySpan<int> began = rows.Began, to = rows.To;
        var longest = Vector256.Create(days);
        var i = 0;
        for (; i <= to.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            var lasted = Vector256.Subtract(Vector256.Create(to[i..]), Vector256.Create(began[i..]));
            for (var found = Vector256.GreaterThan(lasted, longest).ExtractMostSignificantBits(); found != 0; found &= found - 1)
            {
                var row = i + BitOperations.TrailingZeroCount(found);
                if (cells.Takes(row)) Add(began[row] + days + 1, rows.From[row], to[row], cells.Of(row));
            }
        }

        for (; i < to.Length; i++)
        {
            if (to[i] - began[i] > days && cells.Takes(i)) Add(began[i] + days + 1, rows.From[i], to[i], cells.Of(i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int longFrom, int from, int to, int cell)
    {
        from = Math.Max(Math.Max(longFrom, from), axis.First);
        if (from > to || from > axis.Last) return;
        int a = axis.PeriodOfDay[from - axis.First], b = to >= axis.Last ? axis.Count - 1 : axis.PeriodOfDay[to + 1 - axis.First] - 1;
        if (b < a) return;
        var at = cell * _stride;
        _steps[at + a]++;
        _steps[at + b + 1]--;
    }

    public void Finish() => Steps.Sum(_steps, cells, axis.Count);
}
