using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The head of the document: what kind it is, which body, when and where it met. Each fact comes from its own field, or
/// from a line that says nothing else; never from prose, an item's title or a neighbour.
/// </summary>
internal static partial class DocumentHead
{
    public static bool IsHeadLine(string line)
    {
        var text = line.Replace('\t', ' ').Trim();
        return text.Length is > 0 and < 300
            && (
                Kind().Match(text) is { Success: true, Index: 0 }
                || Field().IsMatch(text)
                || Attendance.IsLabel(text)
                || IsDateOnly(text)
                || (text.Length < 160 && BodyNames.Is(text))
                || Aside().IsMatch(text)
                || (
                    BodyNames.Find(text) is { } body
                    && text.StartsWith(body, StringComparison.Ordinal)
                    && PrintedDate.First(text) is not null
                )
            );
    }

    public static PrintedHead Read(IReadOnlyList<SourceLine> head, bool titleMayBePlace)
    {
        var lines = head.Where(l => !l.IsBlank && l.Text.Length < 1000)
            .Take(150)
            .Select(l =>
                Downloaded()
                    .Replace(l.Text.Replace('\t', ' ').TrimStart(' ', '-', '•', '·', '▪', '*').Trim(), "${inner}")
            )
            .Where(l => l.Length > 0)
            .ToList();
        var when = HeadTime.Read(lines);
        return new PrintedHead(
            KindOf(lines) ?? "",
            Municipality(lines),
            Committee(lines),
            lines
                .Select(l => Term().Match(l))
                .FirstOrDefault(m => m.Success)
                ?.Groups["t"]
                .Value.Replace(" ", "", StringComparison.Ordinal)
                .Replace('–', '-'),
            when.Date,
            when.Start,
            when.End,
            HeadPlace.Read(lines, titleMayBePlace)
        );
    }

    /// <summary>
    /// "Referat" or "Dagsorden" in its own right; a list of contents called Dagsorden is weaker than a heading that
    /// says Referat.
    /// </summary>
    private static string? KindOf(List<string> lines)
    {
        string? weak = null;
        foreach (var line in lines)
        {
            if (line.Length > 160 && Kind().Match(line).Index > 20) continue;
            var m = Kind().Match(line);
            // "Godkendelse af dagsorden" is what they did, not what the paper is.
            if (!m.Success || ApprovalOf().IsMatch(line)) continue;
            if (m.Groups["minutes"].Success) return "referat";
            weak ??= "dagsorden";
        }

        return weak;
    }

    private static string? Committee(List<string> lines)
    {
        var labelled = Values(lines, "committee")
            .Select(v =>
                BodyNames.Find(v)
                ?? (Named().IsMatch(v) && PrintedDate.First(v) is null && !Kind().IsMatch(v) ? v.TrimEnd('.') : null)
            )
            .FirstOrDefault(v => v is { Length: > 2 and < 120 });
        if (labelled is not null)
            return labelled;
        var printed = lines
            .Where(l => l.Length < 400 && !Attendance.IsLabel(l) && !Aside().IsMatch(l) && !OtherField().IsMatch(l))
            .ToList();
        var headed = printed
            .Where(l => Kind().IsMatch(l) || (PrintedDate.First(l) is not null && l.Length < 160))
            .Concat(printed.Where(BodyNames.Is))
            .Concat(printed.Where(l => l.Length < 80 && Beside().IsMatch(l)));
        return headed.Select(BodyNames.Find).FirstOrDefault(b => b is not null)
            ?? printed.Select(BodyByForm.BesideDate).FirstOrDefault(b => b is not null)
            ?? printed
                .Select(l => MeetingOf().Match(l))
                .Where(m => m.Success)
                .Select(m => m.Groups["name"].Value.Trim(' ', '.', ','))
                .FirstOrDefault();
    }

