using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>
/// Reads the rows of a fact set batch by batch: one tight loop for each condition, none for each row.
/// </summary>
internal sealed class FactReader
{
    private const int RowsAtATime = 1 << 14;

    private readonly FactTable _table;
    private readonly RowConditions _conditions;
    private readonly (Column Column, int Stride)[] _cells;
    private readonly bool _readsCells;
    private readonly AgeBand? _age;
    private readonly int[]? _born;
    private readonly Birthdays? _youngest;
    private readonly Birthdays? _tooOld;
    private readonly (byte[] Codes, bool[] Mask)? _single;
    private readonly Grouping? _grouping;

    public FactReader(FactStore store, FactSet set, Breakdown breakdown, Grouping? grouping = null)
    {
        _grouping = grouping;
        _table = Table(store, set.Table);
        _conditions = new(store, set);
        _cells = breakdown.Compile(_table);
        _readsCells = _cells.Length <= 2 && _cells.All(c => c.Column.Codes is not null);
        _age = set.Age;
        if (set.Age is { } age)
            (_born, _youngest, _tooOld) = (
                PersonFacts.BirthdaysIn(store),
                Birthdays.Of(age.From),
                Birthdays.Of(age.To + 1)
            );
        _single = _conditions.Single;
        TakesAll = _conditions.IsEmpty && _born is null;
    }

    public FactTable Source => _table;

    public static FactTable Table(FactStore store, TableDeclaration table) =>
        store.Find(table) ?? throw new FactException($"Tabellen {table} er ikke indlæst.");

    /// <summary>Every row passes as it stands.</summary>
    public bool TakesAll { get; }

    /// <summary>Gives the kernel the rows from one up to, not with, another.</summary>
    public void Feed<TKernel>(TKernel kernel, int from, int end)
        where TKernel : IKernel
    {
        if (_grouping is not null)
        {
            _grouping.Feed(kernel, this, from, end);
            return;
        }

        if (_born is not null)
        {
            var block = new RowBlock();
            for (var at = from; at < end;)
            {
                at = Fill(block, at, end);
                kernel.Take(RowBatch.Of(block), new ReadyCells(block.Cell));
            }

            return;
        }

        var passes = TakesAll || _single is not null ? [] : new bool[RowsAtATime];
        var ready = _readsCells ? [] : new int[RowsAtATime];
        for (var at = from; at < end; at += RowsAtATime)
        {
            var rows = RowBatch.Of(_table, at, Math.Min(RowsAtATime, end - at));
            if (passes.Length > 0) _conditions.Test(passes.AsSpan(0, rows.Count), at);
            FeedWhere(kernel, rows, at, ready, passes);
        }
    }

    /// <summary>
    /// No row is copied; the cells are read where they lie, if they are in one or two columns of bytes.
    /// </summary>
    private void FeedWhere<TKernel>(TKernel kernel, RowBatch rows, int at, int[] ready, bool[] passes)
        where TKernel : IKernel
    {
        if (_cells.Length == 0) Feed(kernel, rows, at, default(OneCell), passes);
        else if (!_readsCells)
        {
            for (var i = 0; i < rows.Count; i++) ready[i] = 0;
            foreach (var (column, stride) in _cells)
            {
                for (var i = 0; i < rows.Count; i++) ready[i] += column[at + i] * stride;
            }

            Feed(kernel, rows, at, new ReadyCells(ready), passes);
        }
        else if (_cells.Length == 1) Feed(kernel, rows, at, new CodeCells(CodesOf(0), at), passes);
        else Feed(kernel, rows, at, new CrossCells(CodesOf(0), CodesOf(1), at), passes);
    }

    private void Feed<TKernel, TCells>(TKernel kernel, RowBatch rows, int at, TCells cells, bool[] passes)
        where TKernel : IKernel
        where TCells : struct, ICells
    {
        if (TakesAll) kernel.Take(rows, cells);
        else if (_single is { } single) kernel.Take(rows, new WantedCells<TCells>(single, at, cells));
        else kernel.Take(rows, new PassedCells<TCells>(passes, cells));
    }

    private (byte[] Codes, int Stride) CodesOf(int cell) => (_cells[cell].Column.Codes!, _cells[cell].Stride);

    /// <summary>Fills the block from row <paramref name="position"/> on; answers the row to go on from.</summary>
    public int Fill(RowBlock block, int position, int end)
    {
        var stop = Math.Min(end, position + RowBlock.Size);
        _conditions.Test(block.Passes.AsSpan(0, stop - position), position);
        block.Count = TakeDays(block, position, stop);
        TakeCells(block, block.Count);
        return stop;
    }

    /// <summary>Whether one row passes the conditions; for look-ups of single persons.</summary>
    public bool Accepts(int row) => _conditions.Accept(row);

    /// <summary>Whether a subject has a row of the set on a day.</summary>
    public bool Covers(int subject, int day) =>
        _table.RowsOf(subject) is var rows && rows.First < rows.End && Covers(rows.First, subject, day);

    /// <summary>
    /// Whether one of a subject's rows, from row <paramref name="first"/> on, is of the set and holds on a day.
    /// </summary>
    public bool Covers(int first, int subject, int day)
    {
        if (_age is { } age && (age.FirstDay(_born![subject]) > day || age.LastDay(_born[subject]) < day)) return false;
        int[] subjects = _table.Subject, from = _table.From, to = _table.To;
        for (var row = first; row < subjects.Length && subjects[row] == subject && from[row] <= day; row++)
        {
            if (to[row] >= day && (TakesAll || Accepts(row))) return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TakeDays(RowBlock block, int position, int stop)
    {
        int[] subject = _table.Subject, from = _table.From, to = _table.To;
        var passes = block.Passes;
        int kept = 0, person = -1, bandFirst = 0, bandLast = FactTable.Open;
        for (var row = position; row < stop; row++)
        {
            if (!passes[row - position]) continue;
            if (_born is not null && subject[row] != person)
            {
                person = subject[row];
                (bandFirst, bandLast) = (_youngest![_born[person]], _tooOld![_born[person]] - 1);
            }

            int first = Math.Max(from[row], bandFirst),
                last = Math.Min(to[row], bandLast);
            if (last < first)
                continue;
            (block.Row[kept], block.Subject[kept], block.Began[kept], block.Ended[kept]) = (
                row,
                subject[row],
                from[row],
                to[row]
            );
            (block.From[kept], block.To[kept]) = (first, last);
            kept++;
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
}
