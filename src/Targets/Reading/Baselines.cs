using System.Text.RegularExpressions;

namespace Virker.Targets;

/// <summary>The starting point in brackets: "(udgangspunkt: 16,2 pct. i december 2025)".</summary>
internal static partial class Baselines
{
    /// <summary>The clause without the brackets, and their figure; null where there are none.</summary>
    public static (string Clause, decimal? Baseline) Apart(string clause)
    {
        if (Bracket().Match(clause) is not { Success: true } m) return (clause, null);
        var value = MeasureClause.Read("er " + m.Groups["what"].Value).Value;
        return value is null ? (clause, null) : (clause.Remove(m.Index, m.Length), value);
    }

    /// <summary>What the brackets say of when that was.</summary>
    public static string? Date(string clause) => Bracket().Match(clause) is { Success: true } m ? MeasurePeriods.Stated(m.Groups["what"].Value) : null;

    public static string Without(string clause) => Bracket().Replace(clause, "");

    [GeneratedRegex(@"\s*\((?:udgangspunkt(?:et)?|baseline|nu|i dag|status|niveau(?:et)?)(?:\s(?:er|var|i\s20\d{2}))?\s?:?\s(?<what>[^()]{1,80})\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracket();
}
