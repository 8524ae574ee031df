using System.Text;

namespace Virker.Platform;

/// <summary>
/// Where a Danish word may be divided when it must: before the last consonant of a group between two vowels.
/// </summary>
internal static class Words
{
    private const string Vowels = "aeiouyæøåáéíóúüöäAEIOUYÆØÅÁÉÍÓÚÜÖÄ";

    public static bool IsLetter(int code) => Rune.IsValid(code) && Rune.IsLetter(new Rune(code));

    public static bool IsLetterOrDigit(int code) => Rune.IsValid(code) && Rune.IsLetterOrDigit(new Rune(code));

    public static bool IsSyllableStart(int second, int before, int first, int after) =>
        IsLetter(second) && IsLetter(before) && IsLetter(first) && IsLetter(after) && !IsVowel(first) && IsVowel(after);

    private static bool IsVowel(int code) => code < 0x250 && Vowels.Contains((char)code);
}
