using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// A published agenda or published minutes as a paper, for the PDF: both orders are printed, decisions before the case
/// text.
/// </summary>
public static class PublishedPaper
{
    public static Document Of(PublishedRecord record, string municipality)
    {
        var meeting = record.Meeting;
        var by = meeting.Committee.Municipality ?? municipality;
        return new Document(
            $"{record.Kind.Name()}: {meeting.Committee.Name}, {Danish.Date(meeting.HeldOn)}",
            record.PublishedAt,
            [.. Opening(record), .. meeting.Items.SelectMany(i => Item(i, record.Kind)), .. Closed(meeting)]
        )
        {
            Author = by,
            Subject = $"{record.Kind.Name()} for mødet {Danish.LongDate(meeting.HeldOn)}",
            Header = by,
            Footer = $"{record.Kind.Name()}, {Danish.Date(meeting.HeldOn)}",
        };
    }

    private static IEnumerable<DocumentBlock> Opening(PublishedRecord record)
    {
        var meeting = record.Meeting;
        List<(string, string)> facts =
        [
            ("Udvalg", meeting.Committee.Name),
            (
                "Mødedato",
                Danish.LongDate(meeting.HeldOn) + (meeting.StartsAt is null ? "" : $" kl. {meeting.StartsAt}")
            ),
        ];
        if (meeting.Place is { } place)
            facts.Add(("Mødested", place));
        if (meeting.Attendance.Count > 0)
        {
            facts.Add(
                ("Til stede", string.Join(", ", meeting.Attendance.Where(a => a.IsPresent).Select(a => a.Person)))
            );
            var absent = meeting.Attendance.Where(a => !a.IsPresent).Select(a => a.Person).ToList();
            facts.Add(("Fraværende", absent.Count == 0 ? "Ingen fraværende" : string.Join(", ", absent)));
        }

        yield return DefinitionRows.Of([.. facts]);
        if (record.Versions.FirstOrDefault(v => v.Correction is not null) is { } corrected)
            yield return new NoticeBlock(
                "Rettet",
                [new TextRun($"{Danish.Date(corrected.PublishedAt.DanishDate())}: {corrected.Correction}")]
            );
        if (meeting.Cancelled is { } why)
            yield return new NoticeBlock("Mødet er aflyst", [new TextRun(why)]);
    }

    private static IEnumerable<DocumentBlock> Closed(PublishedMeeting meeting) =>
        meeting.Closed.Select(c => new Paragraph([
            new TextRun(c.Number is null ? "Et punkt er lukket." : $"Punkt {c.Number}: Punktet er lukket."),
        ]));

    private static IEnumerable<DocumentBlock> Item(PublishedItem item, PublicationKind kind)
    {
        yield return new Heading(2, item.Number is null ? item.Title : $"Punkt {item.Number}: {item.Title}");
        if (Facts(item) is { Length: > 0 } facts)
            yield return DefinitionRows.Of(facts);
        foreach (
            var block in item.Sections.SelectMany(s =>
                Section(s, [.. item.Tables.Where(t => t.Place?.Heading == s.Heading)])
            )
        )
            yield return block;
        foreach (var table in item.Tables.Where(t => item.Sections.All(s => s.Heading != t.Place?.Heading)))
            yield return Table(table);
        if (item.Recommendation is { } recommendation)
        {
            yield return new Heading(3, "Indstilling");
            if (recommendation.By is not null) yield return Paragraph.Of($"{recommendation.By} indstiller,");
            if (recommendation.Points.Count > 0) yield return ItemList.NumberedFrom(1, [.. recommendation.Points]);
        }

        if (item.Attachments.Count > 0)
        {
            yield return new Heading(3, "Bilag");
            yield return ItemList.Bulleted([
                .. item.Attachments.Select(a =>
                    $"{(a.Letter is { } letter ? $"{letter}. " : "")}{a.Title}{(a.DocumentNumber is { } number ? $" (dok.nr. {number})" : "")}"
                ),
            ]);
        }

        foreach (var block in item.Decisions.SelectMany(d => Decision(d, kind)))
            yield return block;
        if (item.Guests.Count > 0)
            yield return Paragraph.Of(
                $"Deltog under punktet: {string.Join("; ", item.Guests.Select(g => string.Join(", ", new[] { g.Name, g.Title }.OfType<string>())))}"
            );
        foreach (
            var remark in item.Remarks.Where(r =>
                !item.Decisions.Any(d => d.Paragraphs.Any(p => p.Contains(r.Text, StringComparison.Ordinal)))
            )
        )
            yield return Paragraph.Of($"{remark.Member}: {remark.Text}");
        foreach (var followUp in item.Reported.Where(f => f.Report is not null))
            yield return Paragraph.Of($"{followUp.Text}: {followUp.Report}");
        foreach (var number in item.ClosedAttachments)
            yield return Paragraph.Of($"Bilag {number} er lukket.");
        if (item.Coming.Count > 0)
        {
            yield return new Heading(3, "Svar, der er på vej");
            yield return ItemList.Bulleted([.. item.Coming.Select(Promise)]);
        }

        if (item.FollowUps.Count > 0)
        {
            yield return new Heading(3, "Opfølgning");
            yield return ItemList.Bulleted([.. item.FollowUps.Select(Promise)]);
        }
    }

