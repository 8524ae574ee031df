using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>The head of the document: what kind it is, which body, when and where it met.</summary>
internal static partial class DocumentHead
{
    public static bool IsHeadLine(string line)
    {
        var text = line.Replace('\t', ' ').Trim();
        return text.Length is > 0 and < 300 && (Kind().Match(text) is { Success: true, Index: 0 } || Field().IsMatch(text) || Attendance.IsLabel(text) || IsDateOnly(text)
            || (text.Length < 160 && BodyNames.Is(text)) || Aside().IsMatch(text) || (BodyNames.Find(text) is { } body && text.StartsWith(body, StringComparison.Ordinal) && PrintedDate.First(text) is not null));
    }

    public static PrintedHead Read(IReadOnlyList<SourceLine> head, IReadOnlyList<SourceLine> all)
    {
        var lines = head.Where(l => !l.IsBlank && l.Text.Length < 1000).Take(120).Select(l => l.Text.Replace('\t', ' ').Trim()).ToList();
        var when = When(lines);
        return new PrintedHead(
            KindOf(lines) ?? "", Municipality(all), Committee(lines), lines.Select(l => Term().Match(l)).FirstOrDefault(m => m.Success)?.Groups["t"].Value.Replace(" ", "", StringComparison.Ordinal).Replace('–', '-'),
            when.Date, when.Start, when.End, Place(lines));
    }

    private static string? KindOf(List<string> lines)
    {
        foreach (var line in lines)
        {
            var m = Kind().Match(line);
            if (m.Success) return m.Groups["minutes"].Success ? "referat" : "dagsorden";
        }

        return null;
    }

    private static string? Committee(List<string> lines)
    {
        var labelled = Values(lines, "committee").Select(v => BodyNames.Find(v) ?? v).FirstOrDefault(v => v.Length is > 2 and < 120);
        if (labelled is not null) return labelled;
        var printed = lines.Where(l => !Attendance.IsLabel(l) && !Aside().IsMatch(l)).ToList();
        var headed = printed.Where(l => Kind().IsMatch(l) || PrintedDate.First(l) is not null).Concat(printed.Where(BodyNames.Is));
        return headed.Select(BodyNames.Find).FirstOrDefault(b => b is not null);
    }

    private static (DateOnly? Date, string? Start, string? End) When(List<string> lines)
    {
        var ordered = Values(lines, "date").Concat(Values(lines, "time")).Concat(lines.Where(l => !Aside().IsMatch(l) && !Field().IsMatch(l))).ToList();
        var dated = ordered.FirstOrDefault(l => PrintedDate.First(l) is not null);
        if (dated is null) return (null, null, null);
        var date = PrintedDate.First(dated)!.Value;
        var rest = dated[(date.Start + date.Length)..];
        var times = Values(lines, "time").ToList();
        var start = times.Select(PrintedTime.Bare).FirstOrDefault(t => t is not null) ?? PrintedTime.First(dated) ?? PrintedTime.Bare(rest)
            ?? lines.Where(l => !Attendance.IsLabel(l)).Select(l => ClockFirst().IsMatch(l) ? PrintedTime.Bare(l) : null).FirstOrDefault(t => t is not null);
        var end = Values(lines, "end").Select(PrintedTime.Bare).Concat(times.Select(PrintedTime.End)).Append(PrintedTime.End(rest)).Concat(lines.Select(l => PrintedTime.First(Closing().Match(l).Value))).FirstOrDefault(t => t is not null);
        return (date.Date, start, end);
    }

    private static string? Place(List<string> lines)
    {
        if (Values(lines, "place").FirstOrDefault(v => v.Length is > 1 and < 200) is { } labelled) return labelled.TrimEnd('.');
        for (var i = 0; i < lines.Count; i++)
        {
            if (AfterClock().Match(lines[i]) is { Success: true } m) return m.Groups["p"].Value.Trim(' ', '.', ',');
            var dated = PrintedDate.First(lines[i]) is not null || ClockFirst().IsMatch(lines[i]);
            if (dated && i + 1 < lines.Count && PlaceLine().Match(lines[i + 1]) is { Success: true } p) return p.Groups["p"].Value.Trim(' ', '.', ',');
        }

        return null;
    }

