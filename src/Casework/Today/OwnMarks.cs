using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What the one who asks has put on the list themselves: reminders and colours, and nobody else sees them.</summary>
internal sealed class OwnMarks(VirkerContext db, CurrentActor actor, TimeProvider clock)
{
    public async Task<IReadOnlyList<TodayCase>> PutOnAsync(IReadOnlyCollection<TodayCase> cases, CancellationToken ct)
    {
        var (user, today) = (actor.Value.User, clock.Today());
        var reminders = (await db.Set<ReminderRow>().Where(r => r.UserId == user && r.DoneAt == null).OrderBy(r => r.OnDay).Select(r => new { r.CitizenId, r.OnDay, r.Text }).ToListAsync(ct)).ToLookup(r => r.CitizenId);
        var colours = await db.Set<CaseMarkRow>().Where(m => m.UserId == user).ToDictionaryAsync(m => m.CitizenId, m => m.Colour, ct);
        if (reminders.Count == 0 && colours.Count == 0) return [.. cases];
        return [.. cases.Select(c =>
        {
            var marked = colours.TryGetValue(c.Citizen, out var colour) ? c with { Colour = colour } : c;
            if (reminders[c.Citizen].FirstOrDefault() is not { } first) return marked;
            var state = c.State with { Reminder = (first.OnDay, first.Text) };
            return marked with { State = state, Reasons = WorkReasons.Of(state, today) };
        })];
    }
}
