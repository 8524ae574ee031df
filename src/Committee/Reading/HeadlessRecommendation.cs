using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// A recommendation printed as the last paragraph of the case, without a heading: "Jobafdelingen foreslår, at …".
/// </summary>
internal static partial class HeadlessRecommendation
{
    public static List<CaseSection> Apart(List<CaseSection> sections)
    {
        if (sections.Exists(s => s.Heading.Key == SectionKey.Recommendation)) return sections;
        var at = sections.FindIndex(s => s.Heading.Key == SectionKey.Decision);
        var before = at < 0 ? sections.Count - 1 : at - 1;
        if (
            before < 0
            || sections[before].Heading.Key is SectionKey.Attachments or SectionKey.Decision or SectionKey.Competence
        )
            return sections;
        var body = sections[before].Body;
        var opens = body.FindLastIndex(l => Recommends().IsMatch(l.Text.Trim()));
        if (opens < 0 || body.Skip(opens + 1).Any(l => !l.IsBlank && !Point().IsMatch(l.Text.Trim())))
            return sections;
        var apart = new CaseSection(
            new SectionHeading(SectionKey.Recommendation, ""),
            body[opens],
            [.. body.Skip(opens)]
        );
        body.RemoveRange(opens, body.Count - opens);
        return [.. sections.Take(before + 1), apart, .. sections.Skip(before + 1)];
    }

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}-]*(?:afdelingen|forvaltningen|administrationen|chefen|direktøren|direktionen|sekretariatet|centeret|formanden|udvalget|lederen|magistraten)?(?:\s(?:for|og)\s[\p{L}-]+){0,3}\s(?:indstiller|foreslår|anbefaler)(?:\s(?:til|over for)\s[^,:]{3,80})?,?\s?(?:at\b|:)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Recommends();

    [GeneratedRegex(@"^(?:[-–•]\s*|\d{1,2}[.)]\s*)?at\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Point();
}
