using Virker.Platform;

namespace Virker.Committee;

/// <summary>An item as read, with what only the whole document can settle.</summary>
internal sealed record ReadCase(
    PrintedItem Item,
    IReadOnlyList<DecisionBlock> Blocks,
    IReadOnlyList<PrintedTable> Tables,
    ItemFields Fields
);

/// <summary>
/// Reads one item: its facts, sections, recommendation, decisions, remarks, guests, attachments, follow-ups and tables.
/// </summary>
internal static class CaseReader
{
    public static ReadCase Read(PaperLines lines, PartedCase parted, PrintedHead head)
    {
        var (span, fields, sections, loose) = parted;
        var recommendation = Recommendation(sections);
        var context = new DecisionBlocks.Context(
            head,
            span,
            recommendation,
            sections.FirstOrDefault(s => s.Heading.Key == SectionKey.Options)
        );
        var remarks = new List<PrintedRemark>();
        var blocks = sections
            .Where(s => s.Heading.Key == SectionKey.Decision && (!s.IsEmpty || head.DocumentType != "dagsorden"))
            .Select(s => DecisionBlocks.Read(s, context, remarks))
            .ToList();

        var (title, caseNo) = Title(span, loose) is { } printed ? ItemHeading.SplitCase(printed) : (null, null);
        var competence = fields.Competence ?? Competence(sections);
        var item = new PrintedItem(
            span.Number,
            span.Sub,
            span.Number,
            title,
            span.Type,
            fields.CaseNo ?? caseNo,
            fields.DocNo,
            Access(lines, fields, span),
            Access(lines, fields, span) is not null,
            competence,
            [.. sections.Select(Section)],
            recommendation,
            [.. blocks.Select(b => b.Decision)],
            remarks,
            [.. blocks.SelectMany(b => b.Guests).Concat(Announced(sections)).DistinctBy(g => g.Name)],
            Attachments.Read(sections, loose),
            [.. blocks.SelectMany(b => b.FollowUps)],
            lines.Count == 0 ? 0 : lines[Math.Min(span.HeadingAt, lines.Count - 1)].Number
        );
        var tables = CaseTables.Read(
            [
                .. sections
                    .Where(s => s.Heading.Key != SectionKey.Attachments)
                    .SelectMany(s => s.Body.Append(new SourceLine(0, "."))),
                .. loose,
            ],
            span.Number
        );
        return new ReadCase(item, blocks, tables, fields);
    }

    private static string? Title(ItemSpan span, List<SourceLine> loose) =>
        span.Title
        ?? (
            span.Number is null
                ? null
                : loose
                    .Where(l => !l.IsBlank && l.Text.Length < 200)
                    .Select(l => ReadableLines.Collapse(l.Text))
                    .FirstOrDefault()
        );

    /// <summary>
    /// Open or closed only where it is printed of the item; its title, or the heading of its group, may say that it is
    /// closed.
    /// </summary>
    private static string? Access(PaperLines lines, ItemFields fields, ItemSpan span) =>
        fields.Access
        ?? (
            span.Title?.StartsWith("Lukket", StringComparison.OrdinalIgnoreCase) == true ? "closed"
            : lines.Group(span.HeadingAt)?.Closed == true ? "closed"
            : null
        );

    private static PrintedRecommendation? Recommendation(List<CaseSection> sections)
    {
        var read = sections
            .Where(s => s.Heading.Key == SectionKey.Recommendation)
            .Select(Recommendations.Read)
            .OfType<PrintedRecommendation>()
            .ToList();
        return read.Count switch
        {
            0 => null,
            1 => read[0],
            _ => new PrintedRecommendation(
                read.Select(r => r.By).FirstOrDefault(b => b is not null),
                [.. read.SelectMany(r => r.Points)]
            ),
        };
    }

    private static string? Competence(List<CaseSection> sections)
    {
        var text = sections
            .FirstOrDefault(s => s.Heading.Key == SectionKey.Competence && !s.IsEmpty)
            ?.Printed.First()
            .Text;
        return text is null || text.Length > 200 ? null : ReadableLines.Collapse(text).TrimEnd('.', ' ');
    }

    private static PrintedSection Section(CaseSection section)
    {
        var printed = section.Printed.Select(l => ReadableLines.Collapse(l.Text)).ToArray();
        var placeholder =
            section.Heading.Key != SectionKey.Decision
            && printed.Length == 1
            && SectionHeadings.IsPlaceholder(printed[0]);
        return new PrintedSection(
            section.Heading.Key,
            section.Heading.Heading,
            placeholder,
            printed,
            section.HeadLine.Number
        );
    }

    /// <summary>Guests that the case text itself announces for the meeting.</summary>
    private static IEnumerable<PrintedGuest> Announced(List<CaseSection> sections) =>
        sections
            .Where(s => s.Heading.Key is not (SectionKey.Decision or SectionKey.Attachments))
            .SelectMany(s => s.Printed)
            .Where(l => !l.IsRow && l.Text.Contains("under behandling", StringComparison.OrdinalIgnoreCase))
            .SelectMany(l => Sentences.Of(ReadableLines.Collapse(l.Text)))
            .SelectMany(Guests.Read);
}
