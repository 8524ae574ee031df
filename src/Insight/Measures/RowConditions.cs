namespace Virker.Insight;

/// <summary>
/// The conditions of a fact set, compiled for a table's columns: one tight loop for each condition, none for each row.
/// </summary>
internal sealed class RowConditions(FactStore store, FactSet set)
{
    private readonly FactTable _table = FactReader.Table(store, set.Table);
    private readonly (Column Column, bool[] Mask)[] _columns =
    [
        .. set.Conditions.Select(c => Compile(FactReader.Table(store, set.Table), c)),
    ];
    private readonly (Column Column, bool[] Mask)[] _persons =
    [
        .. set.PersonConditions.Select(c => Compile(FactReader.Table(store, PersonFacts.Table), c)),
    ];
    private readonly (Column Column, int Number)[] _minimums =
    [
        .. set.Minimums.Select(m => (FactReader.Table(store, set.Table)[m.Column], m.Number)),
    ];

    /// <summary>
    /// The one condition, where there is only one and it is on a column of bytes: it can be looked up where the row is
    /// read.
    /// </summary>
    public (byte[] Codes, bool[] Mask)? Single =>
        _columns is [{ Column.Codes: { } codes, Mask: var mask }] && _minimums.Length + _persons.Length == 0
            ? (codes, mask)
            : null;

    public bool IsEmpty => _columns.Length + _minimums.Length + _persons.Length == 0;

    /// <summary>Which rows from <paramref name="first"/> on pass every condition.</summary>
    public void Test(Span<bool> passes, int first)
    {
        passes.Fill(true);
        foreach (var (column, mask) in _columns)
        {
            if (column.Codes is { } codes)
            {
                var own = codes.AsSpan(first, passes.Length);
                for (var i = 0; i < passes.Length; i++) passes[i] &= mask[own[i]];
            }
            else
            {
                for (var i = 0; i < passes.Length; i++) passes[i] &= mask[column[first + i]];
            }
        }

        foreach (var (column, number) in _minimums)
        {
            for (var i = 0; i < passes.Length; i++) passes[i] &= column[first + i] >= number;
        }

        var subjects = _table.Subject.AsSpan(first, passes.Length);
        foreach (var (column, mask) in _persons)
        {
            if (column.Codes is { } codes)
            {
                for (var i = 0; i < passes.Length; i++) passes[i] = passes[i] && mask[codes[subjects[i]]];
            }
            else
            {
                for (var i = 0; i < passes.Length; i++) passes[i] = passes[i] && mask[column[subjects[i]]];
            }
        }
    }

    /// <summary>Whether one row passes; for look-ups of single persons.</summary>
    public bool Accept(int row)
    {
        foreach (var (column, mask) in _columns)
        {
            if (!mask[column[row]]) return false;
        }

        foreach (var (column, number) in _minimums)
        {
            if (column[row] < number) return false;
        }

        foreach (var (column, mask) in _persons)
        {
            if (!mask[column[_table.Subject[row]]]) return false;
        }

        return true;
    }

    private static (Column, bool[]) Compile(FactTable table, Where condition)
    {
        var column = table[condition.Column];
        return (
            column,
            column.Dimension?.Under(condition.Keys)
                ?? throw new FactException(
                    $"{table.Declaration.Id}.{condition.Column} har ingen koder at vælge imellem."
                )
        );
    }
}
