using System.Buffers;
using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>
/// Takes batches of rows, sorted by subject and day, and adds to its tally; one instance to a core. A subject is never
/// parted, but what comes after it may be any later one.
/// </summary>
internal interface IKernel
{
    void Take<TCells>(RowBatch rows, TCells cells)
        where TCells : struct, ICells;

    /// <summary>After the last batch: what is still held open is added.</summary>
    void Finish();

    ITally Tally { get; }
}

/// <summary>One pass over the rows of a fact set, on as many cores as the table is worth.</summary>
internal static class Pass
{
    private const int RowsWorthACore = 200_000;
    private const int RowsAtATime = 1 << 17;
    private const int NumbersWorthACore = 1 << 14;

    /// <param name="threads">0: as many as the table is worth.</param>
    public static Numbers Over(FactReader reader, Func<int, IKernel> make, CellShape shape, int threads = 0)
    {
        if (threads == 0) threads = Math.Clamp(reader.Source.Count / RowsWorthACore, 1, Environment.ProcessorCount);
        var tallies = new ITally[threads];
        try
        {
            Share(reader, make, shape.Cells, tallies);
            return Sum(tallies, shape);
        }
        finally
        {
            foreach (var tally in tallies) tally?.Dispose();
        }
    }

    private static void Share(FactReader reader, Func<int, IKernel> make, int cells, ITally[] tallies)
    {
        var table = reader.Source;
        var taken = -1;
        var chunks = (table.Count + RowsAtATime - 1) / RowsAtATime;
        OnCores(tallies.Length, k =>
        {
            var kernel = make(cells);
            tallies[k] = kernel.Tally;
            for (var chunk = Interlocked.Increment(ref taken); chunk < chunks; chunk = Interlocked.Increment(ref taken))
            {
                reader.Feed(kernel, Cut(table, chunk), Cut(table, chunk + 1));
            }

            kernel.Finish();
        });
    }

    /// <summary>Each core adds up its own range of cells.</summary>
    private static Numbers Sum(ITally[] tallies, CellShape shape)
    {
        var values = ArrayPool<long>.Shared.Rent(shape.Length);
        var ranges = shape.Length < NumbersWorthACore ? 1 : tallies.Length;
        OnCores(ranges, k =>
        {
            int first = (int)((long)shape.Cells * k / ranges), end = (int)((long)shape.Cells * (k + 1) / ranges);
            tallies[0].Sum(tallies, first, end, values.AsSpan(first * shape.PerCell, (end - first) * shape.PerCell));
        });
        return new(values, shape);
    }

    private static void OnCores(int threads, Action<int> work)
    {
        if (threads == 1) work(0);
        else Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
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
/// How far each cell of one subject is covered already, so that overlapping rows count a day once. A subject has few
/// rows, so a short list is searched.
/// </summary>
internal struct Coverage()
{
    private int[] _cell = new int[8];
    private int[] _until = new int[8];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>
    /// The first day of <paramref name="from"/> … <paramref name="to"/> that is new in the cell; <see
    /// cref="FactTable.Open"/> when none is. What is new is covered from now on.
    /// </summary>
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
