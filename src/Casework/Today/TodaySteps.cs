using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// How a citizen's plan stands: steps that are open, the oldest that should be finished, agreed and unread since,
/// answered by the citizen, and since when the citizen waits for an answer.
/// </summary>
internal sealed record TodayPlan(int Open, DateOnly? Ended, DateOnly? Unread, DateOnly? Answered, DateOnly? Unanswered);

[Part]
internal sealed class TodaySteps(VirkerContext db, TimeProvider clock)
{
    /// <summary>An answer that nobody has met in so many days is no longer new.</summary>
    private const int AnswersFor = 14;

    public async Task<IReadOnlyDictionary<CitizenId, TodayPlan>> ReadAsync(IQueryable<CitizenId> citizens, CancellationToken ct)
    {
        var today = clock.Today();
        var recently = clock.GetUtcNow().AddDays(-AnswersFor);
        var answers = (
            await db.Set<PlanStepRow>()
                .Where(s => s.AnsweredAt > recently && citizens.Contains(s.CitizenId))
                .GroupBy(s => s.CitizenId)
                .Select(g => new { Citizen = g.Key, Last = g.Max(s => s.AnsweredAt) })
                .ToListAsync(ct)
        ).ToDictionary(a => a.Citizen, a => a.Last!.Value.DanishDate());
        var steps = await db.Set<PlanStepRow>()
            .Where(s =>
                (
                    s.Status == PlanStepStatus.Proposed
                    || s.Status == PlanStepStatus.Planned
                    || s.Status == PlanStepStatus.UnderWay
                    || s.UnansweredAt != null
                )
                && (s.Shared || s.Area == Department.Employment)
                && citizens.Contains(s.CitizenId)
            )
            .Select(s => new
            {
                s.CitizenId,
                s.Status,
                s.Area,
                s.ToDay,
                s.AgreedAt,
                s.ReadAt,
                s.UnansweredAt,
            })
            .ToListAsync(ct);
        var (open, waiting) = (
            steps.Where(s => s.Status.IsOpen).ToLookup(s => s.CitizenId),
            steps
                .Where(s => s.UnansweredAt is not null && s.Area == Department.Employment)
                .ToLookup(s => s.CitizenId, s => s.UnansweredAt)
        );
        return steps
            .Select(s => s.CitizenId)
            .Union(answers.Keys)
            .ToDictionary(
                c => c,
                c => new TodayPlan(
                    open[c].Count(),
                    open[c].Where(s => s.ToDay < today).Min(s => s.ToDay),
                    open[c].Where(s => s.AgreedAt is not null && s.ReadAt is null).Min(s => s.AgreedAt)?.DanishDate(),
                    answers.TryGetValue(c, out var day) ? day : null,
                    waiting[c].Min()?.DanishDate()
                )
            );
    }
}
