using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Close an open time in one's own calendar that nobody has taken and nobody is being offered.</summary>
public sealed record CloseSlot(SlotId Slot) : ICommand<SlotClosed>;

public sealed record SlotClosed(DateTimeOffset At);

[Requires("casework.slot.open")]
internal sealed class CloseSlotHandler(VirkerContext db, IOfficeCalendar calendar, CurrentActor actor)
    : IUseCase<CloseSlot, SlotClosed>
{
    public async Task<Outcome<SlotClosed>> RunAsync(CloseSlot command, CancellationToken ct = default)
    {
        if (
            actor.Value.User is not { } user
            || await db.Set<SlotRow>().FirstOrDefaultAsync(s => s.Id == command.Slot && s.WorkerId == user, ct)
                is not { } slot
        )
            return Refusal.NotFound("slot.not-found", "Tiden er ikke åben længere.", field: nameof(command.Slot));
        var end = slot.At.AddMinutes(slot.Minutes);
        var first = CalendarGrain.Quarters(slot.At, slot.Minutes).First();
        if ((await calendar.TakenAsync([user.Value], first, end, ct)).Count > 0)
            return new Refusal(
                "slot.taken",
                "Tiden er optaget. Flyt eller aflys samtalen først.",
                Field: nameof(command.Slot)
            );
        if (
            await db.Set<SlotOfferRow>()
                .AnyAsync(o => o.WorkerId == user && o.At == slot.At && o.State == OfferState.Offered, ct)
        )
            return new Refusal(
                "slot.offered",
                "Tiden er tilbudt en borger på ventelisten. Vent på svaret.",
                Field: nameof(command.Slot)
            );
        db.Remove(slot);
        await db.SaveChangesAsync(ct);
        return new SlotClosed(slot.At);
    }
}
