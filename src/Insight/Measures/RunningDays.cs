using System.Buffers;
using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>
/// Days by period, collected as differences. A spell touches two numbers, whatever its length: from its first period on
/// it counts as running to the end of time, from its last period on as not running. A number holds in its low half the
/// days of that period itself, in its high half the change in how many run through the periods after it.
/// </summary>
internal sealed class RunningDays(TimeAxis axis, int cells, int planes = 1, int others = 0) : ITally
{
    /// <summary>One that runs on; added to the days of its first period, taken from those of its last.</summary>
    public const long One = 1L << 32;

    private readonly int _rowsThatFit = int.MaxValue / axis.LongestPeriod;
    private readonly int _room = planes + others;
    private readonly int _length = cells * (axis.Count + 1) * (planes + others);
    private long[]? _days;
    private long[]? _running;
    private int _rows;

    /// <summary>
    /// Cell by cell, period by period (one more than there are), plane by plane; after the planes of days stand the
    /// others, which are plain numbers.
    /// </summary>
    public long[] Steps { get; } = Lent.Zeros<long>(cells * (axis.Count + 1) * (planes + others));

    /// <summary>
    /// To be said before rows are added: so that no low half overflows, everything is moved to whole numbers in time.
    /// </summary>
    public void Expect(int rows)
    {
        if (_rows > _rowsThatFit - rows) Spill();
        _rows += rows;
    }

    private void Spill()
    {
        _days ??= new long[_length];
        _running ??= new long[_length];
        for (var i = 0; i < _length; i++)
        {
            if (i % _room >= planes) continue;
            var days = (long)(int)Steps[i];
            _days[i] += days;
            _running[i] += (Steps[i] - days) >> 32;
            Steps[i] = 0;
        }

        _rows = 0;
    }

    /// <summary>The steps become days; the others are left to whoever keeps them.</summary>
    public void Sum(ITally[] cores, int first, int end, Span<long> numbers)
    {
        var own = Array.ConvertAll(cores, core => core as RunningDays ?? ((LadderTally)core).Days);
        var perCell = (axis.Count + 1) * _room;
        for (var cell = first; cell < end; cell++)
        {
            for (var plane = 0; plane < planes; plane++)
                SumOne(own, (cell * perCell) + plane, numbers[(((cell - first) * perCell) + plane)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumOne(RunningDays[] cores, int at, Span<long> numbers)
    {
        int[] length = axis.Length;
        var running = 0L;
        for (int t = 0, to = 0; t < length.Length; t++, at += _room, to += _room)
        {
            long days = 0, change = 0;
            foreach (var core in cores)
            {
                var own = core.Steps[at];
                var low = (long)(int)own;
                days += low;
                change += (own - low) >> 32;
                if (core._days is not null) (days, change) = (days + core._days[at], change + core._running![at]);
            }

            numbers[to] = days + (running * length[t]);
            running += change;
        }

        numbers[length.Length * _room] = 0;
    }

    public void Dispose() => ArrayPool<long>.Shared.Return(Steps);
}
