using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The caller's own open times and absences ahead, each time with whether it is taken; who by is not told here.
/// </summary>
public sealed record SeeOwnSlots : IQuery<OwnSlots>;

public sealed record OwnSlots(IReadOnlyList<OwnSlot> Slots, IReadOnlyList<OwnAbsence> Absences);

public sealed record OwnSlot(SlotId Id, DateTimeOffset At, int Minutes, MeetingKind? Kind, bool Taken);

public sealed record OwnAbsence(Guid Id, DateTimeOffset From, DateTimeOffset To, string Reason);

[Requires("casework.slot.open")]
internal sealed class SeeOwnSlotsHandler(
    VirkerContext db,
    IOfficeCalendar calendar,
    IAbsences absences,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SeeOwnSlots, OwnSlots>
{
    public async Task<Outcome<OwnSlots>> RunAsync(SeeOwnSlots query, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user) return new OwnSlots([], []);
        var now = clock.GetUtcNow();
        var slots = await db.Set<SlotRow>()
            .Where(s => s.WorkerId == user && s.At > now)
            .OrderBy(s => s.At)
            .Select(s => new
            {
                s.Id,
                s.At,
                s.Minutes,
                s.Kind,
            })
            .ToListAsync(ct);
        var taken = await calendar.TakenAsync(
            [user.Value],
            now.AddMinutes(-CalendarGrain.Minutes),
            slots.Count == 0 ? now : slots[^1].At.AddMinutes(slots[^1].Minutes),
            ct
        );
        return new OwnSlots(
            [
                .. slots.Select(s => new OwnSlot(
                    s.Id,
                    s.At,
                    s.Minutes,
                    s.Kind,
                    CalendarGrain.Quarters(s.At, s.Minutes).Any(at => taken.Contains((user.Value, at.UtcTicks)))
                )),
            ],
            [
                .. (await absences.FromAsync(now, user, ct)).Select(a => new OwnAbsence(a.Id, a.From, a.To, a.Reason)),
            ]
        );
    }
}
