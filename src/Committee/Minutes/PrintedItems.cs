using System.Text.Json;
using System.Text.RegularExpressions;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Makes rows of the items of a read document, as printed: what is not printed stays empty.</summary>
[Part]
internal sealed partial class PrintedItems(VirkerContext db, CommitteeCaseRegister cases)
{
    /// <summary>Sections that stand as rows of their own.</summary>
    private static readonly HashSet<string> Elsewhere =
    [
        SectionKey.CaseWrapper,
        SectionKey.Recommendation,
        SectionKey.Decision,
        SectionKey.Attachments,
    ];

    public async Task AddAsync(CommitteeMeetingRow meeting, PrintedMinutes printed, CancellationToken ct)
    {
        foreach (var (item, position) in printed.Items.Select((item, i) => (item, i + 1)))
        {
            var row = new AgendaItemRow
            {
                Id = NewId.Of<AgendaItemId>(),
                MeetingId = meeting.Id,
                CaseId = item.CaseNo is { } number
                    ? await cases.ForAsync(
                        meeting.CommitteeId,
                        number,
                        Kle().Match(number) is { Success: true } kle ? kle.Value : null,
                        item.Title ?? number,
                        ct
                    )
                    : null,
                Number = item.Sub is null ? item.Number : null,
                Position = position,
                HandledAs = item.HandledAs,
                Title = item.Sub is null
                    ? item.Title ?? $"Punkt {item.Number ?? position}"
                    : $"{item.PrintedNumber} {item.Title}".TrimEnd(),
                Type = item.Type,
                IsOpen = item.Access != "closed",
                Competence = item.Competence,
                DocumentNumber = item.DocNo,
                RecommendedBy = item.Recommendation?.By,
            };
            db.Add(row);
            var tables = printed.Tables.Where(t => t.Item == item.Number).ToList();
            AddPaper(row.Id, item, new TableEcho(tables));
            AddOutcome(meeting, row.Id, item);
            AddTables(row.Id, item, tables);
        }
    }

    private void AddPaper(AgendaItemId id, PrintedItem item, TableEcho echo)
    {
        db.AddRange(
            item.Sections.Where(s => !Elsewhere.Contains(s.Key) && s.Text.Length > 0)
                .Select(
                    (s, i) =>
                        new ItemSectionRow
                        {
                            ItemId = id,
                            Position = i + 1,
                            Key = s.Key,
                            Heading = s.Heading,
                            Text = Paragraphs(echo.Without(Lines.Each(s.Text))),
                        }
                )
        );
        db.AddRange(
            (item.Recommendation?.Points ?? []).Select(
                (p, i) =>
                    new RecommendationPointRow
                    {
                        ItemId = id,
                        Number = i + 1,
                        Text = p.Text,
                    }
            )
        );
        db.AddRange(
            item.Attachments.Select(
                (a, i) =>
                    new AttachmentRow
                    {
                        Id = NewId.Of<AttachmentId>(),
                        ItemId = id,
                        Number = i + 1,
                        Letter = a.Letter,
                        DocumentNumber = a.DocNo,
                        Title = a.Title,
                    }
            )
        );
        db.AddRange(
            item.Guests.Select(
                (g, i) =>
                    new ItemGuestRow
                    {
                        ItemId = id,
                        Position = i + 1,
                        Name = g.Name,
                        Title = g.Title,
                    }
            )
        );
    }

    private void AddOutcome(CommitteeMeetingRow meeting, AgendaItemId id, PrintedItem item)
    {
        foreach (var (decision, position) in item.Decisions.Select((d, i) => (d, i + 1)))
        {
            var row = new DecisionRow
            {
                Id = Guid.NewGuid(),
                ItemId = id,
                Position = position,
                DecidedOn = decision.Date,
                Body = decision.Body,
                Kind = decision.Kind,
                Text = string.Join('\n', decision.Text),
            };
            db.Add(row);
            db.AddRange(
                decision.Absent.Select(
                    (a, i) =>
                        new DecisionAbsenceRow
                        {
                            DecisionId = row.Id,
                            Position = i + 1,
                            Name = a.Name,
                            Party = a.Party,
                        }
                )
            );
        }

        db.AddRange(
            item.Remarks.Select(
                (r, i) =>
                    new RemarkRow
                    {
                        ItemId = id,
                        Position = i + 1,
                        MadeOn = r.Date,
                        Name = r.Name,
                        Party = r.Party,
                        Stance = r.Stance,
                        Text = r.Text,
                    }
            )
        );
        db.AddRange(
            item.FollowUps.Where(f => IsSaid(f, item))
                .Select(f => new FollowUpRow
                {
                    Id = NewId.Of<FollowUpId>(),
                    CommitteeId = meeting.CommitteeId,
                    ItemId = id,
                    Text = f.Text,
                    IsBinding = f.Binding,
                    Owner = f.Owner,
                    Due = f.Due,
                    State = FollowUpState.Suggested,
                })
        );
    }

