using System.Globalization;
using System.Text;

namespace Virker.Kernel;

/// <summary>
/// Text as it is kept and searched, whatever it came through: composed letters (NFC), one kind of space, one kind of
/// line end, and none of what cannot be seen (soft hyphens, zero-width spaces, control characters, marks that turn the
/// reading direction). Two texts that look alike are alike.
/// </summary>
public static class WrittenText
{
    /// <summary>
    /// Of several lines: line ends and tabs stay, since a tab parts the cells of what is pasted from a spreadsheet.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = Seen(text);
        clean = clean.Trim(' ', '\n');
        return clean.Contains('\n') ? clean : clean.Trim();
    }

    /// <summary>
    /// What is seen of the text, with its spaces at the ends: for a line whose first cell may be empty.
    /// </summary>
    public static string Seen(string text) => IsPlain(text) ? text : Composed(text);

    /// <summary>On one line.</summary>
    public static string Line(string? text)
    {
        var clean = Clean(text);
        return clean.AsSpan().ContainsAny('\n', '\t') ? clean.Replace('\n', ' ').Replace('\t', ' ').Trim() : clean;
    }

    /// <summary>
    /// Letters as they are compared in a search: small, å and aa alike, ø and ö and oe, æ and ä and ae; other accents
    /// off (é is e).
    /// </summary>
    public static string Folded(string? text)
    {
        var folded = new StringBuilder();
        foreach (var letter in Line(text).ToLowerInvariant())
        {
            folded.Append(
                letter switch
                {
                    'å' => "aa",
                    'ø' or 'ö' or 'œ' => "oe",
                    'æ' or 'ä' => "ae",
                    'ß' => "ss",
                    'đ' or 'ð' => "d",
                    'ł' => "l",
                    'þ' => "th",
                    'ı' => "i",
                    _ => null,
                } ?? Bare(letter)
            );
        }

        return folded.ToString();
    }

    /// <summary>
    /// What is kept beside a name to find it by: the name in small letters (so that it sorts as it did), and where it
    /// has other letters than a to z also folded, and as somebody writes it who has not the letter (a for å, o for ø
    /// and ö, a for ä, ue for ü). Look for the folded word, or the word itself.
    /// </summary>
    public static string SearchKey(string? name)
    {
        var line = Line(name).ToLowerInvariant();
        if (Ascii.IsValid(line)) return line;
        var (folded, otherwise) = (Folded(line), Folded(Otherwise(line)));
        return folded == otherwise ? $"{line} {folded}" : $"{line} {folded} {otherwise}";
    }

    /// <summary>The words of a search, folded.</summary>
    public static IReadOnlyList<string> SearchWords(string? text) =>
        Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same, each beside the word in small letters as it was written.</summary>
    public static IReadOnlyList<(string Folded, string Small)> SearchPairs(string? text) =>
        [
            .. Line(text)
                .ToLowerInvariant()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => (Folded(word), word)),
        ];

    /// <summary>Whether every word of a search (<see cref="SearchWords"/>) stands in one of the texts.</summary>
    public static bool Holds(IReadOnlyList<string> words, params ReadOnlySpan<string?> texts)
    {
        var folded = new string[texts.Length];
        for (var i = 0; i < texts.Length; i++) folded[i] = Folded(texts[i]);
        if (words.All(word => Array.Exists(folded, text => text.Contains(word, StringComparison.Ordinal)))) return true;
        var otherwise = new string[texts.Length];
        for (var i = 0; i < texts.Length; i++)
            otherwise[i] =
                texts[i] is { } text && !Ascii.IsValid(text) ? Folded(Otherwise(text.ToLowerInvariant())) : folded[i];
        return words.All(word =>
            Array.Exists(folded, text => text.Contains(word, StringComparison.Ordinal))
            || Array.Exists(otherwise, text => text.Contains(word, StringComparison.Ordinal))
        );
    }

    private static string Otherwise(string small) =>
        small
            .Replace('å', 'a')
            .Replace('ø', 'o')
            .Replace('ö', 'o')
            .Replace('ä', 'a')
            .Replace("ü", "ue", StringComparison.Ordinal);

    /// <summary>Whether it is so already: nothing to take off, nothing to put together.</summary>
    private static bool IsPlain(string text)
    {
        var isAscii = true;
        foreach (var letter in text)
        {
            if (letter is >= ' ' and < '\x7F' or '\n' or '\t') continue;
            if (letter is < '\u00AE' || letter >= '\u0250') return false;
            isAscii = false;
        }

        return isAscii || text.IsNormalized(NormalizationForm.FormC);
    }

    private static string Composed(string text)
    {
        var clean = new StringBuilder(text.Length);
        var before = default(Rune);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or '\r' or 0x85 or 0x2028 or 0x2029 or '\v' or '\f':
                    clean.Append('\n');
                    break;
                case '\t':
                    clean.Append('\t');
                    break;
                case 0x200C or 0x200D when before.Value >= 0x590:
                    clean.Append(rune.ToString());
                    break;
                default:
                    if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator) clean.Append(' ');
                    else if (IsSeen(rune)) clean.Append(rune.ToString());
                    break;
            }

            before = rune;
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// Tags are letters of flags, and variation selectors choose a picture: they stand with what they follow.
    /// </summary>
    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => false,
            UnicodeCategory.Format => rune.Value is >= 0xE0020 and <= 0xE007F,
            UnicodeCategory.OtherNotAssigned => rune.Value is not (>= 0xFDD0 and <= 0xFDEF)
                && (rune.Value & 0xFFFE) != 0xFFFE,
            _ => true,
        };

    private static string Bare(char letter)
    {
        if (letter < 0x80 || char.IsSurrogate(letter)) return letter.ToString();
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        return string.Concat(parts.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }
}
