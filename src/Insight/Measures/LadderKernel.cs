using System.Buffers;
using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>
/// A subject's days, laid end to end, split at so many days of seniority: day 1 has none before it, and a break that the gap rule does not bridge starts
/// again. A day that two rows share counts once, in the row that began first. Planes: the days at each step, then, over those present on the period's last
/// day, their number and the sum of the days since their seniority was zero.
/// </summary>
internal sealed class LadderKernel(TimeAxis axis, int cells, Gap gap, IReadOnlyList<int> steps) : IKernel
{
    private readonly int[] _until = [.. steps, int.MaxValue];
    private readonly LadderTally _tally = new(axis, cells, steps.Count + 1);
    private readonly int[] _end = axis.End;
    private readonly int _longestBreak = gap.LongestBreak ?? -1;
    private int _subject = -1;
    private int _last;
    private int _seniority;

    public ITally Tally => _tally;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        _tally.Days.Expect(rows.Count);
        ReadOnlySpan<int> subject = rows.Subject, began = rows.Began, ended = rows.Ended, from = rows.From, to = rows.To;
        int first = axis.First, last = axis.Last, stride = axis.Count + 1;
        for (var i = 0; i < subject.Length; i++)
        {
            var start = began[i];
            if (!cells.Takes(i) || start > last) continue;
            if (subject[i] != _subject) (_subject, _seniority) = (subject[i], 0);
            else if (start <= _last) start = _last + 1;
            else if (_longestBreak >= 0 ? start - _last - 1 > _longestBreak : gap.Parts(_last, start)) _seniority = 0;
            var end = Math.Min(ended[i], last);
            if (end < start) continue;
            var zero = start - _seniority;
            _seniority += end - start + 1;
            _last = end;
            int a = Math.Max(Math.Max(from[i], start), first), b = Math.Min(to[i], end);
            if (a > b) continue;
            var at = cells.Of(i) * stride;
            Climb(at, a, b, zero);
        }
    }

    /// <summary>The days from <paramref name="a"/> to <paramref name="b"/>, each at its step, and one more present at the ends of periods between.</summary>
    private void Climb(int at, int a, int b, int zero)
    {
        int[] until = _until, end = _end;
        var index = axis.Days;
        var days = _tally.Days.Steps;
        int first = axis.First, planes = until.Length, step = 0;
        while (a - zero >= until[step]) step++;
        int pf = index[a - first].Period, pb = index[b - first].Period;
        Stand(at, pf, end[pb] == b ? pb : pb - 1, zero - first);
        for (var day = a; ; step++)
        {
            var isLast = until[step] > b - zero;
            var stop = isLast ? b : zero + until[step] - 1;
            var pt = isLast ? pb : index[stop - first].Period;
            days[((at + pf) * planes) + step] += RunningDays.One + (end[pf] - day + 1);
            days[((at + pt) * planes) + step] -= RunningDays.One + (end[pt] - stop);
            if (isLast) return;
            day = stop + 1;
            pf = index[day - first].Period;
        }
    }

    private void Stand(int at, int firstPeriod, int lastPeriod, int zero)
    {
        if (lastPeriod < firstPeriod) return;
        int up = (at + firstPeriod) * 2, down = (at + lastPeriod + 1) * 2;
        var present = _tally.Present;
        present[up]++;
        present[up + 1] -= zero;
        present[down]--;
        present[down + 1] += zero;
    }

    public void Finish()
    {
    }
}

/// <summary>Days at each step, and with how many are present on a period's last day the sum of the days, from the axis's first, on which their seniority was zero.</summary>
internal sealed class LadderTally(TimeAxis axis, int cells, int steps) : ITally
{
    public RunningDays Days { get; } = new(axis, cells, steps);

    public long[] Present { get; } = Lent.Zeros<long>(cells * (axis.Count + 1) * 2);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(ITally[] cores, int first, int end, Span<long> numbers)
    {
        var planes = steps + 2;
        Days.Sum(cores, core => ((LadderTally)core).Days, first, end, numbers, planes);
        for (int cell = first, to = steps; cell < end; cell++, to += planes)
        {
            long count = 0, zeros = 0;
            for (var t = 0; t < axis.Count; t++, to += planes)
            {
                var at = ((cell * (axis.Count + 1)) + t) * 2;
                foreach (var core in cores) (count, zeros) = (count + ((LadderTally)core).Present[at], zeros + ((LadderTally)core).Present[at + 1]);
                numbers[to] = count;
                numbers[to + 1] = zeros + (count * (axis.End[t] - axis.First));
            }

            (numbers[to], numbers[to + 1]) = (0, 0);
        }
    }

    public void Dispose()
    {
        Days.Dispose();
        ArrayPool<long>.Shared.Return(Present);
    }
}
