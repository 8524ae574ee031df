using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Web.Pages.Targets.Plan;

/// <summary>A measure's numbers as its pages write them.</summary>
internal static class FigureText
{
    /// <summary>
    /// The register's newest number with its days: beside the number that the target is judged on, never in its place.
    /// </summary>
    public static string Latest(TargetFinding finding) =>
        finding.Latest is { } figure
            ? $"{Danish.Amount(figure.Value, finding.Indicator?.Decimals ?? 0, finding.Indicator?.Unit)} ({figure.Period})"
            : "";

    /// <summary>How far the judged number is from the target, or what is lacking to say so.</summary>
    public static string Gap(TargetFinding finding) =>
        finding.Verdict.GapText ?? finding.Missing.FirstOrDefault() ?? "";

    public static string Number(decimal value, TargetFinding finding) =>
        Danish.Number(value, finding.Indicator?.Decimals ?? 0);

    /// <summary>"20 af 100" where the figure is a share of whole persons.</summary>
    public static string? Parts(ShownFigure figure) =>
        figure is { Numerator: { } part, Denominator: { } whole } ? $"{Plain(part)} af {Plain(whole)}" : null;

    public static string? Comparison(TargetFinding finding) =>
        finding.Comparison is { } c
            ? $"{char.ToUpper(c.Area[0], Danish.Culture)}{c.Area[1..]}, {c.Period}: {Danish.Amount(c.Value, finding.Indicator?.Decimals ?? 0, finding.Indicator?.Unit)} ({c.Source})"
            : null;

    /// <summary>
    /// How many citizens stand behind a number, and that they are not what it counts, where they are not.
    /// </summary>
    public static string Behind(int counted, string unit, FigurePeriod period) =>
        $"{Danish.Count(counted, "borger står", "borgere står")} bag tallet for {period}."
        + (
            unit is "personer" or "borgere" or "" ? ""
            : unit == "pct." ? " Tallet er en andel og ikke et antal borgere."
            : $" Tallet tæller {unit} og ikke borgere, så de to kan være forskellige."
        );

    private static string Plain(decimal value) => Danish.Number(value, value == decimal.Truncate(value) ? 0 : 1);
}
