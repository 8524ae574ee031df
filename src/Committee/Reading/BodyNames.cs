using System.Text.RegularExpressions;

namespace Virker.Committee;

/// <summary>Recognises the names of committees, councils and boards.</summary>
internal static partial class BodyNames
{
    /// <summary>The first name of a body in the text; null when there is none.</summary>
    public static string? Find(string text)
    {
        var m = Name().Match(text);
        return m.Success ? Tidy(m.Value) : null;
    }

    /// <summary>
    /// Whether the text is the name of a body and nothing else (an abbreviation in brackets may follow).
    /// </summary>
    public static bool Is(string text)
    {
        var m = Name().Match(text);
        return m is { Success: true, Index: 0 }
            && Abbreviation().Replace(text[m.Length..], "").Trim(' ', '.', ':', ',').Length == 0;
    }

    public static string Tidy(string name) =>
        Spaces().Replace(Genitive().Replace(name, "$1"), " ").Trim(' ', ',', '.', '-', ':');

    [GeneratedRegex(
        @"\b(?:Udvalget|Udvalg|Rådet|Nævnet)\s+for\s+(?:\p{Lu}[\p{L}-]+\s(?=\p{Lu}))?\p{L}[\p{L}-]+(?:,\s(?:\p{Lu}[\p{L}-]+\s(?=\p{Lu}))?\p{L}[\p{L}-]+)*(?:\s(?:og|samt|&)\s(?:\p{Lu}[\p{L}-]+\s(?=\p{Lu}))?\p{L}[\p{L}-]+)?(?:\s\(\p{Lu}{2,6}\))?"
            + @"|\b(?:(?:KMB|ØU|KB|BR)\s)?(?:(?:\p{Lu}[\p{L}]*-(?:,\s?|\s?og\s|\s&\s|\s)|\p{Lu}[\p{L}]+,\s(?=\p{Lu}[\p{L}, -]*\sog\s[\p{L}-]*udvalget))*(?:\p{Lu}[\p{L}]*\sog\s(?=\p{Lu}[\p{L}-]*udvalget))?(?:\p{Lu}[\p{L}-]*udvalget|\p{Lu}[\p{L}-]*(?<!t)rådet|Rådet|Byrådet|Kommunalbestyrelsen|Regionsrådet|Magistraten|Direktionen|\p{Lu}[\p{L}-]*nævnet|\p{Lu}[\p{L}-]*bestyrelsen|\p{Lu}[\p{L}-]*råd|\p{Lu}[\p{L}-]*udvalg)"
            + @"|\p{Lu}[\p{L}]*-(?:,\s\p{L}+-)*\sog\s[\p{L}-]*(?:udvalget|rådet))(?:['’]?s)?\b(?:\s\(\p{Lu}{2,6}\))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        @"(udvalget|rådet|bestyrelsen|nævnet|Magistraten|Direktionen)['’]?s\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Genitive();

    [GeneratedRegex(@"\(\p{Lu}{2,6}\)|\(\d{4}\s?[-–]\s?\d{4}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
