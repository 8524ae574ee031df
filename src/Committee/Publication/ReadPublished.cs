using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The published meetings of the municipality's own committees, newest first, and those that are planned; read from
/// what the public is given and nothing else. <paramref name="Others"/>: the published papers of other municipalities
/// instead.
/// </summary>
public sealed record ListPublishedMeetings(CommitteeId? Committee = null, string? Words = null, bool Others = false)
    : IQuery<PublishedMeetings>;

/// <summary>The list, and the committees that have published.</summary>
public sealed record PublishedMeetings(
    IReadOnlyList<PublishedLine> Meetings,
    IReadOnlyList<PublishedCommittee> Committees
)
{
    /// <summary>Meetings to come whose agenda is not out yet, soonest first, also where they are cancelled.</summary>
    public IReadOnlyList<PlannedMeeting> Planned { get; init; } = [];
}

/// <summary>A meeting that is announced and has nothing published yet.</summary>
public sealed record PlannedMeeting(
    CommitteeMeetingId Meeting,
    PublishedCommittee Committee,
    DateOnly HeldOn,
    string? StartsAt,
    string? Place
)
{
    public string? EndsAt { get; init; }

    public string? Cancelled { get; init; }

    public DateTimeOffset AnnouncedAt { get; init; }
}

/// <summary>One published meeting in the list.</summary>
public sealed record PublishedLine(
    CommitteeMeetingId Meeting,
    PublishedCommittee Committee,
    DateOnly HeldOn,
    PublicationKind Kind,
    DateTimeOffset PublishedAt,
    int Items
)
{
    public string? StartsAt { get; init; }

    public string? EndsAt { get; init; }

    public string? Place { get; init; }

    public string? Cancelled { get; init; }

    /// <summary>When what the public is given was last another.</summary>
    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>When anything of the meeting was first out.</summary>
    public DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>The items whose words were searched for.</summary>
    public IReadOnlyList<FoundItem> Found { get; init; } = [];
}

/// <summary>An item that was found, and the words around what was searched for.</summary>
public sealed record FoundItem(PublishedItem Item, string Excerpt);

/// <summary>One published meeting with its versions.</summary>
public sealed record ReadPublishedMeeting(CommitteeMeetingId Meeting) : IQuery<PublishedRecord>;

/// <summary>
/// What is out now, and the record of earlier versions: when, and what was corrected (their text is no longer given).
/// </summary>
public sealed record PublishedRecord(
    PublishedMeeting Meeting,
    PublicationKind Kind,
    DateTimeOffset PublishedAt,
    string Hash,
    IReadOnlyList<PublishedVersion> Versions
)
{
    /// <summary>
    /// When what the public is given was last another: published, or something of it closed or opened.
    /// </summary>
    public DateTimeOffset ModifiedAt { get; init; }
}

/// <summary>One version of the agenda or the minutes.</summary>
public sealed record PublishedVersion(
    PublicationKind Kind,
    int Number,
    DateTimeOffset PublishedAt,
    string? Correction,
    string Hash
);

[Requires("committee.published.read")]
internal sealed class ListPublishedMeetingsHandler(VirkerContext db, PublicPapers papers, TimeProvider clock)
    : IUseCase<ListPublishedMeetings, PublishedMeetings>
{
    public async Task<Outcome<PublishedMeetings>> RunAsync(ListPublishedMeetings query, CancellationToken ct = default)
    {
        var all = await papers.AllAsync(query.Others, ct);
        var lines = all.Where(p => query.Committee is null || p.Meeting.Committee.Id == query.Committee)
            .Select(p => Line(p) with { Found = PaperSearch.Of(query.Words).In(p.Meeting) })
            .Where(l => string.IsNullOrWhiteSpace(query.Words) || l.Found.Count > 0);
        return new PublishedMeetings(
            [.. lines],
            [.. all.Select(p => p.Meeting.Committee).DistinctBy(c => c.Id).OrderBy(c => c.Name, StringComparer.Ordinal)]
        )
        {
            Planned =
                query.Others || !string.IsNullOrWhiteSpace(query.Words) ? [] : await PlannedAsync(query.Committee, ct),
        };
    }

    private static PublishedLine Line(PublicPaper paper) =>
        new(
            paper.Meeting.Id,
            paper.Meeting.Committee,
            paper.Meeting.HeldOn,
            paper.Kind,
            paper.PublishedAt,
            paper.Meeting.Items.Count
        )
        {
            StartsAt = paper.Meeting.StartsAt,
            EndsAt = paper.Meeting.EndsAt,
            Place = paper.Meeting.Place,
            Cancelled = paper.Meeting.Cancelled,
            ModifiedAt = paper.ModifiedAt,
            FirstPublishedAt = paper.FirstPublishedAt,
        };

    private async Task<IReadOnlyList<PlannedMeeting>> PlannedAsync(CommitteeId? only, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await (
            from meeting in db.Set<CommitteeMeetingRow>()
            join committee in db.Set<CommitteeRow>() on meeting.CommitteeId equals committee.Id
            where
                committee.Municipality == null
                && meeting.Origin == null
                && !meeting.AgendaOut
                && meeting.HeldOn >= today
                && (only == null || committee.Id == only)
            orderby meeting.HeldOn
            select new { meeting, committee }
        ).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new PlannedMeeting(
                r.meeting.Id,
                new(r.committee.Id, r.committee.Name, r.committee.Term, null),
                r.meeting.HeldOn,
                r.meeting.StartsAt,
                r.meeting.Place
            )
            {
                EndsAt = r.meeting.EndsAt,
                Cancelled = r.meeting.State == MeetingState.Cancelled ? r.meeting.CancelledBecause : null,
                AnnouncedAt =
                    r.meeting.AnnouncedAt ?? new(r.meeting.HeldOn.AddMonths(-1).ToDateTime(default), TimeSpan.Zero),
            }),
        ];
    }
}

[Requires("committee.published.read")]
internal sealed class ReadPublishedMeetingHandler(PublicPapers papers) : IUseCase<ReadPublishedMeeting, PublishedRecord>
{
    public async Task<Outcome<PublishedRecord>> RunAsync(ReadPublishedMeeting query, CancellationToken ct = default) =>
        await papers.OfAsync(query.Meeting, ct) is { } record ? record : Missing.Meeting;
}
