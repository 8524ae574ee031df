using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Makes what is published from open rows alone: closed items and attachments are not fetched, so nothing later can let
/// them slip. The numbers are left as they are printed, since decisions and members refer to them.
/// </summary>
[Part]
internal sealed class OpenProjection(VirkerContext db, AgendaPapers papers)
{
    public async Task<PublishedMeeting> OfAsync(CommitteeMeetingRow meeting, PublicationKind kind, CancellationToken ct)
    {
        var committee = await db.Set<CommitteeRow>().AsNoTracking().SingleAsync(c => c.Id == meeting.CommitteeId, ct);
        var items = await papers.OfMeetingAsync(meeting.Id, Disclosure.ToPublic, ct);
        var attendance = await db.Set<AttendanceRow>()
            .AsNoTracking()
            .Where(a => a.MeetingId == meeting.Id)
            .OrderBy(a => a.Position)
            .ToListAsync(ct);
        return new(
            meeting.Id,
            new(committee.Id, committee.Name, committee.Term, committee.Municipality),
            meeting.Kind.Code,
            meeting.HeldOn,
            meeting.StartsAt,
            meeting.Place,
            [.. items.Select(i => kind == PublicationKind.Agenda ? AsAgenda(i, meeting.HeldOn) : AsMinutes(i))]
        )
        {
            Attendance =
                kind == PublicationKind.Agenda
                    ? []
                    :
                    [
                        .. attendance.Select(a => new PublishedAttendance(
                            new(a.Name, a.Party),
                            a.Role?.Name(),
                            a.IsPresent,
                            a.Note
                        )),
                    ],
            EndsAt = meeting.EndsAt,
            Cancelled = meeting.CancelledBecause,
            ReadFrom = meeting.OriginName,
        };
    }

    private static PublishedItem AsMinutes(ItemView item) =>
        Paper(item) with
        {
            HandledAs = item.Head.HandledAs,
            Decisions = item.Decisions,
            Remarks = item.Remarks,
            Guests = item.Guests,
            FollowUps =
            [
                .. item.FollowUps.Where(f => f.State is FollowUpState.Open or FollowUpState.Reported).Select(Public),
            ],
            Reported = [.. item.ToReport.Select(Public)],
            Coming = [.. item.Coming.Select(Coming)],
        };

    /// <summary>
    /// Before the meeting: the paper, and the decisions of earlier days where the item was carried over.
    /// </summary>
    private static PublishedItem AsAgenda(ItemView item, DateOnly heldOn) => Paper(item) with
    {
        Decisions = [.. item.Decisions.Where(d => d.DecidedOn < heldOn)],
        Reported = [.. item.ToReport.Select(Public)],
        Coming = [.. item.Coming.Select(Coming)],
    };

    private static PublishedItem Paper(ItemView item) =>
        new(item.Id, item.Head.Number, null, item.Head.Title, item.Head.Type)
        {
            CaseNumber = item.Case?.CaseNumber,
            Kle = item.Case?.Kle,
            DocumentNumber = item.Head.DocumentNumber,
            Competence = item.Head.Competence,
            Sections = [.. item.Sections.Where(s => !s.IsPlaceholder)],
            Recommendation = item.Recommendation,
            Attachments =
            [
                .. item.Attachments.Select(a => new PublishedAttachment(
                    a.Id,
                    a.Number,
                    a.Letter,
                    a.DocumentNumber,
                    a.Title,
                    a.Frozen
                )),
            ],
            Tables = item.Tables,
        };

    private static PublishedFollowUp Public(FollowUpLine f) =>
        new(f.Text, f.IsBinding, f.Owner, f.Due, f.State.Name(), f.Report) { Id = f.Id };

    /// <summary>What is on its way has no answer yet on this agenda.</summary>
    private static PublishedFollowUp Coming(FollowUpLine f) => Public(f) with { Report = null };
}
