using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>The published meetings, newest first; read from what was published and nothing else.</summary>
public sealed record ListPublishedMeetings(CommitteeId? Committee = null, string? Words = null) : IQuery;

/// <summary>The list, and the committees that have published.</summary>
public sealed record PublishedMeetings(IReadOnlyList<PublishedLine> Meetings, IReadOnlyList<PublishedCommittee> Committees);

/// <summary>One published meeting in the list.</summary>
public sealed record PublishedLine(CommitteeMeetingId Meeting, PublishedCommittee Committee, DateOnly HeldOn, PublicationKind Kind, DateTimeOffset PublishedAt, int Items)
{
    public string? StartsAt { get; init; }

    public string? Place { get; init; }

    public string? Cancelled { get; init; }

    /// <summary>The items whose words were searched for.</summary>
    public IReadOnlyList<PublishedItem> Found { get; init; } = [];
}

/// <summary>One published meeting with its versions.</summary>
public sealed record ReadPublishedMeeting(CommitteeMeetingId Meeting) : IQuery;

/// <summary>What is out now, and the record of earlier versions: when, and what was corrected (their text is no longer given).</summary>
public sealed record PublishedRecord(PublishedMeeting Meeting, PublicationKind Kind, DateTimeOffset PublishedAt, string Hash, IReadOnlyList<PublishedVersion> Versions);

/// <summary>One version of the agenda or the minutes.</summary>
public sealed record PublishedVersion(PublicationKind Kind, int Number, DateTimeOffset PublishedAt, string? Correction, string Hash);

[Requires("committee.published.read")]
internal sealed class ListPublishedMeetingsHandler(VirkerContext db) : IUseCase<ListPublishedMeetings, PublishedMeetings>
{
    public async Task<Outcome<PublishedMeetings>> RunAsync(ListPublishedMeetings query, CancellationToken ct = default)
    {
        var rows = await db.Set<PublicationRow>().AsNoTracking().Where(p => p.IsCurrent).OrderByDescending(p => p.HeldOn).ToListAsync(ct);
        var all = rows.Select(r => (row: r, meeting: JsonSerializer.Deserialize<PublishedMeeting>(r.Content)!)).ToList();
        var lines = all.Where(p => query.Committee is null || p.row.CommitteeId == query.Committee)
            .Select(p => Line(p.row, p.meeting) with { Found = Found(p.meeting, query.Words) })
            .Where(l => string.IsNullOrWhiteSpace(query.Words) || l.Found.Count > 0);
        return new PublishedMeetings([.. lines], [.. all.Select(p => p.meeting.Committee).DistinctBy(c => c.Id).OrderBy(c => c.Name, StringComparer.Ordinal)]);
    }

    private static PublishedLine Line(PublicationRow row, PublishedMeeting meeting) =>
        new(row.MeetingId, meeting.Committee, row.HeldOn, row.Kind, row.PublishedAt, meeting.Items.Count) { StartsAt = meeting.StartsAt, Place = meeting.Place, Cancelled = meeting.Cancelled };

    private static IReadOnlyList<PublishedItem> Found(PublishedMeeting meeting, string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return [];
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. meeting.Items.Where(i => Array.TrueForAll(wanted, w => Words(i).Any(text => text.Contains(w, StringComparison.CurrentCultureIgnoreCase))))];
    }

    private static IEnumerable<string> Words(PublishedItem item) =>
        [item.Title, item.CaseNumber ?? "", item.Kle ?? "", .. item.Sections.Select(s => s.Text), .. item.Decisions.SelectMany(d => d.Paragraphs), .. item.Attachments.Select(a => a.Title)];
}

[Requires("committee.published.read")]
internal sealed class ReadPublishedMeetingHandler(VirkerContext db) : IUseCase<ReadPublishedMeeting, PublishedRecord>
{
    public async Task<Outcome<PublishedRecord>> RunAsync(ReadPublishedMeeting query, CancellationToken ct = default)
    {
        var rows = await db.Set<PublicationRow>().AsNoTracking().Where(p => p.MeetingId == query.Meeting).ToListAsync(ct);
        if (rows.Find(r => r.IsCurrent) is not { } current) return Missing.Meeting;
        return new PublishedRecord(JsonSerializer.Deserialize<PublishedMeeting>(current.Content)!, current.Kind, current.PublishedAt, current.Hash,
            [.. rows.OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Number).Select(r => new PublishedVersion(r.Kind, r.Number, r.PublishedAt, r.Correction, r.Hash))]);
    }
}
