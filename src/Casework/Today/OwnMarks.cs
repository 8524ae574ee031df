using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What the one who asks has put on the list themselves: reminders and colours, and nobody else sees them.
/// </summary>
[Part]
internal sealed class OwnMarks(VirkerContext db, CurrentActor actor, TimeProvider clock)
{
    public async Task<IReadOnlyList<TodayCase>> PutOnAsync(IReadOnlyCollection<TodayCase> cases, CancellationToken ct)
    {
        var user = actor.Value.User;
        var reminders = new Dictionary<CitizenId, (DateOnly On, string Text)>();
        foreach (
            var r in await db.Set<ReminderRow>()
                .AsNoTracking()
                .Where(r => r.UserId == user && r.DoneAt == null)
                .OrderByDescending(r => r.OnDay)
                .ToListAsync(ct)
        )
            reminders[r.CitizenId] = (r.OnDay, r.Text);
        var colours = await db.Set<CaseMarkRow>()
            .Where(m => m.UserId == user)
            .ToDictionaryAsync(m => m.CitizenId, m => m.Colour, ct);
        return reminders.Count + colours.Count == 0
            ? [.. cases]
            : [.. cases.Select(c => Marked(c, reminders, colours, clock.Today()))];
    }

    private static TodayCase Marked(
        TodayCase c,
        IReadOnlyDictionary<CitizenId, (DateOnly On, string Text)> reminders,
        IReadOnlyDictionary<CitizenId, MarkColour> colours,
        DateOnly today
    )
    {
        var marked = colours.TryGetValue(c.Citizen, out var colour) ? c with { Colour = colour } : c;
        if (!reminders.TryGetValue(c.Citizen, out var first)) return marked;
        var state = c.State with { Reminder = first };
        return marked with { State = state, Reasons = WorkReasons.Of(state, today) };
    }
}
