using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

/// <summary>
/// Distinct subjects in each period and cell: each new stretch of periods is one step up and one step down.
/// </summary>
internal sealed class HeadKernel(TimeAxis axis, int cells, Presence presence) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly Levels _levels = new(cells, axis.Count);
    private Coverage _counted = new();
    private int _subject = -1;

    public ITally Tally => _levels;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        var steps = _levels.Steps;
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
            steps[(cell * _stride) + fresh]++;
            steps[(cell * _stride) + last + 1]--;
        }
    }

    public void Finish()
    {
    }
}

/// <summary>
/// Subjects on the period's last day whose row began more than so many days before, where each row is a spell of its
/// own and no two of a subject's rows share a day: then nobody can be counted twice.
/// </summary>
internal sealed class LongRowKernel(TimeAxis axis, int cells, int days) : IKernel
{
    private const int RowsInAWord = 64;

    private readonly Levels _levels = new(cells, axis.Count);

    public ITally Tally => _levels;

    /// <summary>Most rows are too short: those that are not are found 64 at a time, each a bit in a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        int first = axis.First,
            last = axis.Last,
            stride = axis.Count + 1,
            count = rows.Count;
        ref int began = ref MemoryMarshal.GetReference(rows.Began),
            from = ref MemoryMarshal.GetReference(rows.From),
            to = ref MemoryMarshal.GetReference(rows.To);
        ref var place = ref MemoryMarshal.GetArrayDataReference(axis.Days);
        var steps = _levels.Steps;
        for (var word = 0; word < count; word += RowsInAWord)
        {
            var end = Math.Min(count, word + RowsInAWord);
            for (
                var found = LongOnes(ref Unsafe.Add(ref began, word), ref Unsafe.Add(ref to, word), end - word);
                found != 0;
                found &= found - 1
            )
            {
                var i = word + BitOperations.TrailingZeroCount(found);
                if (!cells.Takes(i))
                    continue;
                int f = Math.Max(Math.Max(Unsafe.Add(ref began, i) + days + 1, Unsafe.Add(ref from, i)), first),
                    t = Math.Min(Unsafe.Add(ref to, i), last);
                if (f > t)
                    continue;
                var at = cells.Of(i) * stride;
                steps[at + Unsafe.Add(ref place, f - first).Period]++;
                steps[at + Unsafe.Add(ref place, t + 1 - first).Period]--;
            }
        }
    }

    /// <summary>Which of at most 64 rows have lasted longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong LongOnes(ref int began, ref int to, int count)
    {
        var found = 0UL;
        var i = 0;
        var longest = Vector256.Create(days);
        for (; i <= count - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            var lasted = Vector256.LoadUnsafe(ref to, (nuint)i) - Vector256.LoadUnsafe(ref began, (nuint)i);
            found |= (ulong)Vector256.GreaterThan(lasted, longest).ExtractMostSignificantBits() << i;
        }

        for (; i < count; i++)
        {
            if (Unsafe.Add(ref to, i) - Unsafe.Add(ref began, i) > days) found |= 1UL << i;
        }

        return found;
    }

    public void Finish()
    {
    }
}
