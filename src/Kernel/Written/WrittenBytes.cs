using System.Text;

namespace Virker.Kernel;

/// <summary>
/// The bytes of a text file as text. A byte-order mark is believed; then UTF-8 if it holds throughout, UTF-16 where
/// every other byte is nothing, else Windows-1252, which spreadsheets and old exports write. What is none of them, or
/// has been read wrongly once already, is refused saying that it is the encoding, and where.
/// </summary>
public static class WrittenBytes
{
    private const string Windows1252High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>æ, ø, å and their capitals in UTF-8 when it is read as Windows-1252.</summary>
    private static readonly string[] ReadTwice =
    [
        "Ã¦",
        "Ã¸",
        "Ã¥",
        "Ã†",
        "Ã˜",
        "Ã…",
        "\u00C3\u0086",
        "\u00C3\u0098",
        "\u00C3\u0085",
    ];

    /// <summary>The text; or that the file is no text, or in which line its letters are broken.</summary>
    public static Outcome<string> Text(ReadOnlySpan<byte> bytes, string? field = null)
    {
        var text = Decoded(bytes);
        if (IsBinary(text))
            return new Refusal(
                "file.binary",
                "Filen er ikke en tekstfil. Gem den som CSV med tegnsættet UTF-8, og prøv igen.",
                Field: field
            );
        foreach (var broken in (ReadOnlySpan<string>)[.. ReadTwice, "\uFFFD"])
        {
            if (text.IndexOf(broken, StringComparison.Ordinal) is >= 0 and var at)
                return new Refusal(
                    "file.encoding",
                    $"Filens tegnsæt er forkert: i linje {text.AsSpan(0, at).Count('\n') + 1} står der »{broken}«, hvor der nok skulle stå et æ, ø eller å. Gem filen igen med tegnsættet UTF-8.",
                    Field: field
                );
        }

        return text;
    }

    /// <summary>
    /// Whatever the bytes say, without judging it: for documents, whose text is shown as it was printed.
    /// </summary>
    public static string Decoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Utf16Without(bytes) is { } utf16) return utf16.GetString(bytes);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252(bytes);
        }
    }

    /// <summary>Each byte a letter, as western Windows had them.</summary>
    public static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes) text.Append(b is >= 0x80 and <= 0x9F ? Windows1252High[b - 0x80] : (char)b);
        return text.ToString();
    }

    /// <summary>Whether so much of it is control characters that it is no text.</summary>
    public static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v')) controls++;
        }

        return controls * 50 > text.Length;
    }

    private static Encoding? Utf16Without(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0) return null;
        var (even, odd, pairs) = (0, 0, Math.Min(bytes.Length, 2000) / 2);
        for (var i = 0; i < pairs; i++)
        {
            if (bytes[2 * i] == 0) even++;
            if (bytes[(2 * i) + 1] == 0) odd++;
        }

        return odd * 10 > pairs * 9 && even == 0 ? Encoding.Unicode
            : even * 10 > pairs * 9 && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }
}
