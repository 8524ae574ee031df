using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What one of the caller's own reminders was about is done, or need not be done any more.</summary>
public sealed record CloseReminder(CitizenId Citizen, Guid Reminder) : ICommand<Done>, IAboutCitizen;

[Requires("casework.day.see", Purpose = "Overblik over dagens arbejde")]
internal sealed class CloseReminderHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<CloseReminder, Done>
{
    public async Task<Outcome<Done>> RunAsync(CloseReminder command, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        if (
            await db.Set<ReminderRow>()
                .FirstOrDefaultAsync(
                    r => r.Id == command.Reminder && r.UserId == user && r.CitizenId == command.Citizen,
                    ct
                )
            is not { } reminder
        )
            return Refusal.NotFound("reminder.not-found", "Påmindelsen findes ikke mere.");
        if (reminder.DoneAt is not null) return Done.It;
        reminder.DoneAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
