using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Whether a citizen waits for an earlier time, their place in the row of those who wait for the same worker, and what
/// has been offered.
/// </summary>
public sealed record SeeWaiting(CitizenId Citizen) : IQuery<WaitingView>, IAboutCitizen;

public sealed record WaitingView(IReadOnlyList<WaitingMeeting> Meetings);

/// <summary><paramref name="Place"/>: null does not wait.</summary>
public sealed record WaitingMeeting(
    MeetingId Meeting,
    DateTimeOffset At,
    int? Place,
    DateTimeOffset? Since,
    IReadOnlyList<OfferedTime> Offers
);

public sealed record OfferedTime(DateTimeOffset At, OfferState State, DateTimeOffset EndsAt);

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class SeeWaitingHandler(VirkerContext db, TimeProvider clock) : IUseCase<SeeWaiting, WaitingView>
{
    public async Task<Outcome<WaitingView>> RunAsync(SeeWaiting query, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var meetings = await db.Set<MeetingRow>()
            .Where(m =>
                m.CitizenId == query.Citizen && m.Status == MeetingStatus.Planned && m.At > now && m.WorkerId != null
            )
            .OrderBy(m => m.At)
            .ToListAsync(ct);
        var shown = new List<WaitingMeeting>();
        foreach (var meeting in meetings)
        {
            var waiting = await db.Set<WaitingRow>()
                .FirstOrDefaultAsync(w => w.MeetingId == meeting.Id && w.LeftAt == null, ct);
            int? place = waiting is null
                ? null
                : 1
                    + await (
                        from w in db.Set<WaitingRow>()
                        where w.LeftAt == null && w.JoinedAt < waiting.JoinedAt
                        join m in db.Set<MeetingRow>() on w.MeetingId equals m.Id
                        where m.WorkerId == meeting.WorkerId
                        select w
                    ).CountAsync(ct);
            var offers = await (
                from w in db.Set<WaitingRow>()
                where w.MeetingId == meeting.Id
                join o in db.Set<SlotOfferRow>() on w.Id equals o.WaitingId
                orderby o.MadeAt descending
                select new OfferedTime(o.At, o.State, o.EndsAt)
            ).ToListAsync(ct);
            shown.Add(new(meeting.Id, meeting.At, place, waiting?.JoinedAt, offers));
        }

        return new WaitingView(shown);
    }
}
