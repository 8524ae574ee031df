using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>Numbers, targets and gaps in Danish words.</summary>
internal static class FigureWords
{
    public static string Number(decimal value, Indicator indicator) => Danish.Number(value, indicator.Decimals);

    public static string WithUnit(decimal value, Indicator indicator) =>
        Danish.Amount(value, indicator.Decimals, indicator.Unit);

    /// <summary>A distance or a change: of a share in percentage points.</summary>
    public static string Distance(decimal value, Indicator indicator) =>
        Danish.Amount(value, indicator.Decimals, UnitOfDistance(indicator));

    public static string UnitOfDistance(Indicator indicator) => indicator.IsShare ? "procentpoint" : indicator.Unit;

    /// <summary>A target may be printed with fewer decimals than the figure has.</summary>
    public static string Plain(decimal value) =>
        Danish.Number(value, (value / 1.0000000000000000000000000000m).Scale);

    public static string Target(TargetRule rule, Indicator? indicator)
    {
        var unit = indicator?.Unit ?? rule.Unit;
        var days =
            rule.Continuous ? " til enhver tid"
            : rule.Fixed is { } period ? $" i {period}"
            : "";
        if (ComparisonAreas.Of(rule.ReferenceKind) is { } area && rule.Value is null)
            return $"{AgainstAverage(rule, area)}{days}";
        return rule.Value is { } value ? $"{rule.Words} {WithUnit(value, unit)}{days}" : $"{rule.Words}{days}";
    }

    /// <summary>
    /// "1 helårsperson over målet"; where the two are told apart only by what is rounded off, how little it is.
    /// </summary>
    /// <param name="distance">As it is shown; 0 where it is less than that.</param>
    /// <param name="order">On which side of the target the exact number is.</param>
    /// <param name="indicator">The figure.</param>
    public static string Gap(decimal distance, int order, Indicator indicator)
    {
        if (order == 0) return "præcis på målet";
        var least = 1m / (decimal)Math.Pow(10, indicator.Decimals);
        return $"{(distance == 0 ? $"mindre end {Distance(least, indicator)}" : Distance(Math.Abs(distance), indicator))} {(order > 0 ? "over" : "under")} målet";
    }

    /// <summary>A number of the plan, with the decimals that it is printed with.</summary>
    public static string WithUnit(decimal printed, string unit) =>
        Danish.Amount(printed, (printed / 1.0000000000000000000000000000m).Scale, unit);

    public static ShownFigure Shown(KeyFigure figure, Indicator indicator)
    {
        var result = figure.Result;
        return new(
            figure.Period,
            result.Value!.Value.Rounded(indicator.Decimals),
            result.Numerator?.Rounded(1),
            result.Denominator?.Rounded(1)
        );
    }

    public static string MissingComparison(string area, FigurePeriod? period, Indicator indicator) =>
        $"{char.ToUpperInvariant(ComparisonAreas.Average(area)[0])}{ComparisonAreas.Average(area)[1..]}{(period is { } p ? $" for {p}" : "")} er ikke indlæst"
        + (indicator.OfficialTable is { } table ? $": hent {table}." : ".");

    private static string AgainstAverage(TargetRule rule, string area)
    {
        var average = ComparisonAreas.Average(area);
        return rule.Offset is { } offset and not 0
                ? $"{rule.Words} {Plain(Math.Abs(offset))} procentpoint {(offset > 0 ? "over" : "under")} {average}"
            : rule.Comparator is TargetRule.AtLeast or TargetRule.AtMost or TargetRule.Exactly
                ? $"{rule.Words} på niveau med {average}"
            : $"{rule.Words} {average}";
    }
}
