using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The caller's own week from a Monday on: conversations, also those of colleagues whom they cover, with whom, how and
/// where.
/// </summary>
public sealed record SeeOwnCalendar(DateOnly Monday) : IQuery<OwnCalendar>;

public sealed record OwnCalendar(IReadOnlyList<OwnEntry> Entries) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Entries.Select(e => e.Citizen).Distinct();
}

/// <summary><paramref name="For"/>: the colleague whom the conversation is with, where one covers.</summary>
public sealed record OwnEntry(
    MeetingId Id,
    CitizenId Citizen,
    string Name,
    DateTimeOffset At,
    int Minutes,
    MeetingKind Kind,
    MeetingChannel Channel,
    MeetingStatus Status,
    string? Room,
    string? For
);

[Requires("casework.day.see", Purpose = "Overblik over egne samtaler")]
internal sealed class SeeOwnCalendarHandler(
    VirkerContext db,
    ICovers covers,
    IStaffDirectory directory,
    CurrentActor actor
) : IUseCase<SeeOwnCalendar, OwnCalendar>
{
    public async Task<Outcome<OwnCalendar>> RunAsync(SeeOwnCalendar query, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        var (from, to) = (
            query.Monday.DanishStart(),
            query.Monday.AddDays(7).DanishStart()
        );
        var covered = (await covers.BetweenAsync(query.Monday, query.Monday.AddDays(6), ct))
            .Where(c => c.By == user)
            .ToList();
        var (away, staff) = (covered.ConvertAll(c => c.Worker), await directory.ReadAsync(ct));
        var found = await (
            from m in db.Set<MeetingRow>()
            where
                m.At >= @from
                && m.At < to
                && (m.WorkerId == user || away.Contains(m.WorkerId!.Value))
                && (
                    m.Status == MeetingStatus.Planned
                    || m.Status == MeetingStatus.Held
                    || m.Status == MeetingStatus.Missed
                )
            join citizen in db.Set<CitizenRow>() on m.CitizenId equals citizen.Id
            orderby m.At
            select new
            {
                m.Id,
                m.CitizenId,
                Name = citizen.GivenName + " " + citizen.FamilyName,
                m.At,
                m.Minutes,
                m.Kind,
                m.Channel,
                m.Status,
                m.WorkerId,
                m.RoomId,
            }
        ).ToListAsync(ct);
        return new OwnCalendar([
            .. found
                .Where(f =>
                    f.WorkerId == user
                    || covered.Any(c =>
                        c.Worker == f.WorkerId && c.From <= f.At.DanishDate() && c.To >= f.At.DanishDate()
                    )
                )
                .Select(f => new OwnEntry(
                    f.Id,
                    f.CitizenId,
                    f.Name,
                    f.At,
                    f.Minutes,
                    f.Kind,
                    f.Channel,
                    f.Status,
                    staff.NameOf(f.RoomId),
                    f.WorkerId == user ? null : staff.NameOf(f.WorkerId)
                )),
        ]);
    }
}
