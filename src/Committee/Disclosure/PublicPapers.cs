using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// What the public is given: the newest published version, less what is closed now. Whoever wants to know what the
/// public sees asks here, so that a page, a file, a search and a statement to the clerk can never differ.
/// </summary>
[Part]
internal sealed class PublicPapers(VirkerContext db, Disclosures disclosures)
{
    /// <summary>Null where nothing of the meeting is out.</summary>
    public async Task<PublishedRecord?> OfAsync(CommitteeMeetingId meeting, CancellationToken ct)
    {
        var rows = await db.Set<PublicationRow>().AsNoTracking().Where(p => p.MeetingId == meeting).ToListAsync(ct);
        if (rows.Find(r => r.IsCurrent) is not { } current) return null;
        var content = JsonSerializer.Deserialize<PublishedMeeting>(current.Content)!;
        var sight = await SightAsync([content], meeting, ct);
        var changed = await db.Set<CommitteeRow>()
            .Where(c => c.Id == current.CommitteeId)
            .Select(c => c.DisclosedAt)
            .SingleAsync(ct);
        return new PublishedRecord(
            sight.Of(content),
            current.Kind,
            current.PublishedAt,
            current.Hash,
            [
                .. rows.OrderByDescending(r => r.PublishedAt)
                    .ThenByDescending(r => r.Number)
                    .Select(r => new PublishedVersion(r.Kind, r.Number, r.PublishedAt, sight.Correction(r), r.Hash)),
            ]
        )
        {
            ModifiedAt = Later(current.PublishedAt, changed),
        };
    }

    /// <summary>
    /// All current ones of the municipality's own committees, or of others' papers; newest meeting first.
    /// </summary>
    public async Task<IReadOnlyList<PublicPaper>> AllAsync(bool others, CancellationToken ct)
    {
        var rows = await (from publication in db.Set<PublicationRow>().AsNoTracking()
                          join committee in db.Set<CommitteeRow>() on publication.CommitteeId equals committee.Id
                          where publication.IsCurrent && (committee.Municipality != null) == others
                          orderby publication.HeldOn descending, publication.PublishedAt descending
                          select new { publication, committee.DisclosedAt }).ToListAsync(ct);
        var contents = rows.Select(r => JsonSerializer.Deserialize<PublishedMeeting>(r.publication.Content)!).ToList();
        var sight = await SightAsync(contents, null, ct);
        var first = (
            await db.Set<PublicationRow>()
                .AsNoTracking()
                .Select(p => new { p.MeetingId, p.PublishedAt })
                .ToListAsync(ct)
        )
            .GroupBy(p => p.MeetingId)
            .ToDictionary(g => g.Key, g => g.Min(p => p.PublishedAt));
        return
        [
            .. rows.Zip(
                contents,
                (r, c) =>
                    new PublicPaper(
                        sight.Of(c),
                        r.publication.Kind,
                        r.publication.PublishedAt,
                        Later(r.publication.PublishedAt, r.DisclosedAt)
                    )
                    {
                        FirstPublishedAt = first[c.Id],
                    }
            ),
        ];
    }

    private static DateTimeOffset Later(DateTimeOffset published, DateTimeOffset? changed) =>
        changed > published ? changed.Value : published;

    /// <summary>What is open now of all that these hold. Of one meeting only its own rows are asked for.</summary>
    internal async Task<PublicSight> SightAsync(
        IReadOnlyList<PublishedMeeting> contents,
        CommitteeMeetingId? only,
        CancellationToken ct
    )
    {
        var items = db.Set<AgendaItemRow>()
            .AsNoTracking()
            .Where(i => i.IsOpen && (only == null || i.MeetingId == only));
        var open = await items.Select(i => i.Id).ToListAsync(ct);
        var published = contents.SelectMany(c => c.Items).ToList();
        var attachments = published.Exists(i => i.Attachments.Count > 0)
            ? await db.Set<AttachmentRow>()
                .AsNoTracking()
                .Where(a => a.IsOpen && items.Any(i => i.Id == a.ItemId))
                .Select(a => a.Id)
                .ToListAsync(ct)
            : [];
        var followUps = published
            .SelectMany(PublicSight.FollowUpsOf)
            .Select(f => f.Id)
            .OfType<FollowUpId>()
            .Distinct()
            .ToList();
        var derived =
            followUps.Count == 0
                ? []
                : await disclosures.DerivedAsync(db.Set<FollowUpRow>().Where(f => followUps.Contains(f.Id)), ct);
        return new(
            open.ToHashSet(),
            attachments.ToHashSet(),
            derived.Select(Disclosure.ToPublic.Of).OfType<FollowUpLine>().ToDictionary(f => f.Id)
        );
    }
}

/// <summary>A meeting as the public is given it now.</summary>
internal sealed record PublicPaper(
    PublishedMeeting Meeting,
    PublicationKind Kind,
    DateTimeOffset PublishedAt,
    DateTimeOffset ModifiedAt
)
{
    /// <summary>When anything of the meeting was first out.</summary>
    public DateTimeOffset FirstPublishedAt { get; init; }
}

/// <summary>What is open at this moment. What is not known to be open is not given.</summary>
internal sealed record PublicSight(
    IReadOnlySet<AgendaItemId> Items,
    IReadOnlySet<AttachmentId> Attachments,
    IReadOnlyDictionary<FollowUpId, FollowUpLine> FollowUps
)
{
    public static IEnumerable<PublishedFollowUp> FollowUpsOf(PublishedItem item) =>
        [.. item.FollowUps, .. item.Reported, .. item.Coming];

    public PublishedMeeting Of(PublishedMeeting meeting)
    {
        var open = meeting.Items.Where(i => Items.Contains(i.Id)).Select(Of).ToList();
        var closed = meeting
            .Closed.Where(c => !Items.Contains(c.Id))
            .Concat(meeting.Items.Where(i => !Items.Contains(i.Id)).Select(i => new ClosedItem(i.Id, i.Number)));
        return meeting with
        {
            Items = open,
            Closed = [.. closed.DistinctBy(c => c.Id).OrderBy(c => c.Number ?? int.MaxValue)],
        };
    }

    /// <summary>
    /// The clerk's words about a version are about its items: where one has been closed since, they are not told.
    /// </summary>
    public string? Correction(PublicationRow version) =>
        version.Correction is null
        || (version.ItemIds ?? "?")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(id => Guid.TryParse(id, out var item) && Items.Contains(AgendaItemId.From(item)))
            ? version.Correction
            : "Rettet. Hvad der er rettet, vises ikke, fordi et punkt i udgaven siden er lukket.";

    private PublishedItem Of(PublishedItem item) =>
        item with
        {
            Attachments = [.. item.Attachments.Where(a => Attachments.Contains(a.Id))],
            ClosedAttachments =
            [
                .. item
                    .ClosedAttachments.Concat(
                        item.Attachments.Where(a => !Attachments.Contains(a.Id)).Select(a => a.Number)
                    )
                    .Distinct()
                    .Order(),
            ],
            FollowUps = Of(item.FollowUps),
            Reported = Of(item.Reported),
            Coming = Of(item.Coming),
        };

    private IReadOnlyList<PublishedFollowUp> Of(IReadOnlyList<PublishedFollowUp> followUps) =>
    [
        .. followUps.Where(f => f.Id is { } id && FollowUps.ContainsKey(id))
            .Select(f => FollowUps[f.Id!.Value].AnswerIsOpen ? f : f with { Report = null }),
    ];
}
