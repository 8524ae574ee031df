using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>What is measured, in the plan's own words: the clause without its comparator, number and period.</summary>
internal static partial class Indicators
{
    /// <summary>
    /// A clause that only refers to what was named before ("Særligt på …", "I 2023 er målet, at …") keeps that subject.
    /// </summary>
    public static string Of(string clause, string? before)
    {
        var text = Aside().Replace(Sentences.Of(clause).FirstOrDefault(clause).Trim(' ', '.'), "");
        if (Share().Match(text) is { Success: true } share)
            return "andel " + Tidy().Replace(Bare(share.Groups["what"].Value), " ").Trim(' ', ',', '.');
        var counted = CountFirst().IsMatch(text);
        var subject = !counted && Subject().Match(text) is { Success: true } m ? m.Groups["what"].Value : Bare(text);
        subject = Tidy().Replace(Bare(subject), " ").Trim(' ', ',', '.');
        if (subject.Length < 4) subject = before ?? clause;
        return char.ToLowerInvariant(subject[0]) + subject[1..];
    }

    [GeneratedRegex(
        @"^(?:(?:mindst|minimum|max|maks|højst)\s)?\d[\d.,]*\s?(?:%|pct\.|procent)\s(?<what>af\b.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Share();

    [GeneratedRegex(@"^(?:mindst|minimum|max|maks|højst|\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountFirst();

    private static string Bare(string text) => Figures().Replace(text, " ");

    [GeneratedRegex(
        @"^(?<what>.{4,200}?)(?<!\b(?:der|som)(?:\s\p{L}+)?),?\s(?:skal|er|udgør|har|ligger|bør|vil)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Subject();

    [GeneratedRegex(
        @"\b(?:mindst|minimum|som minimum|max(?:imalt)?|maks(?:imalt)?|højst|under|over|færre end|flere end)\s+(?=\d)|(?<![\p{L}])\d[\d.,]*\s?(?:%|pct\.|procent(?:point)?)?(?:\s(?=af\b))?|\bi 20\d{2}\b|\btil enhver tid\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Figures();

    [GeneratedRegex(
        @"^(?:særligt|især|heraf|herunder)\s|^i 20\d{2} er målet,? at\s|\s*\((?:undtaget|ekskl)[^)]*\)|,\s*(?:gerne|helst)\s.*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Aside();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Tidy();
}