    private static string Promise(PublishedFollowUp f) =>
        $"{f.Text} ({f.Owner ?? "ansvarlig ikke sat"}{(f.Due is { } due ? $", senest {Danish.Date(due)}" : "")})";

    private static (string, string)[] Facts(PublishedItem item) =>
        [
            .. item.CaseNumber is { } number ? [("Sagsnummer", number)] : Array.Empty<(string, string)>(),
            .. item.DocumentNumber is { } document ? [("Dokumentnummer", document)] : Array.Empty<(string, string)>(),
            .. item.HandledAs is { } handled && handled != item.Number
                ? [("Behandlet som nr.", $"{handled}")]
                : Array.Empty<(string, string)>(),
        ];

    /// <summary>The section's text with its tables where they were printed.</summary>
    private static IEnumerable<DocumentBlock> Section(SectionText section, IReadOnlyList<TableText> tables)
    {
        yield return new Heading(3, section.Heading);
        foreach (var (paragraphs, following) in TableText.Between(section.Paragraphs, tables))
        {
            foreach (var paragraph in paragraphs)
            {
                var lines = paragraph.Split('\n');
                yield return Array.TrueForAll(lines, l => l.StartsWith("- ", StringComparison.Ordinal))
                    ? ItemList.Bulleted([.. lines.Select(l => l[2..])])
                    : Paragraph.Of(paragraph);
            }

            foreach (var table in following) yield return Table(table);
        }
    }

    private static DocumentTable Table(TableText table) =>
        new(
            table.Caption ?? "Tabel",
            [new TableColumn(""), .. table.Columns.Select(TableColumn.Number)],
            [
                .. table.Rows.Select(r => new TableRow([
                    TableCell.Of(r.Label ?? "I alt"),
                    .. r.Values.Take(table.Columns.Count).Select(v => TableCell.Of(v ?? Danish.Missing)),
                ])),
            ]
        )
        {
            RowHeaders = true,
        };

    private static IEnumerable<DocumentBlock> Decision(DecisionText decision, PublicationKind kind)
    {
        yield return new Heading(
            3,
            $"{(kind == PublicationKind.Agenda ? "Tidligere beslutning" : "Beslutning")}{(decision.Body is null ? "" : $" i {decision.Body}")}{(decision.DecidedOn is { } day ? $" den {Danish.Date(day)}" : "")}"
        );
        foreach (var paragraph in decision.Paragraphs)
            yield return Paragraph.Of(paragraph);
        yield return new Paragraph([
            new TextRun(
                decision.Absent.Count == 0 ? "Ingen fraværende." : $"Fraværende: {string.Join(", ", decision.Absent)}."
            ),
        ])
        {
            Style = ParagraphStyle.Small,
        };
    }
}
