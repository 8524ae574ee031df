using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>One meeting with its papers.</summary>
public sealed record ReadMeeting(CommitteeMeetingId Meeting) : IQuery<MeetingView>;

/// <summary>A meeting with what the reader may see of it.</summary>
public sealed record MeetingView(MeetingLine Meeting, IReadOnlyList<ItemView> Items, IReadOnlyList<MemberLine> Members)
{
    public IReadOnlyList<AttendanceLine> Attendance { get; init; } = [];

    public QuorumStatement? Quorum { get; init; }

    public IReadOnlyList<PublishedVersion> Published { get; init; } = [];

    /// <summary>What the reader of the document was in doubt about.</summary>
    public IReadOnlyList<ReadingDoubt> Doubts { get; init; } = [];

    public string? ReadFrom { get; init; }

    public string? CancelledBecause { get; init; }

    /// <summary>
    /// What the public sees of it; told to whoever prepares the meeting, and null while nothing is out.
    /// </summary>
    public PublicState? Public { get; init; }

    /// <summary>The reader may close and open its items, also where it was read from a document.</summary>
    public bool MayClose { get; init; }

    /// <summary>The reader prepares the meeting, and may change it.</summary>
    public bool MayPrepare { get; init; }

    public CaseTemplate Template { get; init; } = CaseTemplate.Standard;
}

/// <summary>A member of the committee.</summary>
public sealed record MemberLine(CommitteeMemberId Id, string Name, string? Party, SeatRole Role);

/// <summary>A person at the meeting, or not.</summary>
public sealed record AttendanceLine(
    CommitteeMemberId? Member,
    NamedPerson Person,
    SeatRole? Role,
    bool IsPresent,
    string? Note
);

/// <summary>A note about the document that was read.</summary>
public sealed record ReadingDoubt(string Code, string Text);

[Requires("committee.papers.read")]
internal sealed class ReadMeetingHandler(
    VirkerContext db,
    Disclosures disclosures,
    AgendaPapers papers,
    PublicStates states
) : IUseCase<ReadMeeting, MeetingView>
{
    public async Task<Outcome<MeetingView>> RunAsync(ReadMeeting query, CancellationToken ct = default)
    {
        var meeting = await db.Set<CommitteeMeetingRow>()
            .SingleOrDefaultAsync(m => m.Id == query.Meeting, ct);
        if (meeting is null)
            return Missing.Meeting;
        var rights = await disclosures.ToReaderAsync(meeting.CommitteeId, ct);
        if (!rights.Meeting(meeting)) return Missing.Meeting;
        var committee = await db.Set<CommitteeRow>().SingleAsync(c => c.Id == meeting.CommitteeId, ct);
        var items = await papers.OfMeetingAsync(meeting.Id, rights, ct);
        var line = new MeetingLine(
            meeting.Id,
            new(committee.Id, committee.Name, committee.Term, committee.Municipality),
            meeting.Kind,
            meeting.HeldOn,
            meeting.StartsAt,
            meeting.Place,
            meeting.State,
            items.Count
        );
        return await WithPeopleAsync(
            new MeetingView(line, items, await MembersAsync(committee.Id, ct))
            {
                ReadFrom = meeting.OriginName,
                CancelledBecause = meeting.CancelledBecause,
                MayPrepare = rights.Drafts && meeting.Origin is null,
                MayClose = rights.Drafts,
                Public = rights.Drafts ? await states.OfAsync(meeting, ct) : null,
                Template = CaseTemplate.ById(committee.Template),
            },
            ct
        );
    }

    private async Task<IReadOnlyList<MemberLine>> MembersAsync(CommitteeId committee, CancellationToken ct) =>
        await db.Set<CommitteeMemberRow>()
            .Where(m => m.CommitteeId == committee)
            .OrderBy(m => m.Position)
            .Select(m => new MemberLine(m.Id, m.Name, m.Party, m.Role))
            .ToListAsync(ct);

    private async Task<MeetingView> WithPeopleAsync(MeetingView view, CancellationToken ct)
    {
        var id = view.Meeting.Id;
        var attendance = await db.Set<AttendanceRow>()
            .Where(a => a.MeetingId == id)
            .OrderBy(a => a.Position)
            .ToListAsync(ct);
        var doubts = await db.Set<ReadingNoteRow>()
            .Where(n => n.MeetingId == id)
            .OrderBy(n => n.Position)
            .ToListAsync(ct);
        var seats = view.Members.Count(m => m.Role != SeatRole.Substitute);
        return view with
        {
            Attendance =
            [
                .. attendance.Select(a => new AttendanceLine(
                    a.MemberId,
                    new(a.Name, a.Party),
                    a.Role,
                    a.IsPresent,
                    a.Note
                )),
            ],
            Quorum =
                attendance.Count > 0 && seats > 0
                    ? Quorum.Of(attendance.Count(a => a.IsPresent), seats, view.Meeting.HeldOn)
                    : null,
            Published = await states.VersionsAsync(id, ct),
            Doubts = [.. doubts.Select(d => new ReadingDoubt(d.Code, d.Text))],
        };
    }
}
