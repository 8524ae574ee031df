using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Reads published minutes, an agenda or a single case of a committee, of any municipality: the head, the items with
/// their sections and decisions, and the order of handling. Nothing is filled in that is not printed.
/// </summary>
public static class MinutesReader
{
    public static Outcome<PrintedMinutes> ReadFile(string path)
    {
        var source = SourceReader.ReadFile(path);
        return source.IsRefused ? source.Refusal : Read(source.Value);
    }

    public static Outcome<PrintedMinutes> Read(SourceText source)
    {
        var lines = ReadableLines.From(source);
        var paper = new PaperLines(lines);
        var found = new List<PrintedNote>();
        var spans = ItemBoundaries.Find(paper, found);
        if (spans.Count == 0)
            return new Refusal(
                "minutes.no-items",
                "der er ingen punkter eller sagsafsnit i filen; den ligner ikke et referat, en dagsorden eller en sag."
            );
        var notes = source.Notes.Select(n => new PrintedNote(n.Code, n.Text, null, n.Line)).Concat(found).ToList();
        var above = lines.Take(spans[0].HeadingAt).ToList();
        var head = DocumentHead.Read(above, spans is [{ Number: null, Title: null }, _, ..]);
        var parted = spans.ConvertAll(s => CaseSections.Split(paper, s, notes));
        // The date and body of the meeting may only be printed in the headings of the decisions.
        var completed = Completed(head, parted);
        var cases = parted.ConvertAll(p => CaseReader.Read(paper, p, completed));
        return Whole(completed, above, cases, notes);
    }

    private static PrintedHead Completed(PrintedHead head, List<PartedCase> cases)
    {
        var decisions = cases
            .SelectMany(c => c.Sections)
            .Where(s => s.Heading.Key == SectionKey.Decision && (!s.IsEmpty || head.DocumentType != "dagsorden"))
            .Select(s => s.Heading)
            .ToList();
        var single = cases is [{ Span.Number: null }];
        var type =
            head.DocumentType.Length > 0 ? head.DocumentType
            : single ? "sag"
            : decisions.Count > 0 ? "referat"
            : "dagsorden";
        return head with
        {
            DocumentType = type,
            MeetingDate = head.MeetingDate ?? decisions.Select(d => d.Date).Max(),
            Committee =
                head.Committee
                ?? decisions
                    .Select(d => d.Body)
                    .OfType<string>()
                    .GroupBy(b => b)
                    .OrderByDescending(g => g.Count())
                    .FirstOrDefault()
                    ?.Key,
        };
    }

    private static PrintedMinutes Whole(
        PrintedHead head,
        List<SourceLine> above,
        List<ReadCase> cases,
        List<PrintedNote> notes
    )
    {
        var order = cases.Any(c => c.Item.Decisions.Count > 0) ? Order(head, cases, notes) : null;
        var items = cases.ConvertAll(c =>
            c.Item with
            {
                HandledAs =
                    c.Item is { Number: { } n, Sub: null } && order?.HandledAs.TryGetValue(n, out var place) == true
                        ? place
                        : null,
            }
        );
        notes.AddRange(Contradictions.Find(head, cases));
        return new PrintedMinutes(
            head,
            AttendanceOf(head, above, cases),
            order?.Order ?? [],
            order?.Withdrawn ?? [],
            items,
            [.. cases.SelectMany(c => c.Tables)],
            notes
        );
    }

    private static HandlingOrder.Result Order(PrintedHead head, List<ReadCase> cases, List<PrintedNote> notes)
    {
        var numbered = cases.Where(c => c.Item is { Number: not null, Sub: null }).ToList();
        var own = new Dictionary<int, int>();
        var withdrawn = new List<int>();
        foreach (var read in numbered)
        {
            var current = read
                .Blocks.Where(b => head.MeetingDate is null || b.Decision.Date == head.MeetingDate)
                .ToList();
            if (current.Select(b => b.HandledAs).LastOrDefault(h => h is not null) is { } place)
                own[read.Item.Number!.Value] = place;
            if (current.Count > 0 && current[^1].Decision.Kind == DecisionKinds.Withdrawn)
                withdrawn.Add(read.Item.Number!.Value);
        }

        var about = numbered
            .SelectMany(c => c.Item.Decisions)
            .Where(d => head.MeetingDate is null || d.Date == head.MeetingDate)
            .SelectMany(d => d.Text)
            .SelectMany(Sentences.Of)
            .Where(HandlingOrder.Concerns);
        var numbers = numbered.Select(c => c.Item.Number!.Value).Distinct().ToList();
        var result = HandlingOrder.Of(numbers, own, withdrawn, about);
        var planned = HandlingOrder.Of(numbers, new Dictionary<int, int>(), withdrawn, about);
        var isChanged = !planned.Order.SequenceEqual(numbers.Except(planned.Withdrawn));
        notes.AddRange(
            own.Where(o => isChanged && planned.HandledAs.TryGetValue(o.Key, out var p) && p != o.Value)
                .Select(o => new PrintedNote(
                    "order_contradicts",
                    $"Punkt {o.Key} siges behandlet som punkt {o.Value}, men dagsordenens ændring giver en anden plads.",
                    o.Key
                ))
        );
        return result;
    }

    private static PrintedAttendance AttendanceOf(PrintedHead head, List<SourceLine> above, List<ReadCase> cases)
    {
        var (present, absent, _) = Attendance.Read(above);
        var blocks = cases
            .SelectMany(c => c.Blocks)
            .Where(b => head.MeetingDate is null || b.Decision.Date == head.MeetingDate)
            .ToList();
        present ??= blocks.SelectMany(b => b.Signers).ToList() is { Count: > 0 } signers ? signers : null;
        var away = new List<PrintedPerson>(absent ?? []);
        away.AddRange(blocks.SelectMany(b => b.WholeMeeting));
        if (blocks.Count > 1)
            away.AddRange(
                blocks[0]
                    .Decision.Absent.Where(p => blocks.TrueForAll(b => b.Decision.Absent.Any(o => o.Name == p.Name)))
            );
        return new PrintedAttendance(present, [.. away.DistinctBy(p => p.Name)]);
    }
}
