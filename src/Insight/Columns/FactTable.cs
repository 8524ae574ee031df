namespace Virker.Insight;

/// <summary>Facts as columns in memory, which are never changed once built: a reload makes a new table.</summary>
public sealed class FactTable
{
    /// <summary>The last day of a spell that still runs.</summary>
    public const int Open = int.MaxValue;

    private readonly Column[] _columns;

    internal FactTable(TableDeclaration declaration, int[] subject, int[] from, int[] to, Column[] columns)
    {
        (Declaration, Subject, From, To, _columns) = (declaration, subject, from, to, columns);
        if (columns.Any(c => c.Length != subject.Length)) throw new FactException($"Tabellen {declaration.Id} har kolonner af forskellig længde.");
    }

    public TableDeclaration Declaration { get; }

    public int Count => Subject.Length;

    /// <summary>Dense numbers of persons (or companies), ascending; within one subject the rows stand by first day.</summary>
    public int[] Subject { get; }

    /// <summary>First day, or the day of the event, as <see cref="DateOnly.DayNumber"/>. Empty for a table of subjects.</summary>
    public int[] From { get; }

    /// <summary>Last day, included; <see cref="Open"/> while the spell runs. An event's own day.</summary>
    public int[] To { get; }

    public IReadOnlyList<Column> Columns => _columns;

    public Column this[string column] => _columns[Declaration.IndexOf(column)];

    public bool HasColumn(string column) => Declaration.Has(column);

    /// <summary>One more than the highest subject number.</summary>
    public int Subjects => Count == 0 ? 0 : Subject[^1] + 1;
}
