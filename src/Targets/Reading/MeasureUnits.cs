using System.Text.RegularExpressions;

namespace Virker.Targets;

/// <summary>What is counted: the noun behind a number, in the plural that plans use.</summary>
internal static partial class MeasureUnits
{
    private static readonly string[] Counted =
    [
        "helårspersoner",
        "fuldtidspersoner",
        "fuldtidsledige",
        "personer",
        "borgere",
        "virksomheder",
        "unge",
        "ledige",
        "flygtninge",
        "kontanthjælpsmodtagere",
        "modtagere",
        "sygemeldte",
        "samtaler",
        "jobordrer",
        "ordrer",
        "kontakter",
        "besøg",
        "aftaler",
        "praktikker",
        "forløb",
        "pladser",
        "ansættelser",
        "lærlinge",
        "elever",
        "job",
        "jobs",
        "timer",
        "uger",
        "dage",
        "måneder",
        "kroner",
        "kr.",
        "mio. kr.",
    ];

    /// <summary>The unit that the first words name; null when none of them is something that is counted.</summary>
    public static string? NounAt(string text)
    {
        foreach (Match m in Word().Matches(text.Length > 60 ? text[..60] : text).Take(3))
        {
            var word = m.Value.ToLowerInvariant();
            if (Stops().IsMatch(word))
                return null;
            if (Counted.FirstOrDefault(c => word == c) is { } exact)
                return exact;
            if (Counted.FirstOrDefault(c => c.Length > 5 && word.EndsWith(c, StringComparison.Ordinal)) is { } part)
                return part;
        }

        return null;
    }

    [GeneratedRegex(@"[\p{L}-]+\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(?:i|fra|på|med|af|til|og|skal|er|ved|inden|om|for|eller|der|som|pr\.?|ud)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Stops();
}
