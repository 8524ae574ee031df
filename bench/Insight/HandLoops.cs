using Virker.Insight;

namespace Virker.Bench;

/// <summary>
/// The register's questions as loops written by hand for each of them, over days as shorts and without filters,
/// dimensions or declarations: what the machine can do, for the engine to be held against. Written straightforwardly:
/// difference arrays, one pass, a part of the persons to each thread.
/// </summary>
internal sealed class HandLoops
{
    private const int Months = 120;
    private const int Quarters = 40;
    private const int Stride = Months + 2;
    private const int Benefits = 16;
    private const long Running = 1L << 32;

    private readonly int[] _person;
    private readonly short[] _from;
    private readonly short[] _to;
    private readonly byte[] _benefit;
    private readonly byte[] _municipality;
    private readonly int _municipalities = Places.Municipality.Size;
    private readonly byte[] _monthOf;
    private readonly int[] _start;
    private readonly int[] _end;
    private readonly int _first;
    private readonly int _last;

    public HandLoops(FactTable table)
    {
        var epoch = new DateOnly(2012, 1, 1).DayNumber;
        (_first, _last) = (RegisterQuestions.Window.First.DayNumber - epoch, RegisterQuestions.Window.Last.DayNumber - epoch);
        (_person, _benefit, _municipality) = (table.Subject, table["benefit"].Codes!, table["municipality"].Codes!);
        _from = Array.ConvertAll(table.From, d => (short)(d - epoch));
        _to = Array.ConvertAll(table.To, d => (short)Math.Min(_last, (long)d - epoch));
        _start = [.. Enumerable.Range(0, Months).Select(m => RegisterQuestions.Window.First.AddMonths(m).DayNumber - epoch)];
        _end = [.. Enumerable.Range(0, Months).Select(m => RegisterQuestions.Window.First.AddMonths(m + 1).DayNumber - epoch - 1)];
        _monthOf = [.. Enumerable.Range(0, _last + 1).Select(d => (byte)(d < _first ? 0 : Array.FindIndex(_end, e => e >= d)))];
    }

    /// <summary>The sum of the answer, which must be the engine's.</summary>
    public long Ask(string question, int threads) => question switch
    {
        "q1" => Run(threads, DaysPart).Sum(DaysSum),
        "q2" => Run(threads, LadderPart).Sum(DaysSum),
        "q3" => Run(threads, StatusPart).Sum(cells => cells.Sum(c => c >> 32)),
        _ => Run(threads, LongPart).Sum(LevelSum),
    };

    private List<long[]> Run(int threads, Func<int, int, long[]> part)
    {
        var parts = new long[threads][];
        Parallel.For(
            0,
            threads,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            k => parts[k] = part(Cut(k, threads), Cut(k + 1, threads))
        );
        return [.. parts];
    }

    private int Cut(int k, int parts)
    {
        var at = (int)((long)_person.Length * k / parts);
        while (at > 0 && at < _person.Length && _person[at] == _person[at - 1]) at++;
        return at;
    }

    private long[] DaysPart(int low, int high)
    {
        var cells = new long[Benefits * _municipalities * Stride];
        for (var i = low; i < high; i++)
            AddDays(
                cells,
                ((_benefit[i] * _municipalities) + _municipality[i]) * Stride,
                Math.Max(_from[i], _first),
                _to[i]
            );
        return cells;
    }

    private void AddDays(long[] cells, int at, int from, int to)
    {
        int first = _monthOf[from], last = _monthOf[to];
        if (first == last)
        {
            cells[at + first] += to - from + 1;
            return;
        }

        cells[at + first] += _end[first] - from + 1;
        cells[at + first + 1] += Running;
        cells[at + last] += to - _start[last] + 1 - Running;
    }

    private long[] LadderPart(int low, int high)
    {
        var cells = new long[4 * _municipalities * Stride];
        var (count, seniority) = (new long[_municipalities * Stride], new long[_municipalities * Stride]);
        ReadOnlySpan<int> steps = [0, 28, 182, 364, int.MaxValue];
        int person = -1, before = 0, days = 0;
        for (var i = low; i < high; i++)
        {
            if (_benefit[i] > 12) continue;
            int from = _from[i], to = _to[i];
            if (_person[i] != person) (person, days) = (_person[i], 0);
            else if (from - before > 364) days = 0;
            var zero = from - days;
            (before, days) = (to, days + to - from + 1);
            var day = Math.Max(from, _first);
            int at = _municipality[i] * Stride, first = _monthOf[day], last = _end[_monthOf[to]] == to ? _monthOf[to] : _monthOf[to] - 1;
            if (last >= first)
            {
                (count[at + first], count[at + last + 1]) = (count[at + first] + 1, count[at + last + 1] - 1);
                (seniority[at + first], seniority[at + last + 1]) = (seniority[at + first] - zero, seniority[at + last + 1] + zero);
            }

            var step = 3;
            while (day - zero < steps[step]) step--;
            for (; ; step++)
            {
                var stop = step == 3 ? to : Math.Min(to, zero + steps[step + 1] - 1);
                AddDays(cells, ((step * _municipalities) + _municipality[i]) * Stride, day, stop);
                if (stop == to) break;
                day = stop + 1;
            }
        }

        return cells;
    }

    private long[] StatusPart(int low, int high)
    {
        var cells = new long[Benefits * _municipalities * Quarters];
        for (var i = low; i < high; i++)
        {
            if (_to[i] > _last - 91) continue;
            var day = _to[i] + 91;
            var alone = 1L << 32;
            for (var j = i + 1; j < high && _person[j] == _person[i] && _from[j] <= day; j++)
            {
                if (_to[j] < day) continue;
                alone = 0;
                break;
            }

            cells[(((_benefit[i] * _municipalities) + _municipality[i]) * Quarters) + (_monthOf[_to[i]] / 3)] += 1 + alone;
        }

        return cells;
    }

    private long[] LongPart(int low, int high)
    {
        var cells = new long[Benefits * _municipalities * Stride];
        for (var i = low; i < high; i++)
        {
            int from = _from[i] + 731, to = _to[i];
            if (from > to) continue;
            int first = _monthOf[Math.Max(from, _first)], last = _end[_monthOf[to]] == to ? _monthOf[to] : _monthOf[to] - 1;
            if (last < first) continue;
            var at = ((_benefit[i] * _municipalities) + _municipality[i]) * Stride;
            cells[at + first]++;
            cells[at + last + 1]--;
        }

        return cells;
    }

    private long DaysSum(long[] cells)
    {
        var sum = 0L;
        for (var at = 0; at < cells.Length; at += Stride)
        {
            var running = 0L;
            for (var t = 0; t < Months; t++)
            {
                var days = (long)(int)cells[at + t];
                running += (cells[at + t] - days) >> 32;
                sum += days + (running * (_end[t] - _start[t] + 1));
            }
        }

        return sum;
    }

    private static long LevelSum(long[] cells)
    {
        var sum = 0L;
        for (var at = 0; at < cells.Length; at += Stride)
        {
            var level = 0L;
            for (var t = 0; t < Months; t++) sum += level += cells[at + t];
        }

        return sum;
    }
}
