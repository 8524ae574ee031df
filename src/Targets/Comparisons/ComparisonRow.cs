namespace Virker.Targets;

/// <summary>A figure of another area that a measure is held against; never computed here, always loaded with its source.</summary>
internal sealed class ComparisonRow
{
    public Guid Id { get; init; }

    public string IndicatorId { get; init; } = "";

    /// <summary>See <see cref="ComparisonAreas"/>.</summary>
    public string Area { get; init; } = "";

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    public decimal Value { get; set; }

    public string Source { get; set; } = "";

    public DateTimeOffset LoadedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>Which areas a plan compares with.</summary>
public static class ComparisonAreas
{
    public const string Country = "hele landet";
    public const string Region = "regionen";

    /// <summary>The area that a reading's reference means; null when it means none.</summary>
    public static string? Of(string? referenceKind) => referenceKind switch
    {
        "national_average" => Country,
        "regional_average" => Region,
        _ => null,
    };

    /// <summary>In a sentence: "landsgennemsnittet".</summary>
    public static string Average(string area) => area == Country ? "landsgennemsnittet" : "regionens gennemsnit";
}
