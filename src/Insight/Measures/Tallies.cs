using System.Buffers;
using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>
/// What one core has counted by cell and period, and how the cores' counts become whole numbers. Its memory is lent,
/// and goes back when it is disposed of.
/// </summary>
internal interface ITally : IDisposable
{
    /// <summary>
    /// The numbers of the cells from <paramref name="first"/> up to, not with, <paramref name="end"/>, of all cores
    /// together: cell by cell, period by period (one more than there are), plane by plane.
    /// </summary>
    void Sum(ITally[] cores, int first, int end, Span<long> numbers);
}

/// <summary>Numbers by cell and period.</summary>
internal sealed class Counts(int cells, int periods) : ITally
{
    public long[] Values { get; } = Lent.Zeros<long>(cells * (periods + 1));

    public void Sum(ITally[] cores, int first, int end, Span<long> numbers)
    {
        numbers.Clear();
        foreach (var core in cores)
        {
            var own = ((Counts)core).Values.AsSpan(first * (periods + 1), numbers.Length);
            for (var i = 0; i < own.Length; i++) numbers[i] += own[i];
        }
    }

    public void Dispose() => ArrayPool<long>.Shared.Return(Values);
}

/// <summary>How many hold in each period, kept as the changes from one period to the next.</summary>
internal sealed class Levels(int cells, int periods) : ITally
{
    public int[] Steps { get; } = Lent.Zeros<int>(cells * (periods + 1));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(ITally[] cores, int first, int end, Span<long> numbers)
    {
        var stride = periods + 1;
        numbers.Clear();
        foreach (var core in cores)
        {
            var own = ((Levels)core).Steps.AsSpan(first * stride, numbers.Length);
            for (var i = 0; i < own.Length; i++) numbers[i] += own[i];
        }

        for (var at = 0; at < numbers.Length; at += stride)
        {
            var level = 0L;
            var cell = numbers.Slice(at, stride);
            for (var t = 0; t < cell.Length; t++) cell[t] = level += cell[t];
            cell[^1] = 0;
        }
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(Steps);
}

/// <summary>
/// Members in a number's low half, and those of them for whom something holds in its high half; two planes.
/// </summary>
internal sealed class Parts(int cells, int periods) : ITally
{
    /// <summary>A member for whom it holds is 1 and one of these.</summary>
    public const int HighHalf = 32;

    public long[] Values { get; } = Lent.Zeros<long>(cells * (periods + 1));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(ITally[] cores, int first, int end, Span<long> numbers)
    {
        numbers.Clear();
        foreach (var core in cores)
        {
            var own = ((Parts)core).Values.AsSpan(first * (periods + 1), numbers.Length / 2);
            for (var i = 0; i < own.Length; i++)
            {
                numbers[i * 2] += own[i] & uint.MaxValue;
                numbers[(i * 2) + 1] += own[i] >> HighHalf;
            }
        }
    }

    public void Dispose() => ArrayPool<long>.Shared.Return(Values);
}

/// <summary>
/// Memory that passes use again and again: a cell for each combination of codes and each period is too much to ask for
/// anew each time.
/// </summary>
internal static class Lent
{
    public static T[] Zeros<T>(int length)
    {
        var lent = ArrayPool<T>.Shared.Rent(length);
        Array.Clear(lent, 0, length);
        return lent;
    }
}
