using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Targets;

/// <summary>"9 ud af 10" is 90 per cent.</summary>
internal static partial class Shares
{
    private static readonly string[] Words = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"];

    public static string InPercent(string clause) => !clause.Contains("ud af", StringComparison.OrdinalIgnoreCase) ? clause : OutOf().Replace(clause, m =>
        Number(m.Groups["part"].Value) is { } part && Number(m.Groups["of"].Value) is { } of && of >= part && of > 0 ? (100m * part / of).ToString("0.##", CultureInfo.GetCultureInfo("da-DK")) + " pct. af" : m.Value);

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : Array.IndexOf(Words, word.ToLowerInvariant()) is >= 0 and var at ? at : null;

    [GeneratedRegex(@"\b(?<part>\d{1,3}|en|to|tre|fire|fem|seks|syv|otte|ni)\sud\saf\s(?<of>\d{1,3}|to|tre|fire|fem|seks|syv|otte|ni|ti)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutOf();
}
