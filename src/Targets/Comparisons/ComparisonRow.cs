using System.ComponentModel.DataAnnotations.Schema;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// A figure of another area that a measure is held against; never computed here, always loaded with its source.
/// </summary>
[Table("comparison_values")]
internal sealed class ComparisonRow : IVersioned
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

    public int Version { get; private set; }
}

/// <summary>Which areas a plan compares with.</summary>
public static class ComparisonAreas
{
    public const string Country = "hele landet";
    public const string Region = "regionen";

    /// <summary>The municipality itself, as another authority counts it.</summary>
    public const string Own = "kommunen, officielt opgjort";

    /// <summary>A municipality's name as it stands in the sources; null where the area is no municipality.</summary>
    public static string? Municipality(string? area)
    {
        var name =
            area?.Trim() is { Length: > 0 and <= 40 } written
            && written.EndsWith(" Kommune", StringComparison.OrdinalIgnoreCase)
                ? written[..^" Kommune".Length]
                : area?.Trim();
        return
            name is { Length: > 1 and <= 40 }
            && char.IsUpper(name[0])
            && name.All(c => char.IsLetter(c) || c is '-' or ' ')
            && !name.StartsWith("Hele", StringComparison.Ordinal)
            && !name.StartsWith("Region", StringComparison.Ordinal)
            && !name.StartsWith("RAR", StringComparison.Ordinal)
            ? name
            : null;
    }

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