    /// <summary>The values of a labelled field, behind the label or on the next line.</summary>
    internal static IEnumerable<string> Values(List<string> lines, string field)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var m = Field().Match(lines[i]);
            if (!m.Success || !m.Groups[field].Success) continue;
            var value = lines[i][m.Length..].Trim(' ', ':');
            if (
                value.Length == 0
                && i + 1 < lines.Count
                && !lines[i + 1].EndsWith(':')
                && (!Field().IsMatch(lines[i + 1]) || m.Groups["place"].Success)
                && !Attendance.IsLabel(lines[i + 1])
            )
                value = lines[i + 1];
            // "Mødelokale Ugle" is the room's name, "Mødelokale: Ugle" a field.
            if (value.Length > 0) yield return Room().IsMatch(lines[i]) ? lines[i] : value;
        }
    }

    internal static bool IsField(string line) => Field().IsMatch(line);

    internal static bool IsAside(string line) => Aside().IsMatch(line);

    internal static bool NamesKind(string line) => Kind().IsMatch(line);

    /// <summary>A line that is the name of a municipality, or a field for it.</summary>
    private static string? Municipality(List<string> lines) =>
        lines.Select(l => OfKommune().Match(l)).FirstOrDefault(m => m.Success) is { } m
            ? m.Groups["n"].Value + " Kommune"
            : null;

    private static bool IsDateOnly(string text) => HeadTime.IsDateOnly(text);

    [GeneratedRegex(
        @"(?<![\p{L}])(?:(?<minutes>(?:åbent |lukket |endeligt |foreløbigt )?(?:beslutnings)?referat|beslutningsprotokol|(?:møde)?protokol(?=\s(?:fra|for|over)\s)|mødereferat|udvalgsreferat)|(?<agenda>(?:åben |lukket |foreløbig |endelig )?(?:tillægs)?dagsorden|mødeindkaldelse|indkaldelse til møde))(?:\s(?:fra|for|af|til)\b|\s?[-–:]|\s(?=\p{Lu}|\d|man|tirs|ons|tors|fre|d\.|den\b)|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Kind();

    [GeneratedRegex(
        @"^(?:(?<date>meeting(?: date)?(?=\s*:)|date(?=\s*:)|mødedato|mødetid|mødedag|dato(?: og tid(?:spunkt)?)?|møde den|tid og sted)|(?<place>(?:place|venue|location|room)(?=\s*:)|mødested|mødelokation|møde lokation|sted|lokale|lokation|mødelokale|lokalitet|mødesal)|(?<time>(?:time|start time)(?=\s*:)|mødetidspunkt|tidspunkt|starttidspunkt(?: for møde)?|start(?:tid)?|mødestart|mødet (?:startede|begyndte)|tid)|(?<end>sluttidspunkt(?: for møde)?|slut(?:tid)?|mødet (?:sluttede|slut|hævet|blev hævet|afsluttet)|mødeslut)|(?<committee>committee(?=\s*:)|udvalg|møde i|mødetype|organ|udvalgsnavn|forum))\s*(?::|(?=\s+(?:\p{Lu}|\d|kl|[Mm]an|[Tt]irs|[Oo]ns|[Tt]ors|[Ff]re))|$)\s*:?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Field();

    [GeneratedRegex(@"^godkendelse af\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ApprovalOf();

    [GeneratedRegex(@"^(?:møde)?lokale\s+[^:]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Room();

    [GeneratedRegex(
        @"^(?:sagsnr|sagsid|dok|punktnummer|kompetence|emne)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OtherField();

    [GeneratedRegex(
        @"^(?:publiceret|udgivet|udsendt|udsendelsesdato|opdateret|sidst (?:opdateret|ændret)|oprettet|godkendt den|underskrevet|dokumentdato|forside|du er her|hjem\b.*(?:>|/|»)|(?:åbne|lukkede|åbent|lukket) (?:sager|punkter|dagsorden|referat)$|åbne$|lukkede$|bemærkninger$|hent |download |http)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Aside();

    /// <summary>What a page offers to download is named by the document's own title.</summary>
    [GeneratedRegex(
        @"^Download\s+[""”“](?<inner>[^""”“]{5,300})[""”“]\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Downloaded();

    [GeneratedRegex(@"\((?<t>(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    [GeneratedRegex(@"^\p{Lu}[\p{L}&,. -]{2,80}$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>
    /// A name beside the place ("Jobudvalget - Lokale 4") or twice ("Byrådet Byrådet Vis medlemmer").
    /// </summary>
    [GeneratedRegex(
        @"^(?<n>\p{Lu}[\p{L}, -]{0,60}?(?:udvalget|rådet|nævnet|bestyrelsen|magistraten))(?:\s[-–]\s\S|\s\k<n>\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Beside();

    /// <summary>"Referat fra møde i Mødegruppen": a body whose name says nothing of what it is.</summary>
    [GeneratedRegex(
        @"^(?:Referat|Dagsorden|Beslutningsprotokol)(?:\s(?:fra|af|for|til))?(?:\smøde)?\s(?:i|fra|for)\s(?<name>\p{Lu}[\p{L}&-]*(?:\s(?:og|for|&|\p{Lu}[\p{L}&-]*)){0,5})(?:\s(?:den|d\.)\s.*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MeetingOf();

    [GeneratedRegex(
        @"^(?:kommune:\s*)?(?<n>\p{Lu}\p{L}+(?:[- ]\p{Lu}\p{L}+)?)\s[Kk]ommune(?:\s*[-–|,:].{0,60})?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OfKommune();
}
