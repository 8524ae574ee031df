using System.Text;
using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Reads a recommendation: who recommends, and each point, numbered, lettered, as a bullet or as the sentence itself.
/// </summary>
internal static partial class Recommendations
{
    public static PrintedRecommendation? Read(CaseSection section)
    {
        var by = HeadingActor(section.Heading.Heading);
        var points = new List<(string? No, StringBuilder Text)>();
        var started = false;
        var lines = section.Printed.Where(l => !l.IsRow).Select(l => ReadableLines.Collapse(l.Text)).ToList();
        foreach (var line in lines)
        {
            var text = line;
            if (
                !started
                && !At().IsMatch(text)
                && Actor().Match(text) is { Success: true } actor
                && !Mark().IsMatch(text)
            )
            {
                started = true;
                by ??= ActorOf(actor.Groups["by"].Value);
                text = text[actor.Length..].Trim(' ', ',', ':');
                // "… at anbefale Byrådet," only leads in to the points below it.
                var leadsIn = line[^1] is ',' or ':' && lines.IndexOf(line) + 1 < lines.Count;
                if (text.Length == 0 || text is "at" || leadsIn) continue;
            }

            if (!started && by is null && Recommends().Match(text) is { Success: true } whole)
                by = ActorOf(whole.Groups["by"].Value);
            foreach (var part in Inline().Split(text))
                Add(points, part.Trim());
        }

        var read = points
            .Select(p => new PrintedPoint(p.No, p.Text.ToString().Trim().TrimEnd(' ', '-', '–')))
            .Where(p => p.Text.Length > 0 && !SectionHeadings.IsPlaceholder(p.Text))
            .ToList();
        return by is null && read.Count == 0 ? null : new PrintedRecommendation(by, read);
    }

    private static void Add(List<(string? No, StringBuilder Text)> points, string text)
    {
        if (text.Length == 0) return;
        var mark = Mark().Match(text);
        var no = mark.Success ? mark.Groups["no"].Success ? mark.Groups["no"].Value : null : null;
        var rest = mark.Success ? text[mark.Length..].Trim() : text;
        var opens = mark.Success || points.Count == 0 || (At().IsMatch(text) && points[^1].Text.Length > 0);
        if (opens) points.Add((no, new StringBuilder(rest)));
        else points[^1].Text.Append(points[^1].Text.Length > 0 ? " " : "").Append(rest);
    }

    private static string? HeadingActor(string heading)
    {
        var m = HeadingBy().Match(heading);
        return m.Success ? m.Groups["by"].Value : null;
    }

    private static string? ActorOf(string by)
    {
        var name = ReadableLines.Collapse(by).Trim(' ', ',', ':');
        return name.Length is 0 or > 160 || Impersonal().IsMatch(name) ? null : name;
    }

    [GeneratedRegex(
        @"^(?<by>.{0,160}?)\b(?:indstiller|foreslår|anbefaler|indstilles|foreslås|anbefales|innstiller)\b(?:\s(?:det|til|over for|på|hermed|overfor)\b[^,:]{0,110}?)?(?:,|:|(?=\s+at\b)|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Actor();

    /// <summary>"Direktionen indstiller mødeplanen til godkendelse.": the sentence is the point.</summary>
    [GeneratedRegex(
        @"^(?<by>\p{Lu}[\p{L}-]*(?:en|et|erne|chef|direktør))\sindstiller\s(?!at\b)\p{L}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Recommends();

    [GeneratedRegex(
        @"^(?:[-–•·▪*]\s*)?(?:(?<no>\d{1,2}|[A-Za-z])[.)]\s*(?=at\b|\p{Lu}|$|[""”])|(?<no>ad \d{1,2})[.:]?\s|[-–•·▪]\s*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=[\s,;.])(?=\d{1,2}[.)]\s+at\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Inline();

    [GeneratedRegex(@"^at\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex At();

    [GeneratedRegex(
        @"^(?<by>\p{Lu}\p{L}+(?:en|et))s?\s(?:indstiller|foreslår|anbefaler)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HeadingBy();

    [GeneratedRegex(
        @"^(?:det|der|hermed|som|på baggrund.*|i forlængelse.*|dermed|herefter)\b.*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Impersonal();
}
