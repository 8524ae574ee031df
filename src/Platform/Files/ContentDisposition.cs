using System.Globalization;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// How an answer names the file that it is (RFC 6266). A header holds printable ASCII alone, so a name with other
/// letters is given twice: as it is, encoded (RFC 8187), and as near as ASCII comes, for those who read no more. Every
/// download says its name here.
/// </summary>
public static class ContentDisposition
{
    private const int LongestName = 150;

    private static readonly IReadOnlyDictionary<char, string> Spelled = new Dictionary<char, string>
    {
        ['æ'] = "ae",
        ['ø'] = "oe",
        ['å'] = "aa",
        ['Æ'] = "Ae",
        ['Ø'] = "Oe",
        ['Å'] = "Aa",
        ['ß'] = "ss",
        ['–'] = "-",
        ['—'] = "-",
    };

    public static string Attachment(string name) => Of("attachment", name);

    /// <summary>Shown where it is; the name is for whoever saves it.</summary>
    public static string Inline(string name) => Of("inline", name);

    private static string Of(string how, string name)
    {
        var clean = Clean(name);
        var ascii = InAscii(clean);
        return ascii == clean
            ? $"{how}; filename=\"{clean}\""
            : $"{how}; filename=\"{ascii}\"; filename*=UTF-8''{Uri.EscapeDataString(clean)}";
    }

    /// <summary>
    /// One line, no folders, not too long; what follows the last dot is kept, since programs go by it.
    /// </summary>
    private static string Clean(string name)
    {
        var line = CleanText.Line(name).Replace('/', '-').Replace('\\', '-').Trim('.', ' ');
        if (line.Length == 0) return "fil";
        if (line.Length <= LongestName) return line;
        var ending = Path.GetExtension(line) is { Length: > 1 and <= 10 } known ? known : "";
        return Whole(line[..(LongestName - ending.Length)]) + ending;
    }

    /// <summary>Not half a letter at the end.</summary>
    private static string Whole(string text) => char.IsHighSurrogate(text[^1]) ? text[..^1] : text;

    private static string InAscii(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) text.Append(InAscii(rune));
        return text.ToString();
    }

    private static string InAscii(Rune letter)
    {
        if (letter.Value is >= ' ' and <= '~' and not ('"' or '\\' or '%'))
            return letter.ToString();
        if (letter.IsBmp && Spelled.TryGetValue((char)letter.Value, out var spelled))
            return spelled;
        var plain = letter
            .ToString()
            .Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .ToArray();
        return plain.Length > 0 && plain.All(char.IsAsciiLetterOrDigit) ? new(plain) : "_";
    }
}
