using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What one worker had noted to remember of a citizen goes with the case to the next.</summary>
internal sealed class RemindersFollow(VirkerContext db, TimeProvider clock) : IHandle<CaseWorkerChanged>
{
    public async Task<Outcome<Done>> HandleAsync(CaseWorkerChanged news, CancellationToken ct = default)
    {
        if (news.Before is not { } old || old == news.Worker) return Done.It;
        var reminders = await db.Set<ReminderRow>()
            .Where(r => r.UserId == old && r.CitizenId == news.Citizen && r.DoneAt == null)
            .ToListAsync(ct);
        db.AddRange(
            reminders.Select(r => new ReminderRow
            {
                Id = Guid.NewGuid(),
                UserId = news.Worker,
                CitizenId = r.CitizenId,
                OnDay = r.OnDay,
                Text = r.Text,
            })
        );
        foreach (var reminder in reminders)
            reminder.DoneAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
