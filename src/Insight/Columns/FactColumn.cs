namespace Virker.Insight;

/// <summary>
/// A column of a fact table beside subject and days. With a <paramref name="dimension"/> it holds codes of it (an empty
/// one is filled when the rows are read: teams, companies); without one it holds whole numbers, whose <paramref
/// name="unit"/> says what they count. Name and meaning are Danish, for readers. The column is the object that declares
/// it: rows are set, and figures are declared, by it.
/// </summary>
public sealed class FactColumn(
    string id,
    string name,
    string meaning,
    Dimension? dimension = null,
    string? unit = null
)
{
    private static readonly Dictionary<string, string> None = [];

    public string Id => id;

    public string Name => name;

    public string Meaning => meaning;

    public Dimension? Dimension => dimension;

    public string? Unit => unit;

    /// <summary>The highest number that the column may hold, where it holds numbers and they are small.</summary>
    public int? Highest { get; init; }

    /// <summary>By key, the value as it stands in the sentence that defines a figure: "a-dagpenge".</summary>
    public IReadOnlyDictionary<string, string> Said { get; init; } = None;

    /// <summary>By key, the unit of the value's rows, where each value's have their own.</summary>
    public IReadOnlyDictionary<string, string> UnitOf { get; init; } = None;

    /// <summary>The unit in the singular ("time"), where a least number is told with its unit.</summary>
    public string? OneUnit { get; init; }

    /// <summary>What the column's numbers added up are: "lønnede timer i perioden".</summary>
    public string? Sum { get; init; }

    public override string ToString() => id;

    internal bool FitsAByte(Dimension? values) =>
        values is null ? dimension is null && Highest <= byte.MaxValue : values.Size <= 256;
}
