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
    private readonly RunningDays _days = new(axis, cells, steps.Count + 1);
    private readonly long[] _present = new long[cells * (axis.Count + 1) * 2];
    private readonly int[] _end = axis.End;
    private readonly int _longestBreak = gap.LongestBreak ?? -1;
    private int _subject = -1;
    private int _last;
    private int _seniority;

    public long[] Cells { get; private set; } = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        _days.Expect(rows.Count);
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
        var index = axis.Index;
        var days = _days.Steps;
        int first = axis.First, planes = until.Length, step = 0;
        while (a - zero >= until[step]) step++;
        int pf = index[a - first], pb = index[b - first];
        Stand(at, pf, end[pb] == b ? pb : pb - 1, zero - first);
        for (var day = a; ; step++)
        {
            var isLast = until[step] > b - zero;
            var stop = isLast ? b : zero + until[step] - 1;
            var pt = isLast ? pb : index[stop - first];
            days[((at + pf) * planes) + step] += RunningDays.One + (end[pf] - day + 1);
            days[((at + pt) * planes) + step] -= RunningDays.One + (end[pt] - stop);
            if (isLast) return;
            day = stop + 1;
            pf = index[day - first];
        }
    }

    private void Stand(int at, int firstPeriod, int lastPeriod, int zero)
    {
        if (lastPeriod < firstPeriod) return;
        int up = (at + firstPeriod) * 2, down = (at + lastPeriod + 1) * 2;
        _present[up]++;
        _present[up + 1] -= zero;
        _present[down]--;
        _present[down + 1] += zero;
    }

    public void Finish()
    {
        _days.Finish();
        int periods = axis.Count, steps = _until.Length, planes = steps + 2;
        var numbers = new long[cells * (periods + 1) * planes];
        for (var cell = 0; cell < cells; cell++)
        {
            long count = 0, zeros = 0;
            for (var t = 0; t < periods; t++)
            {
                var at = (cell * (periods + 1)) + t;
                count += _present[at * 2];
                zeros += _present[(at * 2) + 1];
                _days.Steps.AsSpan(at * steps, steps).CopyTo(numbers.AsSpan(at * planes));
                numbers[(at * planes) + steps] = count;
                numbers[(at * planes) + steps + 1] = zeros + (count * (axis.End[t] - axis.First));
            }
        }

        Cells = numbers;
    }
}
