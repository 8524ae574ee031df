using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Splits a bullet until each measure holds one number. What the whole bullet says (its condition, its source) goes to
/// every measure; a sentence about today's level is the starting point of the measure before it.
/// </summary>
internal static partial class MeasureBullet
{
    public static List<PrintedMeasure> Read(ListEntry entry, int bullet, string prefix)
    {
        var text = entry.Text.Trim();
        var condition = Condition().Match(text) is { Success: true } c ? c : null;
        if (condition is not null) text = text.Remove(condition.Index, condition.Length);
        var source = Source().Match(text) is { Success: true } s ? s : null;
        if (source is not null) text = text.Remove(source.Index, source.Length).Trim();
        var measures = new List<PrintedMeasure>();
        string? subject = null;
        foreach (var sentence in Sentences.Of(text))
        {
            if (IsStartingPoint(sentence)) StartFrom(measures, sentence);
            else
            {
                foreach (var clause in Clauses(sentence))
                    subject = Add(measures, clause, sentence, subject, bullet, prefix, entry.Line);
            }
        }

        return
        [
            .. measures.Select(m =>
                m with
                {
                    Condition = condition?.Groups["what"].Value.Trim(' ', '.', ','),
                    DataSource = source?.Groups["what"].Value.Trim(),
                }
            ),
        ];
    }

    private static string? Add(
        List<PrintedMeasure> measures,
        string clause,
        string sentence,
        string? subject,
        int bullet,
        string prefix,
        int line
    )
    {
        var read = MeasureClause.Read(clause);
        if (read.Comparator is null) return subject;
        var first = measures.FirstOrDefault();
        var part = PartOf().IsMatch(clause);
        var onTheWay = !part && measures.Count > 0 && OnTheWay().IsMatch(clause);
        var unit = read.Unit ?? (part && read.Value is not null ? first?.Unit : null);
        var when = MeasurePeriods.Read(clause, unit);
        if (when.Kind is null && clause != sentence && AtAnyTime().IsMatch(sentence)) when = MeasurePeriods.Read(sentence, unit);
        var soft = Soft().Match(clause);
        var indicator = Indicators.Of(clause, subject);
        measures.Add(
            new PrintedMeasure(
                $"{prefix}{bullet}{Letter(measures.Count)}",
                clause,
                part ? first?.Id
                    : onTheWay ? measures[^1].Id
                    : null,
                indicator,
                Carried(measures, clause, sentence, read)
            )
            {
                Value = read.Value,
                Unit = unit,
                Reference = read.Reference,
                Offset = read.Offset,
                Period = when.Period,
                PeriodKind = when.Kind,
                Deadline = when.Deadline,
                Baseline = read.Baseline,
                BaselineDate = read.Baseline is null ? null : BaselineDate(clause),
                Exclusion = Except().Match(clause) is { Success: true } e ? e.Groups["what"].Value.Trim() : null,
                SoftGoal = soft.Success ? soft.Groups["what"].Value.Trim(' ', '.') : null,
                Bullet = bullet,
                Line = line,
            }
        );
        return indicator;
    }

    /// <summary>"Max 15% … og 8% …": the word at the start of the sentence covers both numbers.</summary>
    private static string Carried(List<PrintedMeasure> measures, string clause, string sentence, MeasureClause read) =>
        clause != sentence
        && measures.Count > 0
        && read.Value is not null
        && !sentence.StartsWith(clause, StringComparison.Ordinal)
        && char.IsDigit(clause[0])
            ? measures[^1].Comparator
            : read.Comparator!;

    private static string Letter(int index) => index == 0 ? "" : ((char)('a' + Math.Min(index, 25))).ToString();

    /// <summary>Each clause must set a target of its own; else the sentence stays whole.</summary>
    private static List<string> Clauses(string sentence)
    {
        var parts = Joints().Split(sentence).Select(p => p.Trim(' ', ',')).Where(p => p.Length > 0).ToList();
        for (var i = 1; i < parts.Count; i++)
        {
            if (HasTarget(parts[i]) && HasTarget(parts[i - 1])) continue;
            var at = sentence.IndexOf(parts[i], StringComparison.Ordinal);
            var from = sentence.IndexOf(parts[i - 1], StringComparison.Ordinal);
            parts[i - 1] = sentence[from..(at + parts[i].Length)].Trim(' ', ',');
            parts.RemoveAt(i--);
        }

        return parts;
    }

