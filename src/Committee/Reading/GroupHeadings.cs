using System.Text.RegularExpressions;

namespace Virker.Committee;

/// <summary>
/// A heading over several items; <paramref name="Closed"/> where it says that they are handled behind closed doors.
/// </summary>
internal sealed record GroupHeading(bool Closed);

/// <summary>
/// Headings that group the items of an agenda ("ÅBNE SAGER", "Efterretningssager", "Sager til behandling for lukkede
/// døre"): they belong to no item, and what they say of access holds for the items below them. The same goes for the
/// line that says that the meeting ended.
/// </summary>
internal static partial class GroupHeadings
{
    public static GroupHeading? Of(string line)
    {
        var text = line.Trim().TrimEnd(':').Trim();
        if (text.Length is < 4 or > 90 || !Group().IsMatch(text)) return null;
        return new GroupHeading(Closed().IsMatch(text));
    }

    /// <summary>"Mødet sluttede kl. 09:10": below the last item, and none of its decision.</summary>
    public static bool IsClosing(string line) => line.Length < 90 && Ended().IsMatch(line.Trim());

    [GeneratedRegex(
        @"^(?:(?:åbne|lukkede)(?:\s(?:sager|punkter|dagsordens?punkter|efterretningssager|beslutningssager|orienteringssager))?|(?:efterretnings|beslutnings|orienterings|drøftelses|behandlings|temadrøftelses)(?:sager|punkter)|(?:sager|punkter)\stil\s(?:efterretning|beslutning|behandling|orientering|drøftelse|godkendelse)|(?:(?:sager|punkter)\s)?(?:til\s(?:efterretning|behandling|beslutning|orientering)\s?[-–,]?\s?)?(?:behandlet\s)?for\s(?:åbne|lukkede)\sdøre)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Group();

    [GeneratedRegex(@"\blukkede\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closed();

    [GeneratedRegex(
        @"^Møde(?:t)?\s(?:er\s|blev\s)?(?:sluttede|slut|hævet|hæves|afsluttet|afsluttedes|sluttet|slutter)\b[^.]{0,12}(?:kl\.?\s*)?\d{1,2}[:.]\d{2}\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Ended();
}
