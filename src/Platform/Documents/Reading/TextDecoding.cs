using System.Text;
using System.Text.Unicode;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A document's bytes to text (<see cref="WrittenBytes"/>), its letters in one piece; what is no text is refused.
/// </summary>
internal static class TextDecoding
{
    public static Outcome<string> Decode(byte[] bytes)
    {
        var text = WrittenBytes.Decoded(bytes);
        return WrittenBytes.IsBinary(text)
            ? new Refusal("source.binary", "filen er ikke tekst; kun tekst, HTML, PDF og ESDH-eksporter kan læses.")
            : Composed(text);
    }

    /// <summary>
    /// Whether the bytes are UTF-8 without any mark-up at their start and no binary file: nothing has to be looked at
    /// as a whole.
    /// </summary>
    public static bool IsPlainUtf8(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 4_096)].TrimStart(" \t\r\n"u8);
        if (
            start.Length == 0
            || start[0] is (byte)'<' or 0 or >= 0x80
            || bytes.Contains((byte)0)
            || !Utf8.IsValid(bytes)
        )
            return false;
        var controls = 0;
        foreach (var b in bytes)
        {
            if (b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or (byte)'\v')) controls++;
        }

        return controls * 50 <= bytes.Length / 2;
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
