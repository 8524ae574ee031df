using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The meetings of the municipality's own committees, soonest first among those to come, then the held ones, newest
/// first. <paramref name="Others"/>: those that were read from other municipalities' papers instead.
/// </summary>
public sealed record ListMeetings(CommitteeId? Committee = null, bool Others = false) : IQuery<MeetingList>;

/// <summary>Committees and their meetings.</summary>
public sealed record MeetingList(
    IReadOnlyList<CommitteeLine> Committees,
    IReadOnlyList<MeetingLine> Meetings,
    DateOnly Today
);

/// <summary>
/// A committee; <paramref name="Municipality"/> only where it was read from another municipality's documents.
/// </summary>
public sealed record CommitteeLine(CommitteeId Id, string Name, string? Term, string? Municipality);

/// <summary>A meeting in a list.</summary>
public sealed record MeetingLine(
    CommitteeMeetingId Id,
    CommitteeLine Committee,
    CommitteeMeetingKind Kind,
    DateOnly HeldOn,
    string? StartsAt,
    string? Place,
    MeetingState State,
    int Items
)
{
    /// <summary>Read from a document, and not held by means of Virker.</summary>
    public bool IsRead { get; init; }

    /// <summary>The reader may open its papers; to those who may not, it is only announced.</summary>
    public bool IsReadable { get; init; } = true;
}

[Requires("committee.papers.read")]
internal sealed class ListMeetingsHandler(VirkerContext db, Disclosures disclosures, TimeProvider clock)
    : IUseCase<ListMeetings, MeetingList>
{
    public async Task<Outcome<MeetingList>> RunAsync(ListMeetings query, CancellationToken ct = default)
    {
        var committees = await db.Set<CommitteeRow>()
            .Where(c => (c.Municipality != null) == query.Others)
            .ToListAsync(ct);
        var meetings = await db.Set<CommitteeMeetingRow>()
            .Where(m => query.Committee == null || m.CommitteeId == query.Committee)
            .ToListAsync(ct);
        var today = clock.Today();
        var lines = new List<MeetingLine>();
        foreach (var committee in committees)
            lines.AddRange(await LinesAsync(committee, meetings.Where(m => m.CommitteeId == committee.Id), ct));
        return new MeetingList(
            [
                .. committees
                    .OrderBy(c => c.Municipality is not null)
                    .ThenBy(c => c.Name, StringComparer.Ordinal)
                    .Select(Line),
            ],
            [
                .. lines
                    .OrderBy(m => m.HeldOn < today)
                    .ThenBy(m => m.HeldOn < today ? -m.HeldOn.DayNumber : m.HeldOn.DayNumber),
            ],
            today
        );
    }

    private async Task<IEnumerable<MeetingLine>> LinesAsync(
        CommitteeRow committee,
        IEnumerable<CommitteeMeetingRow> meetings,
        CancellationToken ct
    )
    {
        var rights = await disclosures.ToReaderAsync(committee.Id, ct);
        var counts = await rights
            .Of(
                db.Set<AgendaItemRow>()
                    .Where(i =>
                        db.Set<CommitteeMeetingRow>().Any(m => m.Id == i.MeetingId && m.CommitteeId == committee.Id)
                    )
            )
            .GroupBy(i => i.MeetingId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return meetings
            .Where(m => m.Origin is null || rights.Meeting(m))
            .Select(m => Line(m, Line(committee), rights, counts.GetValueOrDefault(m.Id)));
    }

    private static CommitteeLine Line(CommitteeRow committee) =>
        new(committee.Id, committee.Name, committee.Term, committee.Municipality);

    private static MeetingLine Line(
        CommitteeMeetingRow meeting,
        CommitteeLine committee,
        Disclosure rights,
        int items
    ) =>
        new(
            meeting.Id,
            committee,
            meeting.Kind,
            meeting.HeldOn,
            meeting.StartsAt,
            meeting.Place,
            Known(meeting, rights),
            rights.Meeting(meeting) ? items : 0
        )
        {
            IsRead = meeting.Origin is not null,
            IsReadable = rights.Meeting(meeting),
        };

    /// <summary>That an agenda is being made is the clerk's; to everybody else the meeting is planned.</summary>
    private static MeetingState Known(CommitteeMeetingRow meeting, Disclosure rights) =>
        meeting.State == MeetingState.AgendaDrafted && !rights.Meeting(meeting) ? MeetingState.Planned : meeting.State;
}
