using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>A section as found: its heading and its lines (blank ones kept).</summary>
internal sealed record CaseSection(SectionHeading Heading, SourceLine HeadLine, List<SourceLine> Body)
{
    public IEnumerable<SourceLine> Printed => Body.Where(l => !l.IsBlank);

    public bool IsEmpty => !Printed.Any();
}

/// <summary>An item parted into its labelled facts, its sections, and the lines that stand in neither.</summary>
internal sealed record PartedCase(ItemSpan Span, ItemFields Fields, List<CaseSection> Sections, List<SourceLine> Loose);

/// <summary>Parts an item's lines into its labelled facts and its sections.</summary>
internal static partial class CaseSections
{
    public static PartedCase Split(PaperLines lines, ItemSpan span, List<PrintedNote> notes)
    {
        var fields = new ItemFields();
        var sections = new List<CaseSection>();
        var loose = new List<SourceLine>();
        CaseSection? open = null;
        for (var i = span.From; i < span.To; i++)
        {
            var line = lines[i];
            var heading = Heading(lines, span, i, open);
            if (heading is not null)
            {
                if (open is { IsEmpty: true } && open.Heading.Key == heading.Key && heading.Key != SectionKey.Other)
                {
                    notes.Add(
                        new PrintedNote(
                            "duplicate_heading",
                            $"Overskriften \"{heading.Heading}\" er trykt to gange.",
                            span.Number,
                            line.Number
                        )
                    );
                    sections.Remove(open);
                }

                sections.Add(open = Opened(heading, line));
                continue;
            }

            // What stands above the next item's title, or below the last item, is none of this one's.
            var endsItem = i > span.From && (lines.IsGroup(i) || GroupHeadings.IsClosing(line.Text));
            if (endsItem) open = null;
            if (endsItem) continue;
            if (MayHoldFields(open) && fields.Take(line.Text)) continue;
            if (span.Number is { } number && line.Text.Trim().TrimEnd('.') == $"{number}") continue;
            (open?.Body ?? loose).Add(line);
        }

        return new PartedCase(span, fields, HeadlessRecommendation.Apart(Wrapped(sections, span)), loose);
    }

    private static CaseSection Opened(SectionHeading heading, SourceLine line) =>
        new(heading, line, string.IsNullOrWhiteSpace(heading.Rest) ? [] : [line with { Text = heading.Rest }]);

    /// <summary>
    /// Labels stand above the first section, or in the wrapper that repeats the title; a competence may stand anywhere.
    /// </summary>
    private static bool MayHoldFields(CaseSection? open) =>
        open is null || (open.Heading.Key != SectionKey.Attachments && open.Printed.Take(3).Count() < 3);

    private static SectionHeading? Heading(PaperLines lines, ItemSpan span, int at, CaseSection? open)
    {
        if (lines[at].IsBlank || lines[at].IsRow || lines.IsGroup(at)) return null;
        if (lines.Section(at) is { } known)
        {
            // An attachment may be called "Beslutning …"; a heading that is the title of the item repeated is no
            // section.
            if (
                open?.Heading.Key == SectionKey.Attachments
                && !lines[at].IsHeading
                && (
                    known.Rest is not null
                    || lines[at].Text.TrimStart()[0] is '•' or '▪' or '·'
                    || IsAttachmentToo(lines, span, at)
                )
            )
                return null;
            return
                known.Key == SectionKey.Recommendation
                && open?.Heading.Key == SectionKey.Recommendation
                && Verb().IsMatch(known.Heading)
                && !lines[at].IsHeading
                ? null
                : known;
        }

        if (DecisionHeadings.BodyAndDate(lines[at].Text.Trim()) is { } bare && ReadsAsDecision(lines, span, at))
            return bare;
        if (
            open is not null
            && open.Heading.Key != SectionKey.Attachments
            && Shouted().IsMatch(lines[at].Text.Trim())
            && !ItemFields.IsLabel(lines[at].Text)
        )
            return new SectionHeading(SectionKey.Other, lines[at].Text.Trim().TrimEnd(':'));
        return lines[at].IsHeading && open is not null && Marked(lines[at].Text) && lines[at].Text.Trim() != span.Title
            ? new SectionHeading(SectionKey.Other, lines[at].Text.Trim().TrimEnd(':'))
            : null;
    }

    /// <summary>A heading that only the source's mark-up tells: short, no sentence, and not a date or a list.</summary>
    private static bool Marked(string text) =>
        text.Trim() is { Length: > 2 and < 80 } t
        && char.IsUpper(t[0])
        && !t.EndsWith('.')
        && !t.EndsWith(',')
        && t.Any(char.IsLetter)
        && PrintedDate.First(t) is null;

    /// <summary>An attachment called "Indstilling" stands among the others.</summary>
    private static bool IsAttachmentToo(PaperLines lines, ItemSpan span, int at) =>
        lines.Below(at, 1).Any(i => i < span.To && Numbered().IsMatch(lines[i].Text.Trim()));

    private static bool ReadsAsDecision(PaperLines lines, ItemSpan span, int at)
    {
        var next = lines.Below(at, 1).Where(i => i < span.To).ToList();
        if (next.Count == 0 || lines.Opens(next[0])) return false;
        var first = lines[next[0]].Text.Trim();
        return first.StartsWith("Fraværende", StringComparison.OrdinalIgnoreCase)
            || (
                first.Length < 600
                && DecisionHeadings.BodyAndDate(first) is null
                && DecisionKinds.Explicit(first) is not null
            );
    }

    /// <summary>
    /// A "Sagsfremstilling" that only repeats the title and the numbers, before the real sections, is a wrapper.
    /// </summary>
    private static List<CaseSection> Wrapped(List<CaseSection> sections, ItemSpan span)
    {
        for (var i = 0; i + 1 < sections.Count; i++)
        {
            var s = sections[i];
            if (s.Heading.Key != SectionKey.CaseContent || !Wrapper().IsMatch(s.Heading.Heading))
                continue;
            var repeated =
                s.Printed.Any() && s.Printed.All(l => RepeatsTitle(l.Text, span) || ItemFields.IsLabel(l.Text));
            if (repeated || (s.IsEmpty && sections[i + 1].Heading.Key is SectionKey.DecisionTheme))
                sections[i] = s with { Heading = s.Heading with { Key = SectionKey.CaseWrapper } };
        }

        return sections;
    }

    public static bool RepeatsTitle(string line, ItemSpan span)
    {
        static string Letters(string s) => NotLetters().Replace(s, "").ToLowerInvariant();
        var (title, _) = ItemHeading.SplitType(NumberBefore().Replace(line.Trim(), ""));
        return span.Title is not null && Letters(title) == Letters(span.Title);
    }

    [GeneratedRegex(
        @"^Bilag \d{1,2}\b|\.(?:pdf|docx?|xlsx?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?:indstiller|foreslår|anbefaler)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    /// <summary>A heading in capitals: two words or more, one of them long.</summary>
    [GeneratedRegex(
        @"^(?=.{8,90}$)(?=.*\p{Lu}{4})(?=\S+\s)[\p{Lu}\d][\p{Lu}\d\s,.:&/()-]*[\p{Lu}\d):]$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shouted();

    [GeneratedRegex("^sagsfremstilling$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"[^\p{L}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"^(?:Punkt\s*)?\d{1,4}\s*[.:)]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberBefore();
}
