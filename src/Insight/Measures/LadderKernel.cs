using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Virker.Insight;

/// <summary>
/// A subject's days, laid end to end, split at so many days of seniority: day 1 has none before it, and a break that
/// the gap rule does not bridge starts again. A day that two rows share counts once, in the row that began first.
/// Planes: the days at each step, then, over those present on the period's last day, their number and the sum of the
/// days since their seniority was zero.
/// </summary>
internal sealed class LadderKernel(TimeAxis axis, int cells, Gap gap, IReadOnlyList<int> steps) : IKernel
{
    private readonly int[] _from = [0, .. steps];
    private readonly byte[] _stepOf = StepsOf(steps);
    private readonly LadderTally _tally = new(axis, cells, steps.Count + 1);
    private readonly int _longestBreak = gap.LongestBreak ?? -1;
    private int _subject = -1;
    private int _last;
    private int _seniority;
    private int _row = -1;
    private int _start;

    public ITally Tally => _tally;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells
    {
        _tally.Days.Expect(rows.Count);
        ReadOnlySpan<int> subject = rows.Subject, began = rows.Began, ended = rows.Ended, from = rows.From, to = rows.To;
        int first = axis.First, last = axis.Last, stride = axis.Count + 1, longestBreak = _longestBreak;
        var (own, until, seniority) = (_subject, _last, _seniority);
        for (var i = 0; i < subject.Length; i++)
        {
            var start = began[i];
            if (!cells.Takes(i) || start > last) continue;
            if (TCells.HavePartsOfRows && rows.RowOf(i) == _row)
            {
                int partFrom = Math.Max(Math.Max(from[i], _start), first), partTo = Math.Min(to[i], until);
                if (partFrom <= partTo) Climb(cells.Of(i) * stride, partFrom - first, partTo - first, until + 1 - seniority - first);
                continue;
            }

            var goesOn = subject[i] == own;
            if (goesOn && start <= until) start = until + 1;
            else goesOn &= longestBreak >= 0 ? start - until - 1 <= longestBreak : !gap.Parts(until, start);
            seniority = goesOn ? seniority : 0;
            own = subject[i];
            var end = Math.Min(ended[i], last);
            if (end < start) continue;
            var zero = start - seniority;
            (seniority, until) = (seniority + end - start + 1, end);
            if (TCells.HavePartsOfRows) (_row, _start) = (rows.RowOf(i), start);
            int a = Math.Max(Math.Max(from[i], start), first), b = Math.Min(to[i], end);
            if (a <= b) Climb(cells.Of(i) * stride, a - first, b - first, zero - first);
        }

        (_subject, _last, _seniority) = (own, until, seniority);
    }

    /// <summary>
    /// The days from <paramref name="a"/> to <paramref name="b"/>, counted from the axis's first, each at its step, and
    /// one more present at the ends of periods between.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Climb(int at, int a, int b, int zero)
    {
        ref var days = ref MemoryMarshal.GetArrayDataReference(axis.Days);
        ref var stepOf = ref MemoryMarshal.GetArrayDataReference(_stepOf);
        var numbers = _tally.Days.Steps;
        int highest = _stepOf.Length - 1,
            present = _from.Length,
            planes = present + 2;
        int step = Unsafe.Add(ref stepOf, Math.Min(a - zero, highest)),
            lastStep = Unsafe.Add(ref stepOf, Math.Min(b - zero, highest));
        AxisDay begins = Unsafe.Add(ref days, a),
            ends = Unsafe.Add(ref days, b);
        int up = (at + begins.Period) * planes,
            down = (at + Unsafe.Add(ref days, b + 1).Period) * planes + present;
        numbers[up + step] += RunningDays.One + 1 + begins.Left;
        numbers[up + present]++;
        numbers[up + present + 1] -= zero;
        while (step < lastStep)
        {
            var day = zero + _from[++step];
            AxisDay before = Unsafe.Add(ref days, day - 1), on = Unsafe.Add(ref days, day);
            numbers[((at + before.Period) * planes) + step - 1] -= RunningDays.One + before.Left;
            numbers[((at + on.Period) * planes) + step] += RunningDays.One + 1 + on.Left;
        }

        numbers[((at + ends.Period) * planes) + lastStep] -= RunningDays.One + ends.Left;
        numbers[down]--;
        numbers[down + 1] += zero;
    }

    public void Finish()
    {
    }

    /// <summary>By days of seniority, up to the first day of the last step: the step.</summary>
    private static byte[] StepsOf(IReadOnlyList<int> steps) =>
        [
            .. Enumerable
                .Range(0, steps.Count == 0 ? 1 : steps[^1] + 1)
                .Select(seniority => checked((byte)steps.Count(s => s <= seniority))),
        ];
}

/// <summary>
/// Days at each step, and with how many are present on a period's last day the sum of the days, from the axis's first,
/// on which their seniority was zero.
/// </summary>
internal sealed class LadderTally(TimeAxis axis, int cells, int steps) : ITally
{
    public RunningDays Days { get; } = new(axis, cells, steps, others: 2);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(ITally[] cores, int first, int end, Span<long> numbers)
    {
        Days.Sum(cores, first, end, numbers);
        var planes = steps + 2;
        for (
            int at = ((first * (axis.Count + 1)) * planes) + steps, to = steps;
            to < numbers.Length;
            at += planes, to += planes
        )
        {
            long count = 0, zeros = 0;
            for (var t = 0; t < axis.Count; t++, at += planes, to += planes)
            {
                foreach (var core in cores)
                    (count, zeros) = (
                        count + ((LadderTally)core).Days.Steps[at],
                        zeros + ((LadderTally)core).Days.Steps[at + 1]
                    );
                numbers[to] = count;
                numbers[to + 1] = zeros + (count * (axis.End[t] - axis.First));
            }

            (numbers[to], numbers[to + 1]) = (0, 0);
        }
    }

    public void Dispose() => Days.Dispose();
}
