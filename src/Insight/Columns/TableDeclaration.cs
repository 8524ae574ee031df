namespace Virker.Insight;

/// <summary>How a table's rows stand in time.</summary>
public enum FactShape
{
    /// <summary>One row a subject; the row number is the subject's number.</summary>
    Subjects,

    /// <summary>Something that holds from a day to a day, both included.</summary>
    Spells,

    /// <summary>Something that happened on a day.</summary>
    Events,
}

/// <summary>Who the rows are about.</summary>
public enum FactSubject
{
    Person,
    Company,
    CaseWorker,

    /// <summary>Nobody: numbers of the municipality itself, such as a quota.</summary>
    Municipality,
}

/// <summary>
/// What a fact table holds, in words that a reader of figures understands; it stands in the module that owns the facts,
/// beside the <see cref="IFactSource"/> that reads them, and is the object that declares it. The id is unique in the
/// house.
/// </summary>
public sealed class TableDeclaration(string id, FactShape shape, FactSubject subject)
{
    private readonly FactColumn[] _columns = [];

    public string Id => id;

    public FactShape Shape => shape;

    public FactSubject Subject => subject;

    public required string Name { get; init; }

    public required string Meaning { get; init; }

    /// <summary>
    /// Where the facts come from ("Kommunens egne sager", "eIndkomst"); it follows each figure to its page.
    /// </summary>
    public required string Source { get; init; }

    public IReadOnlyList<FactColumn> Columns
    {
        get => _columns;
        init => _columns = [.. value];
    }

    /// <summary>How the rows are said in the sentences that define figures.</summary>
    public TableWords Words
    {
        get => field ?? new($"står i tabellen {id}", "rækker");
        init;
    }

    /// <summary>What to tell a reader whose figure needs the table, and nobody has brought it.</summary>
    public string WhenMissing
    {
        get => field ?? $"Oplysninger om »{Name}« er ikke indlæst. De kommer fra: {Source}.";
        init;
    }

    public FactColumn? Find(string column) => Array.Find(_columns, c => c.Id == column);

    public bool Has(string column) => Find(column) is not null;

    public override string ToString() => id;

    /// <summary>The place of one of the table's own columns.</summary>
    internal int IndexOf(FactColumn column)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (ReferenceEquals(_columns[i], column)) return i;
        }

        throw new FactException($"Tabellen {id} har ingen kolonne {column}.");
    }
}