    /// <summary>The values of a labelled field, behind the label or on the next line.</summary>
    private static IEnumerable<string> Values(List<string> lines, string field)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var m = Field().Match(lines[i]);
            if (!m.Success || !m.Groups[field].Success) continue;
            var value = lines[i][m.Length..].Trim(' ', ':');
            if (value.Length == 0 && i + 1 < lines.Count && !Field().IsMatch(lines[i + 1]) && !Attendance.IsLabel(lines[i + 1])) value = lines[i + 1];
            if (value.Length > 0) yield return value;
        }
    }

    private static string? Municipality(IReadOnlyList<SourceLine> all)
    {
        var counts = new Dictionary<string, int>();
        foreach (var line in all)
        {
            foreach (Match m in OfKommune().Matches(line.Text)) counts[m.Groups["n"].Value] = counts.GetValueOrDefault(m.Groups["n"].Value) + 1;
        }

        return counts.Count == 0 ? null : counts.OrderByDescending(c => c.Value).First().Key + " Kommune";
    }

    private static bool IsDateOnly(string text) =>
        PrintedDate.First(text) is { } date && Weekday().Replace(text.Remove(date.Start, date.Length), "").Trim(' ', '.', ',', ':', '-', '–') is var rest && (rest.Length < 3 || ClockFirst().IsMatch(rest + " ") || PrintedTime.First(rest) is not null);

    [GeneratedRegex(@"(?<![\p{L}])(?:(?<minutes>(?:åbent |lukket |endeligt |foreløbigt )?(?:beslutnings)?referat|beslutningsprotokol|mødereferat|udvalgsreferat)|(?<agenda>(?:åben |lukket |foreløbig |endelig )?(?:tillægs)?dagsorden|mødeindkaldelse|indkaldelse til møde))(?:\s(?:fra|for|af|til)\b|\s?[-–:]|\s(?=\p{Lu}|\d|man|tirs|ons|tors|fre|d\.|den\b)|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Kind();

    [GeneratedRegex(@"^(?:(?<date>mødedato|mødetid|mødedag|dato(?: og tid(?:spunkt)?)?|møde den|tid og sted)|(?<place>mødested|sted|lokale|lokation|mødelokale|lokalitet|mødesal)|(?<time>mødetidspunkt|tidspunkt|starttidspunkt(?: for møde)?|start(?:tid)?|mødestart|mødet (?:startede|begyndte)|tid)|(?<end>sluttidspunkt(?: for møde)?|slut(?:tid)?|mødet (?:sluttede|slut|hævet|blev hævet|afsluttet)|mødeslut)|(?<committee>udvalg|møde|mødetype|organ|udvalgsnavn))\s*(?::|(?=\s+(?:\p{Lu}|\d|kl))|$)\s*:?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?:publiceret|udgivet|udsendt|udsendelsesdato|opdateret|sidst (?:opdateret|ændret)|oprettet|godkendt den|underskrevet|dokumentdato|forside|du er her|hjem\b.*(?:>|/|»)|(?:åbne|lukkede|åbent|lukket) (?:sager|punkter|dagsorden|referat)$|åbne$|lukkede$|bemærkninger$|hent |download|http)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\((?<t>(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2})\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Term();

    [GeneratedRegex(@"^(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?!\.?\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClockFirst();

    [GeneratedRegex(@"(?:\bkl\.?\s*\d{1,2}(?:[:.]\d{2})?(?:\s*(?:-|–|til)\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2})?,?\s+(?:i|på)\s+|^\d{1,2}[:.]\d{2}(?:\s*[-–]\s*\d{1,2}[:.]\d{2})?\s+)(?<p>\p{Lu}[^;]{1,120})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterClock();

    [GeneratedRegex(@"^(?:(?:i|på)\s+(?<p>\p{Lu}.{2,120})|(?<p>(?:Mødelokale|Lokale|Rådhus|Byrådssal|Rådssal|Udvalgsværelse|Mødecenter|Mødeværelse|Borgmesterens|Kantinen|Teams|Microsoft Teams|Virtuelt|Digitalt|Online|Zoom|Webex|Jobcenter)[^:]{0,120}))$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlaceLine();

    [GeneratedRegex(@"mødet\s(?:er |blev )?(?:sluttede|slut|hævet|afsluttet|hæves)[^.]{0,20}kl\.?\s*\d{1,2}(?:[:.]\d{2})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b|\bden\b|\bd\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?<n>\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?)\s[Kk]ommunes?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfKommune();
}
