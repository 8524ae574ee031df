using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A worker's secret calendar address (kalenderadresse), kept only as a hash.</summary>
[Table("calendar_feeds")]
internal sealed class CalendarFeedRow : IVersioned
{
    [Key]
    public UserId UserId { get; init; }

    [Secret]
    public byte[] LinkIndex { get; set; } = [];

    public DateTimeOffset MadeAt { get; set; }

    public int Version { get; private set; } = 1;
}

/// <summary>
/// Make the caller's own calendar address; one that was there stops working. With <paramref name="Revoke"/> it only
/// stops.
/// </summary>
public sealed record MakeCalendarFeed(bool Revoke = false) : ICommand<CalendarFeedMade>;

/// <summary><paramref name="Link"/>: shown this once and kept nowhere; null was revoked.</summary>
public sealed record CalendarFeedMade(string? Link);

[Requires("casework.slot.open")]
internal sealed class MakeCalendarFeedHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    IErasures erasures,
    TimeProvider clock
) : IUseCase<MakeCalendarFeed, CalendarFeedMade>
{
    public async Task<Outcome<CalendarFeedMade>> RunAsync(MakeCalendarFeed command, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user || (await directory.ReadAsync(ct)).Member(user) is null)
            return new Refusal("feed.no-worker", "Du står ikke i et team og har derfor ingen kalender.");
        var row = await db.Set<CalendarFeedRow>().FirstOrDefaultAsync(f => f.UserId == user, ct);
        if (row is not null) erasures.Note("calendar_feeds", "link_index", row.LinkIndex, "Kalenderadressen er lukket");
        var link = command.Revoke ? null : PersonalLinks.Draw();
        if (link is null)
        {
            if (row is not null) db.Remove(row);
        }
        else if (row is null)
            db.Add(
                new CalendarFeedRow
                {
                    UserId = user,
                    LinkIndex = PersonalLinks.IndexOf(link),
                    MadeAt = clock.GetUtcNow(),
                }
            );
        else
            (row.LinkIndex, row.MadeAt) = (PersonalLinks.IndexOf(link), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new CalendarFeedMade(link);
    }
}

/// <summary>Whether the caller has a calendar address, and since when.</summary>
public sealed record SeeCalendarFeed : IQuery<CalendarFeedState>;

public sealed record CalendarFeedState(DateTimeOffset? Since);

[Requires("casework.slot.open")]
internal sealed class SeeCalendarFeedHandler(VirkerContext db, CurrentActor actor)
    : IUseCase<SeeCalendarFeed, CalendarFeedState>
{
    public async Task<Outcome<CalendarFeedState>> RunAsync(SeeCalendarFeed query, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        return new CalendarFeedState(
            await db.Set<CalendarFeedRow>()
                .Where(f => f.UserId == user)
                .Select(f => (DateTimeOffset?)f.MadeAt)
                .FirstOrDefaultAsync(ct)
        );
    }
}

/// <summary>
/// What the secret address answers: the worker's conversations and absences, without a word of who or what about. A
/// calendar programme asks without signing in, so nothing of a citizen may stand there; the number of the conversation
/// leads on for who may see it.
/// </summary>
public sealed record ReadCalendarFeed(string Link) : IQuery<CalendarEntries>;

public sealed record CalendarEntries(IReadOnlyList<CalendarEntry> Entries);

/// <summary>One time in a calendar. <paramref name="Cancelled"/>: it stood there and no longer holds.</summary>
public sealed record CalendarEntry(
    Guid Id,
    DateTimeOffset From,
    DateTimeOffset To,
    bool IsAbsence,
    MeetingChannel? Channel,
    string? Place,
    bool Cancelled,
    int Version
);

[Requires("casework.link.use")]
internal sealed class ReadCalendarFeedHandler(
    VirkerContext db,
    IStaffDirectory directory,
    IAbsences absences,
    TimeProvider clock
) : IUseCase<ReadCalendarFeed, CalendarEntries>
{
    private const int DaysBack = 30;

    public async Task<Outcome<CalendarEntries>> RunAsync(ReadCalendarFeed query, CancellationToken ct = default)
    {
        var index = PersonalLinks.IndexOf(query.Link);
        if (
            await db.Set<CalendarFeedRow>()
                .Where(f => f.LinkIndex == index)
                .Select(f => (UserId?)f.UserId)
                .FirstOrDefaultAsync(ct)
            is not { } user
        )
            return Refusal.NotFound("feed.not-found", "Kalenderadressen virker ikke.");
        var since = clock.GetUtcNow().AddDays(-DaysBack);
        var meetings = await (
            from m in db.Set<MeetingRow>()
            where m.WorkerId == user && m.At >= since
            orderby m.At
            select new
            {
                m.Id,
                m.At,
                m.Minutes,
                m.Channel,
                m.Status,
                m.Version,
                m.RoomId,
            }
        ).ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        var away = await absences.FromAsync(since, user, ct);
        return new CalendarEntries([
            .. meetings.Select(m => new CalendarEntry(
                m.Id.Value,
                m.At,
                m.At.AddMinutes(m.Minutes),
                false,
                m.Channel,
                staff.NameOf(m.RoomId),
                m.Status != MeetingStatus.Planned && m.Status != MeetingStatus.Held,
                m.Version
            )),
            .. away.Select(a => new CalendarEntry(a.Id, a.From, a.To, true, null, null, false, a.Version)),
        ]);
    }
}
