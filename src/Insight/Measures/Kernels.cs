using System.Numerics;
using System.Runtime.InteropServices;

namespace Virker.Insight;

/// <summary>
/// Takes batches of rows, sorted by subject and day, and adds to its cells; one instance to a core. A subject is never parted, but what comes
/// after it may be any later one.
/// </summary>
internal interface IKernel
{
    void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells;

    /// <summary>After the last batch: what is still held open is added, and differences become levels.</summary>
    void Finish();

    /// <summary>Cell by cell, period by period (one more than there are), plane by plane; what the cores have is summed number by number.</summary>
    long[] Cells { get; }
}

/// <summary>One pass over the rows of a fact set, on as many cores as the table is worth.</summary>
internal static class Pass
{
    private const int RowsWorthACore = 200_000;
    private const int RowsAtATime = 1 << 17;

    /// <param name="threads">0: as many as the table is worth.</param>
    public static long[] Over(FactReader reader, Func<IKernel> make, int threads = 0)
    {
        var table = reader.Source;
        if (threads == 0) threads = Math.Clamp(table.Count / RowsWorthACore, 1, Environment.ProcessorCount);
        if (threads == 1) return Alone(reader, make());
        var parts = new long[threads][];
        var taken = -1;
        var chunks = (table.Count + RowsAtATime - 1) / RowsAtATime;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, k =>
        {
            var kernel = make();
            for (var chunk = Interlocked.Increment(ref taken); chunk < chunks; chunk = Interlocked.Increment(ref taken))
            {
                reader.Feed(kernel, Cut(table, chunk), Cut(table, chunk + 1));
            }

            kernel.Finish();
            parts[k] = kernel.Cells;
        });
        for (var k = 1; k < parts.Length; k++) Add(parts[0], parts[k]);
        return parts[0];
    }

    private static long[] Alone(FactReader reader, IKernel kernel)
    {
        reader.Feed(kernel, 0, reader.Source.Count);
        kernel.Finish();
        return kernel.Cells;
    }

    private static void Add(long[] sum, long[] part)
    {
        Span<Vector<long>> sums = MemoryMarshal.Cast<long, Vector<long>>(sum.AsSpan()), parts = MemoryMarshal.Cast<long, Vector<long>>(part.AsSpan());
        for (var i = 0; i < sums.Length; i++) sums[i] += parts[i];
        for (var i = sums.Length * Vector<long>.Count; i < sum.Length; i++) sum[i] += part[i];
    }

    /// <summary>Where a chunk begins, moved on so that no subject is parted.</summary>
    private static int Cut(FactTable table, int chunk)
    {
        var row = (int)Math.Min((long)chunk * RowsAtATime, table.Count);
        while (row > 0 && row < table.Count && table.Subject[row] == table.Subject[row - 1]) row++;
        return row;
    }
}

/// <summary>
/// How far each cell of one subject is covered already, so that overlapping rows count a day once. A subject has few rows, so a short
/// list is searched.
/// </summary>
internal struct Coverage()
{
    private int[] _cell = new int[8];
    private int[] _until = new int[8];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>The first day of <paramref name="from"/> … <paramref name="to"/> that is new in the cell; <see cref="FactTable.Open"/> when none is. What is new is covered from now on.</summary>
    public int Take(int cell, int from, int to)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_cell[i] != cell) continue;
            if (to <= _until[i]) return FactTable.Open;
            var first = Math.Max(from, _until[i] + 1);
            _until[i] = to;
            return first;
        }

        if (_count == _cell.Length)
        {
            Array.Resize(ref _cell, _count * 2);
            Array.Resize(ref _until, _count * 2);
        }

        (_cell[_count], _until[_count]) = (cell, to);
        _count++;
        return from;
    }
}

/// <summary>Differences become levels.</summary>
internal static class Steps
{
    public static void Sum(long[] steps, int cells, int periods)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            var own = steps.AsSpan(cell * (periods + 1), periods + 1);
            for (var t = 1; t < own.Length; t++) own[t] += own[t - 1];
            own[periods] = 0;
        }
    }
}
