using System.Text;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Bytes to text: a byte order mark is believed, then UTF-8 if it holds throughout, else Windows-1252, which old exports use.</summary>
internal static class TextDecoding
{
    private const string Windows1252High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public static Outcome<string> Decode(byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Checked(Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3));
        if (bytes is [0xFF, 0xFE, ..]) return Checked(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2));
        if (bytes is [0xFE, 0xFF, ..]) return Checked(Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2));
        if (IsUnmarkedUtf16(bytes, 1)) return Checked(Encoding.Unicode.GetString(bytes));
        if (IsUnmarkedUtf16(bytes, 0)) return Checked(Encoding.BigEndianUnicode.GetString(bytes));
        try
        {
            return Checked(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Checked(Windows1252(bytes));
        }
    }

    /// <summary>UTF-16 without its mark: every other byte of the start is zero.</summary>
    private static bool IsUnmarkedUtf16(byte[] bytes, int zeroAt)
    {
        var pairs = Math.Min(bytes.Length, 512) / 2;
        if (pairs < 8) return false;
        var zeros = 0;
        for (var i = 0; i < pairs; i++) zeros += bytes[(i * 2) + zeroAt] == 0 && bytes[(i * 2) + 1 - zeroAt] != 0 ? 1 : 0;
        return zeros * 10 > pairs * 8;
    }

    public static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes) text.Append(b is >= 0x80 and <= 0x9F ? Windows1252High[b - 0x80] : (char)b);
        return text.ToString();
    }

    private static Outcome<string> Checked(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v')) controls++;
        }

        return controls * 50 > text.Length
            ? new Refusal("source.binary", "filen er ikke tekst; kun tekst, HTML, PDF og ESDH-eksporter kan læses.")
            : Composed(text);
    }

    /// <summary>Letters in one piece: å as one character, whatever the file's own form.</summary>
    private static string Composed(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: the text stays as it is.
            return text;
        }
    }
}
