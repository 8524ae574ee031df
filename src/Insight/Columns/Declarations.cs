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
/// A column beside subject and days. With a <paramref name="Dimension"/> it holds codes of it; without one it holds
/// whole numbers, whose <paramref name="Unit"/> says what they count. <paramref name="Name"/> and <paramref
/// name="Meaning"/> are Danish, for readers.
/// </summary>
public sealed record ColumnDeclaration(
    string Id,
    string Name,
    string Meaning,
    Dimension? Dimension = null,
    string? Unit = null
)
{
    /// <summary>The highest number that the column may hold, where it holds numbers and they are small.</summary>
    public int? Highest { get; init; }

    internal bool FitsAByte => Dimension is { } dimension ? dimension.Size <= 256 : Highest <= byte.MaxValue;
}

/// <summary>
/// What a fact table holds, in words that a reader of figures understands. <paramref name="Source"/> says where the
/// facts come from ("Kommunens egne sager", "eIndkomst"); it follows each figure to its page.
/// </summary>
public sealed record TableDeclaration(
    string Id,
    string Name,
    string Meaning,
    FactShape Shape,
    FactSubject Subject,
    string Source,
    IReadOnlyList<ColumnDeclaration> Columns
)
{
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Id == column) return i;
        }

        throw new FactException($"Tabellen {Id} har ingen kolonne {column}.");
    }

    /// <summary>
    /// Whether the columns hold the same codes, so that rows of one may stand in a table of the other.
    /// </summary>
    public bool HasSameCodes(TableDeclaration other) =>
        Columns.Select(c => c.Id).SequenceEqual(other.Columns.Select(c => c.Id))
        && Columns
            .Zip(
                other.Columns,
                (own, its) =>
                    own.Dimension == its.Dimension
                    || (own.Dimension is { } a && its.Dimension is { } b && a.Values.SequenceEqual(b.Values))
            )
            .All(same => same);

    public bool Has(string column) => Columns.Any(c => c.Id == column);
}
