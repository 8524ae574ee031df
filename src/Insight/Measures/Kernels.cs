namespace Virker.Insight;

/// <summary>Takes batches of rows, sorted by subject and day, and adds to its cells; one instance for each part of the table.</summary>
internal interface IKernel
{
    void Take(RowBlock block);

    /// <summary>After the last batch: what is still held open is added.</summary>
    void Finish();

    /// <summary>Cell by cell, <see cref="Stride"/> numbers each; parts are summed number by number.</summary>
    long[] Cells { get; }
}

/// <summary>One pass over the rows of a fact set, on as many cores as the table is worth.</summary>
internal static class Pass
{
    private const int RowsWorthACore = 200_000;

    public static long[] Over(FactReader reader, Func<IKernel> make)
    {
        var cuts = Cuts(reader.Source, Math.Clamp(reader.Source.Count / RowsWorthACore, 1, Environment.ProcessorCount));
        var parts = new long[cuts.Length - 1][];
        if (parts.Length == 1) parts[0] = Part(reader, make(), 0, reader.Source.Count);
        else Parallel.For(0, parts.Length, k => parts[k] = Part(reader, make(), cuts[k], cuts[k + 1]));
        for (var k = 1; k < parts.Length; k++)
        {
            for (var i = 0; i < parts[0].Length; i++) parts[0][i] += parts[k][i];
        }

        return parts[0];
    }

    private static long[] Part(FactReader reader, IKernel kernel, int from, int end)
    {
        var block = new RowBlock();
        for (var at = from; at < end;)
        {
            at = reader.Fill(block, at, end);
            kernel.Take(block);
        }

        kernel.Finish();
        return kernel.Cells;
    }

    /// <summary>Row numbers that share the table out without parting a subject.</summary>
    private static int[] Cuts(FactTable table, int parts)
    {
        var cuts = new int[parts + 1];
        for (var k = 1; k < parts; k++)
        {
            var row = (int)((long)table.Count * k / parts);
            while (row < table.Count && row > 0 && table.Subject[row] == table.Subject[row - 1]) row++;
            cuts[k] = Math.Max(row, cuts[k - 1]);
        }

        cuts[parts] = table.Count;
        return cuts;
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
