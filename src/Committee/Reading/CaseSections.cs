using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>A section as found: its heading and its lines (blank ones kept).</summary>
internal sealed record CaseSection(SectionHeading Heading, SourceLine HeadLine, List<SourceLine> Body)
{
    public IEnumerable<SourceLine> Printed => Body.Where(l => !l.IsBlank);

    public bool IsEmpty => !Printed.Any();

    public string Text => string.Join('\n', Printed.Select(l => ReadableLines.Collapse(l.Text)));
}

/// <summary>Parts an item's lines into its labelled facts and its sections.</summary>
internal static partial class CaseSections
{
    public static (ItemFields Fields, List<CaseSection> Sections, List<SourceLine> Loose) Split(IReadOnlyList<SourceLine> lines, ItemSpan span, List<PrintedNote> notes)
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
                    notes.Add(new PrintedNote("duplicate_heading", $"Overskriften \"{heading.Heading}\" er trykt to gange.", span.Number, line.Number));
                    sections.Remove(open);
                }

                open = new CaseSection(heading, line, []);
                if (!string.IsNullOrWhiteSpace(heading.Rest)) open.Body.Add(line with { Text = heading.Rest });
                sections.Add(open);
                continue;
            }

            if (MayHoldFields(open) && fields.Take(line.Text)) continue;
            (open?.Body ?? loose).Add(line);
        }

        return (fields, Wrapped(sections, span), loose);
    }

    /// <summary>Labels stand above the first section, or in the wrapper that repeats the title; a competence may stand anywhere.</summary>
    private static bool MayHoldFields(CaseSection? open) => open is null || (open.Heading.Key != SectionKey.Attachments && open.Printed.Count() < 3);

    private static SectionHeading? Heading(IReadOnlyList<SourceLine> lines, ItemSpan span, int at, CaseSection? open)
    {
        if (lines[at].IsBlank || lines[at].IsRow) return null;
        if (SectionHeadings.Recognise(lines[at]) is { } known)
        {
            // An attachment may be called "Beslutning …"; a heading that is the title of the item repeated is no section.
            return open?.Heading.Key == SectionKey.Attachments && known.Rest is not null && !lines[at].IsHeading ? null : known;
        }

        if (DecisionHeadings.BodyAndDate(lines[at].Text.Trim()) is { } bare && ReadsAsDecision(lines, span, at)) return bare;
        return lines[at].IsHeading && open is not null && Marked(lines[at].Text) && lines[at].Text.Trim() != span.Title ? new SectionHeading(SectionKey.Other, lines[at].Text.Trim().TrimEnd(':')) : null;
    }

    /// <summary>A heading that only the source's mark-up tells: short, no sentence, and not a date or a list.</summary>
    private static bool Marked(string text) => text.Trim() is { Length: > 2 and < 80 } t && char.IsUpper(t[0]) && !t.EndsWith('.') && !t.EndsWith(',') && t.Any(char.IsLetter) && PrintedDate.First(t) is null;

    private static bool ReadsAsDecision(IReadOnlyList<SourceLine> lines, ItemSpan span, int at)
    {
        var next = ItemBoundaries.Below(lines, at, 1).Where(i => i < span.To).ToList();
        if (next.Count == 0 || SectionHeadings.Recognise(lines[next[0]]) is not null || ItemFields.IsLabel(lines[next[0]].Text)) return false;
        var first = lines[next[0]].Text.Trim();
        return first.StartsWith("Fraværende", StringComparison.OrdinalIgnoreCase) || (first.Length < 600 && DecisionHeadings.BodyAndDate(first) is null && DecisionKinds.Explicit(first) is not null);
    }

    /// <summary>A "Sagsfremstilling" that only repeats the title and the numbers, before the real sections, is a wrapper.</summary>
    private static List<CaseSection> Wrapped(List<CaseSection> sections, ItemSpan span)
    {
        for (var i = 0; i + 1 < sections.Count; i++)
        {
            var s = sections[i];
            if (s.Heading.Key != SectionKey.CaseContent || !Wrapper().IsMatch(s.Heading.Heading)) continue;
            var repeated = s.Printed.Any() && s.Printed.All(l => RepeatsTitle(l.Text, span) || ItemFields.IsLabel(l.Text));
            if (repeated || (s.IsEmpty && sections[i + 1].Heading.Key is SectionKey.DecisionTheme)) sections[i] = s with { Heading = s.Heading with { Key = SectionKey.CaseWrapper } };
        }

        return sections;
    }

    public static bool RepeatsTitle(string line, ItemSpan span)
    {
        static string Letters(string s) => NotLetters().Replace(s, "").ToLowerInvariant();
        var (title, _) = ItemHeading.SplitType(NumberBefore().Replace(line.Trim(), ""));
        return span.Title is not null && Letters(title) == Letters(span.Title);
    }

    [GeneratedRegex("^sagsfremstilling$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"[^\p{L}\d]+", RegexOptions.CultureInvariant, 500)]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"^(?:Punkt\s*)?\d{1,4}\s*[.:)]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex NumberBefore();
}
