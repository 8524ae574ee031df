using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// A committee whose name is no "udvalg": known by the form of the line that it stands on, and by nothing else.
/// </summary>
internal static partial class BodyByForm
{
    /// <summary>
    /// "Beskæftigelse, Erhverv og Unges møde den 18. december 2025", "Arbejdsmarked, Erhverv og Turisme 22-01-2020":
    /// the name and the day, and nothing else.
    /// </summary>
    public static string? BesideDate(string line)
    {
        if (
            line.Length > 160
            || PrintedDate.First(line) is not { Start: > 8 } date
            || !After().IsMatch(line[(date.Start + date.Length)..])
        )
            return null;
        var m = Before().Match(line[..date.Start]);
        return m.Success && Joins().IsMatch(m.Groups["n"].Value) && !DocumentHead.NamesKind(line)
            ? m.Groups["n"].Value
            : null;
    }

    /// <summary>
    /// "Social og Sundhed, 6. januar 2020, pkt. 123:": the body that had the case before, and the number that it had
    /// there.
    /// </summary>
    public static string? BeforeDateAndItem(string text, PrintedDate date)
    {
        if (!Item().IsMatch(text[(date.Start + date.Length)..])) return null;
        var m = Name().Match(text[..date.Start]);
        return m.Success ? m.Groups["n"].Value : null;
    }

    [GeneratedRegex(
        @"^(?<n>\p{Lu}[\p{L}-]*(?:,?\s(?![Mm]øde\b)\p{L}[\p{L}-]*|\s&){2,9}?)(?:s\s[Mm]øde)?\s*[-–,]?\s*(?:den|d\.)?\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Before();

    [GeneratedRegex(@"\s(?:og|&|samt)\s\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Joins();

    [GeneratedRegex(@"^[\s.,]*(?:kl\b.{0,30})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(
        @"^\s*,\s*(?:pkt|punkt|sag)\.?\s*(?:nr\.?\s*)?\d{1,5}\s*:?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Item();

    [GeneratedRegex(
        @"^(?<n>\p{Lu}[\p{L}-]*(?:,?\s\p{L}[\p{L}-]*|\s&){0,8}),?\s*(?:den|d\.)?\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Name();
}
