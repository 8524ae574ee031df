using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>A number that a clause prints, with its unit and where it stands.</summary>
internal sealed record ClauseFigure(decimal Value, string? Unit, int Start, int End);

/// <summary>The numbers of a clause that are figures: not years, dates, ages or how long something lasts.</summary>
internal static partial class ClauseFigures
{
    public static List<ClauseFigure> In(string clause)
    {
        var figures = new List<ClauseFigure>();
        foreach (Match m in Number().Matches(clause))
        {
            if (
                NotFigure().IsMatch(clause[Math.Max(0, m.Index - 24)..m.Index])
                && !m.Groups["unit"].Success
                && IsYear(m.Groups["n"].Value)
            )
                continue;
            if (
                !m.Groups["unit"].Success
                && (IsYear(m.Groups["n"].Value) || IsDuration(clause, m.Index, m.Groups["n"].Length))
            )
                continue;
            if (DayOfDate().IsMatch(clause[m.Index..]))
                continue;
            if (PrintedNumber.Whole(m.Groups["n"].Value) is { } value)
                figures.Add(new ClauseFigure(value, UnitOf(m, clause), m.Index, m.Index + m.Length));
        }

        return figures;
    }

    public static string? NounOfCount(string clause) =>
        CountOf().Match(clause) is { Success: true } m ? MeasureUnits.NounAt(m.Groups["noun"].Value) : null;

    private static bool IsYear(string number) =>
        number.Length == 4 && number[..2] is "19" or "20" && !number.Contains('.') && number.Length == 4;

    /// <summary>
    /// "efter 26 uger", "i over 2 år" and "18 årige" say who is counted; "højst 14 dage" is the target itself.
    /// </summary>
    private static bool IsDuration(string clause, int at, int length) =>
        Age().IsMatch(clause[(at + length)..]) || (Weeks().IsMatch(clause[(at + length)..]) && Lasting().IsMatch(clause[..at]));

    private static string? UnitOf(Match m, string clause)
    {
        if (m.Groups["point"].Success) return "procentpoint";
        if (m.Groups["pct"].Success) return "pct.";
        return MeasureUnits.NounAt(clause[(m.Index + m.Length)..]);
    }

    [GeneratedRegex(
        @"(?<![\d.,\p{L}/-])(?<n>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?:\s?(?<unit>(?<point>procent-?point|pct\.?[\s-]?point|%[\s-]?point)|(?<pct>%|pct\.|pct\b|procent\b)))?(?![\d/]|-\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s?(?:-?årige?|års?\b|ud af\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Age();

    [GeneratedRegex(@"^\s?(?:måneder|uger|dage)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();

    [GeneratedRegex(
        @"\b(?:efter|over|i|inden for|gennem|første|mere end|længere end)\s$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Lasting();

    [GeneratedRegex(
        @"^\d{1,2}\.\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DayOfDate();

    [GeneratedRegex(
        @"\b(?:i|fra|til|med|år|og|ultimo|primo|medio|udgangen af|december|januar|inden|senest)\s$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NotFigure();

    [GeneratedRegex(@"\bantal(?:let)?(?: af)?\s(?<noun>\p{L}[^.,;]{2,80})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountOf();
}