    private static bool HasTarget(string text) =>
        MeasureClause.Read(text) is { Comparator: not null } c && (c.Value is not null || c.Reference is not null);

    private static bool IsStartingPoint(string sentence) => Today().IsMatch(sentence) && !Wants().IsMatch(sentence);

    private static void StartFrom(List<PrintedMeasure> measures, string sentence)
    {
        if (measures.Count == 0 || MeasureClause.Read(sentence) is not { Value: { } level }) return;
        var date = MeasurePeriods.Stated(sentence);
        var at = measures.Count - 1;
        // A sentence that names what it counts belongs to the measure's text; one that says "det" only refers to it.
        if (NamesItself().IsMatch(sentence))
            measures[at] = measures[at] with { Text = measures[at].Text + " " + sentence };
        for (var parent = (string?)measures[at].Id; parent is not null; )
        {
            var i = measures.FindIndex(m => m.Id == parent);
            if (measures[i].Value is null && measures[i].Reference is null) break;
            measures[i] = measures[i] with { Baseline = level, BaselineDate = date };
            parent = measures[i].Parent;
        }
    }

    private static string? BaselineDate(string clause) =>
        FromDated().Match(clause) is { Success: true } m ? MeasurePeriods.Stated(m.Value) : null;

    [GeneratedRegex(
        @",?\s*(?<what>(?:forudsat,? at|under forudsætning af,? at|såfremt|hvis|betinget af,? at)\b[^.]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Condition();

    [GeneratedRegex(
        @",?\s*\(?(?:jf\.|kilde:|ifølge|målt på|opgjort på)\s*(?<what>(?:www\.)?[\p{L}\d.-]+\.dk|Danmarks Statistik|DREAM|Jobindsats)\)?\s*\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Source();

    [GeneratedRegex(
        @",?\s+(?=heraf\b)|,\s+og\s+(?=(?:andelen|antallet|andel|antal|mindst|minimum|max|maks|højst|\d))|\s+og\s+(?=(?:mindst|minimum|max|maks|højst)?\s?\d[\d.,]*\s?(?:%|pct|procent)\s?(?:af|skal))|;\s+|,\s+samt\s+|,\s+mens\s+|,\s+(?=(?:andelen|antallet)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Joints();

    [GeneratedRegex(
        @"^(?:i dag|p\.?t\.?|aktuelt|i øjeblikket|for nuværende|udgangspunkt(?:et)?|baseline|status(?: i| er| pr)?|nuværende|det nuværende|niveauet (?:i|er|var)|i 20\d{2} (?:var|er|lå|udgjorde)|pr\. .{3,30} (?:var|er|lå)|senest(?:e)? (?:måling|opgørelse|tal))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Today();

    [GeneratedRegex(
        @"\b(?:skal|må ikke|målet|vil vi|mindst|højst|maks|max|minimum)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Wants();

    [GeneratedRegex(@"\b(?:antallet|andelen)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesItself();

    [GeneratedRegex(
        @"^(?:heraf|herunder|særligt|især|specielt|deraf|særlig)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PartOf();

    [GeneratedRegex(
        @"\b(?:er målet|delmål(?:et)?|på vejen|i første omgang|som et skridt|foreløbigt? mål)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OnTheWay();

    [GeneratedRegex(
        @"\(\s*(?:undtaget|eksklusive|ekskl\.|fraregnet|bortset fra|uden)\s(?<what>[^)]+)\)|,\s*(?:undtaget|eksklusive|ekskl\.|bortset fra)\s(?<what>[^,.]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Except();

    [GeneratedRegex(
        @",\s*(?<what>(?:gerne|helst|meget gerne)\s[^,.]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Soft();

    [GeneratedRegex(@"\btil enhver tid\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtAnyTime();

    [GeneratedRegex(
        @"\bfra\b[^,;]{0,40}?\d[\d.,]*\s?(?:%|pct\.|procent)?\s(?:i|pr\.|\()[^,;]{0,25}?20\d{2}(?=.*\btil\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex FromDated();
}
