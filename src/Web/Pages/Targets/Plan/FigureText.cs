using Virker.Platform;
using Virker.Targets;

namespace Virker.Web;

/// <summary>A measure's numbers as its pages write them.</summary>
internal static class FigureText
{
    public static string Latest(TargetFinding finding) => Of(finding.Latest, finding) ?? "";

    public static string? AtTarget(TargetFinding finding) => Of(finding.AtTarget, finding);

    public static string Number(decimal value, TargetFinding finding) => DanishFormat.Number(value, finding.Indicator?.Decimals ?? 0);

    /// <summary>"20 af 100" where the figure is a share of whole persons.</summary>
    public static string? Parts(ShownFigure figure) => figure is { Numerator: { } part, Denominator: { } whole } ? $"{Plain(part)} af {Plain(whole)}" : null;

    public static string? Comparison(TargetFinding finding) => finding.Comparison is { } c
        ? $"{char.ToUpper(c.Area[0], Danish.Culture)}{c.Area[1..]}, {c.Period}: {DanishFormat.Number(c.Value, finding.Indicator?.Decimals ?? 0)} {finding.Indicator?.Unit} ({c.Source})" : null;

    private static string? Of(ShownFigure? figure, TargetFinding finding) =>
        figure is null ? null : $"{Number(figure.Value, finding)} {finding.Indicator?.Unit} ({figure.Period})";

    private static string Plain(decimal value) => DanishFormat.Number(value, value == decimal.Truncate(value) ? 0 : 1);
}
