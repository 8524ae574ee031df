using Virker.Insight;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>Numbers, targets and gaps in Danish words.</summary>
internal static class FigureWords
{
    public static string Number(decimal value, Indicator indicator) => DanishFormat.Number(value, indicator.Decimals);

    /// <summary>With one full stop, also where the last word is "pct.".</summary>
    public static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : $"{sentence}.";

    public static string WithUnit(decimal value, Indicator indicator) => $"{Number(value, indicator)} {indicator.Unit}";

    /// <summary>A target may be printed with fewer decimals than the figure has.</summary>
    public static string Plain(decimal value) => DanishFormat.Number(value, (value / 1.0000000000000000000000000000m).Scale);

    public static string Target(TargetRule rule, Indicator? indicator)
    {
        var unit = indicator?.Unit ?? rule.Unit;
        var days = rule.Continuous ? " til enhver tid" : rule.Fixed is { } period ? $" i {period}" : "";
        if (ComparisonAreas.Of(rule.ReferenceKind) is { } area && rule.Value is null) return $"{AgainstAverage(rule, area)}{days}";
        return rule.Value is { } value ? $"{rule.Words} {Plain(value)} {unit}{days}".Replace("  ", " ", StringComparison.Ordinal) : $"{rule.Words}{days}";
    }

    public static string Gap(decimal value, decimal target, Indicator indicator)
    {
        var distance = Math.Abs(value - target);
        var unit = indicator.IsShare ? "procentpoint" : indicator.Unit;
        return distance == 0 ? "præcis på målet" : $"{Number(distance, indicator)} {unit} {(value > target ? "over" : "under")} målet";
    }

    public static ShownFigure Shown(KeyFigure figure, Indicator indicator)
    {
        var result = figure.Result;
        return new(figure.Period, result.Value!.Value.Rounded(indicator.Decimals), result.Numerator?.Rounded(1), result.Denominator?.Rounded(1));
    }

    public static string MissingComparison(string area, FigurePeriod? period, Indicator indicator) =>
        $"{char.ToUpperInvariant(ComparisonAreas.Average(area)[0])}{ComparisonAreas.Average(area)[1..]}{(period is { } p ? $" for {p}" : "")} er ikke indlæst"
        + (indicator.OfficialTable is { } table ? $": hent {table}." : ".");

    private static string AgainstAverage(TargetRule rule, string area)
    {
        var average = ComparisonAreas.Average(area);
        return rule.Offset is { } offset and not 0
            ? $"{rule.Words} {Plain(Math.Abs(offset))} procentpoint {(offset > 0 ? "over" : "under")} {average}"
            : rule.Comparator is TargetRule.AtLeast or TargetRule.AtMost or TargetRule.Exactly ? $"{rule.Words} på niveau med {average}" : $"{rule.Words} {average}";
    }
}
