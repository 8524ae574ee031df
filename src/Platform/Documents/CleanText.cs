using System.Text;

namespace Virker.Platform;

/// <summary>
/// Text as a document may carry it: composed (NFC), without control characters, lone surrogates or marks that turn the
/// reading direction.
/// </summary>
internal static class CleanText
{
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !text.Contains('\x7F'))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
            Append(clean, rune);
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string? text) => Of(text).Replace('\n', ' ').Trim();

    private static void Append(StringBuilder clean, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n' or '\r' or 0x85 or 0x2028 or 0x2029:
                clean.Append('\n');
                break;
            case '\t':
                clean.Append(' ');
                break;
            case < 0x20 or (>= 0x7F and < 0xA0):
            case 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069):
            case 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xFDD0 and <= 0xFDEF):
            case var value when (value & 0xFFFE) == 0xFFFE:
                break;
            default:
                clean.Append(rune.ToString());
                break;
        }
    }
}