    /// <summary>
    /// Only what was decided, or what a member said, can be a promise or a wish; and nothing is one before a person has
    /// confirmed it.
    /// </summary>
    private static bool IsSaid(PrintedFollowUp followUp, PrintedItem item) =>
        item
            .Decisions.SelectMany(d => d.Text)
            .Concat(item.Remarks.Select(r => r.Text))
            .Append(string.Join(' ', item.Decisions.SelectMany(d => d.Text)))
            .Any(said => Plain(said).Contains(Plain(followUp.Text), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void AddTables(AgendaItemId id, PrintedItem item, List<PrintedTable> tables)
    {
        var echo = new TableEcho(tables);
        foreach (var (table, i) in tables.Select((t, i) => (t, i)))
        {
            var place = PlaceOf(item, table, echo);
            db.Add(
                new ItemTableRow
                {
                    ItemId = id,
                    Position = i + 1,
                    Caption = table.Caption,
                    Columns = JsonSerializer.Serialize(table.Columns),
                    Rows = JsonSerializer.Serialize(table.Rows.Select(r => new TableLine(LabelOf(r), [.. Values(r)]))),
                    SectionHeading = place?.Heading,
                    AfterParagraphs = place?.AfterParagraphs,
                }
            );
        }
    }

    /// <summary>Under which heading, and after how many paragraphs, the table was printed.</summary>
    private static TablePlace? PlaceOf(PrintedItem item, PrintedTable table, TableEcho echo)
    {
        foreach (var section in item.Sections.Where(s => !Elsewhere.Contains(s.Key) && s.Text.Length > 0))
        {
            var lines = Lines.Each(section.Text);
            if (echo.KeptBefore(table, lines) is { } kept)
                return new(section.Heading, Lines.Paragraphs(Paragraphs([.. echo.Without(lines).Take(kept)])).Count);
        }

        return null;
    }

    /// <summary>The label as printed, with the row's number before it and the mark of its footnote behind.</summary>
    private static string? LabelOf(PrintedRow row) =>
        row.Label is null
            ? null
            : $"{(row.Number is { } number ? $"{number}. " : "")}{row.Label}{(row.Footnote is { Length: 1 } mark && mark[0] is >= '1' and <= '9' ? Superscripts[mark[0] - '1'].ToString() : row.Footnote)}";

    private const string Superscripts = "¹²³⁴⁵⁶⁷⁸⁹";

    private static IEnumerable<string?> Values(PrintedRow row) =>
        row.Cells is { } cells ? cells.Select(c => (string?)c.Printed)
        : row.Values is { } values ? values.Select(Shown)
        : [row.Printed ?? Shown(row.Value)];

    private static string? Shown(object? value) =>
        value switch
        {
            null => null,
            decimal number => number.ToString("0.####", DanishNumbers),
            IFormattable number => number.ToString(null, DanishNumbers),
            _ => value.ToString(),
        };

    private static readonly System.Globalization.NumberFormatInfo DanishNumbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
    };

    /// <summary>Each printed line is a paragraph; lines of a list stay together.</summary>
    private static string Paragraphs(IReadOnlyList<string> lines)
    {
        var blocks = new List<string>();
        foreach (var line in lines)
        {
            var isListLine = line.StartsWith("- ", StringComparison.Ordinal);
            if (isListLine && blocks.Count > 0 && blocks[^1].StartsWith("- ", StringComparison.Ordinal))
                blocks[^1] += $"\n{line}";
            else
                blocks.Add(line);
        }

        return string.Join("\n\n", blocks);
    }

    [GeneratedRegex(@"^\d{2}\.\d{2}\.\d{2}(?=-)")]
    private static partial Regex Kle();
}
