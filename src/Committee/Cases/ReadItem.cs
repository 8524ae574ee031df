using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>One item with its papers, and the course of its case through all meetings.</summary>
public sealed record ReadItem(AgendaItemId Item) : IQuery<ItemPaper>;

/// <summary>An item, its meeting, and where else the case has been.</summary>
public sealed record ItemPaper(
    ItemView Item,
    MeetingLine Meeting,
    IReadOnlyList<CaseStep> Course,
    IReadOnlyList<MemberLine> Members
)
{
    public CaseTemplate Template { get; init; } = CaseTemplate.Standard;

    /// <summary>Members who may not take part.</summary>
    public IReadOnlyList<CommitteeMemberId> Excluded { get; init; } = [];

    public bool MayPrepare { get; init; }

    /// <summary>The meeting was read from a document: its text stands as it was printed, empty headings too.</summary>
    public bool WasRead { get; init; }

    /// <summary>
    /// The reader may close and open the item and its attachments, also where they were read from a document.
    /// </summary>
    public bool MayClose { get; init; }

    /// <summary>
    /// What the public sees of the meeting; told to whoever prepares it, and null while nothing is out.
    /// </summary>
    public PublicState? Public { get; init; }

    public IReadOnlyList<AttendanceLine> Attendance { get; init; } = [];

    /// <summary>
    /// The decision of the meeting's day as it was written, for whoever may correct it; null where there is none.
    /// </summary>
    public DecisionDraft? Written { get; init; }
}

/// <summary>The case at one meeting, with what was decided there.</summary>
public sealed record CaseStep(
    CommitteeMeetingId Meeting,
    AgendaItemId Item,
    DateOnly HeldOn,
    int? Number,
    MeetingState State,
    IReadOnlyList<string> Decided
);

[Requires("committee.papers.read")]
internal sealed class ReadItemHandler(
    VirkerContext db,
    Disclosures disclosures,
    AgendaPapers papers,
    PublicStates states,
    WrittenDecisions written
) : IUseCase<ReadItem, ItemPaper>
{
    public async Task<Outcome<ItemPaper>> RunAsync(ReadItem query, CancellationToken ct = default)
    {
        var at = await (
            from item in db.Set<AgendaItemRow>()
            join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
            join committee in db.Set<CommitteeRow>() on meeting.CommitteeId equals committee.Id
            where item.Id == query.Item
            select new { meeting, committee }
        ).SingleOrDefaultAsync(ct);
        if (at is null)
            return Missing.Item;
        var rights = await disclosures.ToReaderAsync(at.committee.Id, ct);
        if (!rights.Meeting(at.meeting) || await papers.OfItemAsync(query.Item, rights, ct) is not { } view)
            return Missing.Item;
        var m = at.meeting;
        var line = new MeetingLine(
            m.Id,
            new(at.committee.Id, at.committee.Name, at.committee.Term, at.committee.Municipality),
            m.Kind,
            m.HeldOn,
            m.StartsAt,
            m.Place,
            m.State,
            0
        );
        var members = await db.Set<CommitteeMemberRow>()
            .Where(s => s.CommitteeId == at.committee.Id)
            .OrderBy(s => s.Position)
            .ToListAsync(ct);
        var attendance = await db.Set<AttendanceRow>()
            .Where(a => a.MeetingId == m.Id)
            .OrderBy(a => a.Position)
            .ToListAsync(ct);
        return new ItemPaper(
            view,
            line,
            await CourseAsync(view, rights, ct),
            [.. members.Select(s => new MemberLine(s.Id, s.Name, s.Party, s.Role))]
        )
        {
            Template = CaseTemplate.ById(at.committee.Template),
            MayPrepare = rights.Drafts && m.Origin is null,
            WasRead = m.Origin is not null,
            MayClose = rights.Drafts,
            Public = rights.Drafts ? await states.OfAsync(m, ct) : null,
            Excluded = rights.Drafts
                ? await db.Set<ItemExclusionRow>()
                    .Where(e => e.ItemId == query.Item)
                    .Select(e => e.MemberId)
                    .ToListAsync(ct)
                : [],
            Written = rights.Drafts && m.Origin is null ? await written.OfAsync(view, m.HeldOn, ct) : null,
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
        };
    }

    private async Task<IReadOnlyList<CaseStep>> CourseAsync(ItemView view, Disclosure rights, CancellationToken ct)
    {
        if (view.Case is not { } treated)
            return [];
        var items = await (
            from item in rights.Of(db.Set<AgendaItemRow>().Where(i => i.CaseId == treated.Id))
            join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
            select new
            {
                item.Id,
                item.Number,
                meeting,
            }
        ).ToListAsync(ct);
        var ids = items.Select(i => i.Id).ToList();
        var decisions = await db.Set<DecisionRow>()
            .Where(d => ids.Contains(d.ItemId))
            .OrderBy(d => d.Position)
            .ToListAsync(ct);
        return
        [
            .. items
                .Where(i => rights.Meeting(i.meeting))
                .OrderByDescending(i => i.meeting.HeldOn)
                .Select(i => new CaseStep(
                    i.meeting.Id,
                    i.Id,
                    i.meeting.HeldOn,
                    i.Number,
                    i.meeting.State,
                    [
                        .. decisions
                            .Where(d => d.ItemId == i.Id && d.DecidedOn == i.meeting.HeldOn)
                            .Select(d => DecisionKind.NameOf(d.Kind)),
                    ]
                )),
        ];
    }
}
