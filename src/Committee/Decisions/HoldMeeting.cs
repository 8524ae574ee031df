using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Committee;

/// <summary>
/// Open the meeting with who is there; said again while the minutes are written, it corrects the attendance.
/// </summary>
public sealed record HoldMeeting(CommitteeMeetingId Meeting, IReadOnlyList<AttendanceEntry> Attendance)
    : ICommand<MeetingOpened>;

/// <summary>
/// A member (or, by name, a substitute) and whether they were there; <paramref name="Note"/> "kom kl. 16:50",
/// "stedfortræder for …".
/// </summary>
public sealed record AttendanceEntry(
    CommitteeMemberId? Member,
    string? Name,
    string? Party,
    bool IsPresent,
    string? Note = null
);

/// <summary>The meeting is open. <paramref name="Quorum"/> says whether it can decide, and after which rule.</summary>
public sealed record MeetingOpened(int Present, QuorumStatement? Quorum);

/// <summary>How many had to be there, and how sure the rule is.</summary>
public sealed record QuorumStatement(bool IsMet, int Needed, string Why, string Under, string Certainty);

[Requires("committee.decision.record")]
internal sealed class HoldMeetingHandler(VirkerContext db, MeetingDesk desk, TimeProvider clock)
    : IUseCase<HoldMeeting, MeetingOpened>
{
    public async Task<Outcome<MeetingOpened>> RunAsync(HoldMeeting command, CancellationToken ct = default)
    {
        var underWay = await db.Set<CommitteeMeetingRow>()
            .AnyAsync(m => m.Id == command.Meeting && m.State == MeetingState.Held, ct);
        var stepped = await desk.StepAsync(command.Meeting, underWay ? MeetingStep.Record : MeetingStep.Hold, ct);
        if (stepped.IsRefused) return stepped.Refusal;
        var meeting = stepped.Value;
        var seats = await db.Set<CommitteeMemberRow>()
            .Where(m => m.CommitteeId == meeting.CommitteeId)
            .OrderBy(m => m.Position)
            .ToListAsync(ct);
        if (Decide(command, meeting.HeldOn, clock.Today(), [.. seats.Select(s => s.Id)]) is { } refusal)
            return refusal;
        var standing = await db.Set<AttendanceRow>().Where(a => a.MeetingId == meeting.Id).ToListAsync(ct);
        db.Replace(
            standing,
            [.. command.Attendance.Select((entry, index) => Row(meeting.Id, entry, index + 1, seats))],
            a => a.Position
        );
        await db.SaveChangesAsync(ct);
        var present = command.Attendance.Count(a => a.IsPresent);
        return new MeetingOpened(
            present,
            Quorum.Of(present, seats.Count(s => s.Role != SeatRole.Substitute), meeting.HeldOn)
        );
    }

    internal static Refusal? Decide(
        HoldMeeting command,
        DateOnly heldOn,
        DateOnly today,
        IReadOnlyCollection<CommitteeMemberId> members
    ) =>
        Refusal.Each(
            heldOn > today ? new Refusal("committee-meeting.not-yet", "Mødet kan først åbnes på mødedagen.") : null,
            command.Attendance.Any(a => a.Member is { } id && !members.Contains(id))
                ? Refusal.NotFound("committee-member.not-found", "Et af medlemmerne sidder ikke i udvalget.")
                : null,
            command.Attendance.Any(a => a.Member is null && string.IsNullOrWhiteSpace(a.Name))
                ? new Refusal("attendance.no-name", "Skriv stedfortræderens navn.", Field: nameof(command.Attendance))
                : null,
            !command.Attendance.Any(a => a.IsPresent)
                ? new Refusal(
                    "attendance.nobody",
                    "Sæt kryds ved dem, der er til stede.",
                    Field: nameof(command.Attendance)
                )
                : null
        );

    private static AttendanceRow Row(
        CommitteeMeetingId meeting,
        AttendanceEntry entry,
        int position,
        List<CommitteeMemberRow> seats
    )
    {
        var seat = seats.Find(s => s.Id == entry.Member);
        return new AttendanceRow
        {
            MeetingId = meeting,
            Position = position,
            MemberId = entry.Member,
            Name = seat?.Name ?? entry.Name!.Trim(),
            Party = seat?.Party ?? entry.Party,
            Role = seat?.Role ?? SeatRole.Substitute,
            IsPresent = entry.IsPresent,
            Note = string.IsNullOrWhiteSpace(entry.Note) ? null : entry.Note.Trim(),
        };
    }
}

internal static class Quorum
{
    /// <summary>
    /// Said, not enforced: that the council's rule holds for committees too is not checked (the rule's status says so).
    /// </summary>
    public static QuorumStatement? Of(int present, int members, DateOnly on) =>
        CommitteeQuorum
            .Of(members, on)
            .Match<QuorumStatement?>(
                finding =>
                    new(
                        present >= finding.Answer.Needed,
                        finding.Answer.Needed,
                        finding.Why,
                        string.Join("; ", finding.Under),
                        finding.Status.Danish()
                    ),
                _ => null
            );
}
