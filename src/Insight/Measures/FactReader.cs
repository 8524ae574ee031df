namespace Virker.Insight;

/// <summary>A batch of rows that passed the conditions, as columns. <see cref="From"/> and <see cref="To"/> are cut to the age band; <see cref="Began"/> and <see cref="Ended"/> are the row's true first and last day.</summary>
internal sealed class RowBlock
{
    public const int Size = 4096;

    public int Count;

    public readonly int[] Row = new int[Size];
    public readonly int[] Subject = new int[Size];
    public readonly int[] Began = new int[Size];
    public readonly int[] Ended = new int[Size];
    public readonly int[] From = new int[Size];
    public readonly int[] To = new int[Size];
    public readonly int[] Cell = new int[Size];
}

/// <summary>Reads the rows of a fact set batch by batch: one tight loop for each condition, none for each row.</summary>
internal sealed class FactReader
{
    private readonly FactTable _table;
    private readonly (Column Column, bool[] Mask)[] _conditions;
    private readonly (Column Column, bool[] Mask)[] _personConditions;
    private readonly (Column Column, int Number)[] _minimums;
    private readonly (Column Column, int Stride)[] _cells;
    private readonly AgeBand? _age;
    private readonly int[]? _born;

    public FactReader(FactStore store, FactSet set, Breakdown breakdown)
    {
        _table = Table(store, set.Table);
        _conditions = [.. set.Conditions.Select(c => Compile(_table, c))];
        _minimums = [.. set.Minimums.Select(m => (_table[m.Column], m.Number))];
        _cells = breakdown.Compile(_table);
        _personConditions = [.. set.PersonConditions.Select(c => Compile(Table(store, StandardFacts.Persons), c))];
        _age = set.Age;
        _born = set.Age is null ? null : Table(store, StandardFacts.Persons)["born"].Numbers;
    }

    public FactTable Source => _table;

    public static FactTable Table(FactStore store, string id) => store.Find(id) ?? throw new FactException($"Tabellen {id} er ikke indlæst.");

    /// <summary>Fills the block from row <paramref name="position"/> on; answers the row to go on from.</summary>
    public int Fill(RowBlock block, int position, int end)
    {
        var stop = Math.Min(end, position + RowBlock.Size);
        var rows = block.Row;
        var count = 0;
        for (var row = position; row < stop; row++) rows[count++] = row;
        foreach (var (column, mask) in _conditions) count = Keep(rows, count, column, mask);
        foreach (var (column, number) in _minimums) count = KeepAtLeast(rows, count, column, number);
        foreach (var (column, mask) in _personConditions) count = KeepPersons(rows, count, column, mask);
        count = TakeDays(block, count);
        TakeCells(block, count);
        block.Count = count;
        return stop;
    }

    /// <summary>Whether one row passes the conditions; for look-ups of single persons.</summary>
    public bool Accepts(int row)
    {
        foreach (var (column, mask) in _conditions)
        {
            if (!mask[column[row]]) return false;
        }

        foreach (var (column, number) in _minimums)
        {
            if (column[row] < number) return false;
        }

        foreach (var (column, mask) in _personConditions)
        {
            if (!mask[column[_table.Subject[row]]]) return false;
        }

        return true;
    }

    /// <summary>Whether a subject has a row of the set on a day.</summary>
    public bool Covers(int subject, int day)
    {
        if (_age is { } age && (age.FirstDay(_born![subject]) > day || age.LastDay(_born[subject]) < day)) return false;
        foreach (var row in _table.RowsOf(subject))
        {
            if (_table.From[row] > day) return false;
            if (_table.To[row] >= day && Accepts(row)) return true;
        }

        return false;
    }

    private int TakeDays(RowBlock block, int count)
    {
        int[] subject = _table.Subject, from = _table.From, to = _table.To, rows = block.Row;
        int kept = 0, person = -1, bandFirst = 0, bandLast = FactTable.Open;
        for (var i = 0; i < count; i++)
        {
            var row = rows[i];
            if (_born is not null && subject[row] != person)
            {
                person = subject[row];
                (bandFirst, bandLast) = (_age!.Value.FirstDay(_born[person]), _age.Value.LastDay(_born[person]));
            }

            int first = Math.Max(from[row], bandFirst), last = Math.Min(to[row], bandLast);
            if (last < first) continue;

            block.Subject[kept] = subject[row];
            block.Began[kept] = from[row];
            block.Ended[kept] = to[row];
            block.From[kept] = first;
            block.To[kept] = last;
            rows[kept++] = row;
        }

        return kept;
    }

    private void TakeCells(RowBlock block, int count)
    {
        var cells = block.Cell;
        Array.Clear(cells, 0, count);
        foreach (var (column, stride) in _cells)
        {
            for (var i = 0; i < count; i++) cells[i] += column[block.Row[i]] * stride;
        }
    }

    private static int Keep(int[] rows, int count, Column column, bool[] mask)
    {
        var kept = 0;
        if (column.Codes is { } codes)
        {
            for (var i = 0; i < count; i++)
            {
                rows[kept] = rows[i];
                if (mask[codes[rows[i]]]) kept++;
            }

            return kept;
        }

        for (var i = 0; i < count; i++)
        {
            rows[kept] = rows[i];
            if (mask[column[rows[i]]]) kept++;
        }

        return kept;
    }

    private static int KeepAtLeast(int[] rows, int count, Column column, int number)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            rows[kept] = rows[i];
            if (column[rows[i]] >= number) kept++;
        }

        return kept;
    }

    private int KeepPersons(int[] rows, int count, Column column, bool[] mask)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            rows[kept] = rows[i];
            if (mask[column[_table.Subject[rows[i]]]]) kept++;
        }

        return kept;
    }

    private static (Column, bool[]) Compile(FactTable table, Where condition)
    {
        var column = table[condition.Column];
        return (column, column.Declaration.Dimension?.Under(condition.Keys) ?? throw new FactException($"{table.Declaration.Id}.{condition.Column} har ingen koder at vælge imellem."));
    }
}
