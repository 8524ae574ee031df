using System.Text;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>A document's bytes to text (<see cref="WrittenBytes"/>), its letters in one piece; what is no text is refused.</summary>
internal static class TextDecoding
{
    public static Outcome<string> Decode(byte[] bytes)
    {
        var text = WrittenBytes.Decoded(bytes);
        return WrittenBytes.IsBinary(text) ? new Refusal("source.binary", "filen er ikke tekst; kun tekst, HTML, PDF og ESDH-eksporter kan læses.") : Composed(text);
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
