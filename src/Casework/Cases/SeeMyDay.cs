using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What waits for the one who asks: their conversations in the coming week, and how their caseload stands.
/// </summary>
public sealed record SeeMyDay : IQuery<MyDay>;

/// <summary><paramref name="WithoutMeeting"/>: running cases of the caller's own with no conversation ahead.</summary>
public sealed record MyDay(IReadOnlyList<MyMeeting> Meetings, int Cases, int WithoutMeeting) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Meetings.Select(m => m.Citizen);
}

public sealed record MyMeeting(
    MeetingId Id,
    CitizenId Citizen,
    string Name,
    DateTimeOffset At,
    MeetingKind Kind,
    MeetingChannel Channel
);

[Requires("casework.day.see", Purpose = "Overblik over dagens samtaler")]
internal sealed class SeeMyDayHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SeeMyDay, MyDay>
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    public async Task<Outcome<MyDay>> RunAsync(SeeMyDay query, CancellationToken ct = default)
    {
        var (user, today) = (actor.Value.User, clock.Today());
        var start = today.DanishStart();
        var end = start + Ahead;
        var away = await directory.AwayForAsync(user, today, ct);
        var meetings = await (
            from m in db.Set<MeetingRow>()
            where
                (m.WorkerId == user || (m.WorkerId != null && away.Contains(m.WorkerId.Value)))
                && m.Status == MeetingStatus.Planned
                && m.At >= start
                && m.At < end
            join citizen in db.Set<CitizenRow>() on m.CitizenId equals citizen.Id
            orderby m.At
            select new MyMeeting(
                m.Id,
                m.CitizenId,
                citizen.GivenName + " " + citizen.FamilyName,
                m.At,
                m.Kind,
                m.Channel
            )
        ).ToListAsync(ct);
        var own = db.Set<CaseRow>().Where(c => c.Closed == null && c.WorkerId == user);
        var without = own.Where(c => !db.Set<MeetingRow>().Ahead(today).Any(m => m.CitizenId == c.CitizenId));
        return new MyDay(meetings, await own.CountAsync(ct), await without.CountAsync(ct));
    }
}
