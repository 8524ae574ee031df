using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Put a read document's meeting in the product: items with both orders, decisions, remarks, attachments and tables, as
/// printed. A meeting that stands there already is left alone. What was public stays public, if the gate finds no CPR
/// number in it. Without the municipality's own name on it, or somebody who says that it is the municipality's own, it
/// is another's paper.
/// </summary>
public sealed record ImportMinutes(PrintedMinutes Printed, string Name, bool IsOwn = false) : ICommand<MinutesImported>
{
    /// <summary>Nobody but who prepares the meetings sees it before somebody publishes it.</summary>
    public bool IsUnpublished { get; init; }

    /// <summary>Whether an item is open where the paper says neither open nor closed.</summary>
    public bool OpensUnstated { get; init; } = true;
}

/// <summary>The meeting, and whether it stood there before.</summary>
public sealed record MinutesImported(CommitteeMeetingId Meeting, bool WasKnown, int Items, string? NotPublished)
{
    /// <summary>Whose paper it is, where it is not the municipality's own.</summary>
    public string? Whose { get; init; }
}

[Requires("committee.minutes.import")]
internal sealed class ImportMinutesHandler(
    VirkerContext db,
    CurrentMunicipality municipality,
    PrintedItems items,
    Press press
) : IUseCase<ImportMinutes, MinutesImported>
{
    private const string Unknown = "Ukendt kommune";

    public async Task<Outcome<MinutesImported>> RunAsync(ImportMinutes command, CancellationToken ct = default)
    {
        var head = command.Printed.Document;
        if (Decide(command.Printed) is { } refusal) return refusal;
        var origin = Origin(command.Printed);
        var known = await db.Set<CommitteeMeetingRow>().FirstOrDefaultAsync(m => m.Origin == origin, ct);
        if (known is not null)
            return new MinutesImported(
                known.Id,
                true,
                await db.Set<AgendaItemRow>().CountAsync(i => i.MeetingId == known.Id, ct),
                null
            );
        var committee = await CommitteeAsync(head, command.IsOwn, ct);
        var isAgenda = head.DocumentType == "dagsorden";
        var meeting = new CommitteeMeetingRow
        {
            Id = NewId.Of<CommitteeMeetingId>(),
            CommitteeId = committee.Id,
            HeldOn = head.MeetingDate!.Value,
            StartsAt = head.Start,
            Place = head.Place,
            AgendaOut = !command.IsUnpublished,
            State = isAgenda ? MeetingState.AgendaPublished : MeetingState.MinutesApproved,
            Origin = origin,
            OriginName = command.Name,
        };
        db.Add(meeting);
        await items.AddAsync(meeting, Unstated(command), ct);
        db.AddRange(await AttendanceAsync(meeting, command.Printed.Attendance, ct));
        db.AddRange(
            command.Printed.Notes.Select(
                (n, i) =>
                    new ReadingNoteRow
                    {
                        MeetingId = meeting.Id,
                        Position = i + 1,
                        Code = n.Code,
                        Text = n.Text,
                    }
            )
        );
        await db.SaveChangesAsync(ct);
        var kept = new MinutesImported(meeting.Id, false, command.Printed.Items.Count, null)
        {
            Whose = committee.Municipality,
        };
        if (command.IsUnpublished)
            return kept;
        var published = await press.PublishAsync(
            meeting,
            isAgenda ? PublicationKind.Agenda : PublicationKind.Minutes,
            null,
            ct
        );
        return kept with { NotPublished = published.Refusal?.Text };
    }

    private static PrintedMinutes Unstated(ImportMinutes command) =>
        command.OpensUnstated
            ? command.Printed
            : command.Printed with
            {
                Items = [.. command.Printed.Items.Select(i => i.Access is null ? i with { Access = "closed" } : i)],
            };

    internal static Refusal? Decide(PrintedMinutes printed) =>
        printed.Document.Committee is null
            ? new Refusal("minutes.no-committee", "Der står ikke i dokumentet, hvilket udvalg det er fra.")
        : printed.Document.MeetingDate is null ? new Refusal("minutes.no-date", "Der står ingen mødedato i dokumentet.")
        : null;

    /// <summary>Whose meeting, when, and for a single case which: what makes two readings the same.</summary>
    internal static string Origin(PrintedMinutes printed)
    {
        var head = printed.Document;
        var single = head.DocumentType == "sag" ? $"/{printed.Items[0].CaseNo ?? printed.Items[0].Title}" : "";
        return $"{head.Municipality ?? "?"}/{head.Committee}/{head.MeetingDate:yyyy-MM-dd}/{head.DocumentType}{single}".ToLowerInvariant();
    }

    /// <summary>
    /// Whose committee it is; one that nobody is known to own is never taken for the municipality's own.
    /// </summary>
    private async Task<CommitteeRow> CommitteeAsync(PrintedHead head, bool isOwn, CancellationToken ct)
    {
        var elsewhere =
            isOwn || (head.Municipality is { } printed && municipality.Value.IsCalled(printed))
                ? null
                : head.Municipality ?? Unknown;
        var found = await db.Set<CommitteeRow>()
            .Where(c =>
                c.Name == head.Committee
                && c.Municipality == elsewhere
                && (head.Term == null || c.Term == null || c.Term == head.Term)
            )
            .FirstOrDefaultAsync(ct);
        if (found is not null)
            return found;
        var added = new CommitteeRow
        {
            Id = NewId.Of<CommitteeId>(),
            Name = head.Committee!,
            Term = head.Term,
            Municipality = elsewhere,
        };
        db.Add(added);
        return added;
    }

    private async Task<IEnumerable<AttendanceRow>> AttendanceAsync(
        CommitteeMeetingRow meeting,
        PrintedAttendance printed,
        CancellationToken ct
    )
    {
        var seats = await db.Set<CommitteeMemberRow>()
            .AsNoTracking()
            .Where(m => m.CommitteeId == meeting.CommitteeId)
            .ToListAsync(ct);
        var people = (printed.Present ?? [])
            .Select(p => (p, present: true))
            .Concat(printed.Absent.Select(p => (p, present: false)));
        return people.Select(
            (entry, i) =>
                new AttendanceRow
                {
                    MeetingId = meeting.Id,
                    Position = i + 1,
                    MemberId = seats.Find(s => s.Name == entry.p.Name)?.Id,
                    Name = entry.p.Name,
                    Party = entry.p.Party,
                    Role = entry.p.Role is "formand" ? SeatRole.Chair : null,
                    IsPresent = entry.present,
                    Note = (entry.p.From, entry.p.Until) switch
                    {
                        (null, null) => null,
                        (var from, null) => $"fra kl. {from}",
                        (null, var until) => $"til kl. {until}",
                        var (from, until) => $"kl. {from}–{until}",
                    },
                }
        );
    }
}
