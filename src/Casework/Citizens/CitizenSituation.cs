using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Where a citizen stands now, in one look: since last time in three lines, the course, the plan's goal and open steps,
/// what is known about the way to work, and the refund ladder's week (null where it is not known, with <paramref
/// name="LadderWhy"/> saying why).
/// </summary>
public sealed record CitizenSituation(
    IReadOnlyList<string> Since,
    ContactCourse? Course,
    string? Goal,
    IReadOnlyList<PlanStep> Steps,
    IReadOnlyList<ProfileItem> Profile,
    RefundPlace? Ladder,
    string? LadderWhy,
    HoldNow? Hold
);

/// <summary>The week on the refund ladder and what the state refunds in it.</summary>
public sealed record RefundPlace(int Week, int Percent);

public sealed record HoldNow(HoldReason Reason, string Note, DateOnly Until, string MadeBy);

/// <summary>Reads a citizen's situation for the pages that show it.</summary>
[Part]
internal sealed class SituationReader(
    VirkerContext db,
    CaseStanding standing,
    ILawInForce law,
    TimeProvider clock
)
{
    /// <param name="benefits">All that the citizen has had, by first day.</param>
    public async Task<CitizenSituation> ReadAsync(
        CitizenId citizen,
        IReadOnlyList<BenefitSpellRow> benefits,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        var (since, course, steps) = await standing.ReadAsync(citizen, clock.GetUtcNow(), ct);
        var goal = await db.Set<MyPlanGoalRow>()
            .Where(g => g.CitizenId == citizen && g.ToDay == null)
            .OrderByDescending(g => g.FromDay)
            .Select(g => g.Text)
            .FirstOrDefaultAsync(ct);
        var profile = await db.Set<ProfileItemRow>()
            .Where(i => i.CitizenId == citizen && i.EndedAt == null)
            .OrderBy(i => i.Kind)
            .ThenBy(i => i.MadeAt)
            .Select(i => new ProfileItem(i.Id, i.Kind, i.Text, i.MadeAt, i.MadeBy))
            .ToListAsync(ct);
        var hold = await db.Set<CaseHoldRow>()
            .Where(h => h.CitizenId == citizen && h.LiftedAt == null && h.UntilDay > today)
            .OrderByDescending(h => h.MadeAt)
            .Select(h => new HoldNow(h.Reason, h.Note, h.UntilDay, h.MadeBy))
            .FirstOrDefaultAsync(ct);
        var ladder = Ladder(await law.ReadAsync(ct), benefits, today);
        return new(
            since,
            course,
            goal,
            steps,
            profile,
            ladder.IsRefused ? null : ladder.Value,
            ladder.Refusal?.Text,
            hold
        );
    }

    /// <summary>The target group of today by its name; null without one.</summary>
    public async Task<string?> TargetGroupAsync(CitizenId citizen, CancellationToken ct)
    {
        var spell = await db.Set<TargetGroupSpellRow>()
            .AsNoTracking()
            .On(clock.Today())
            .Where(s => s.CitizenId == citizen)
            .OrderByDescending(s => s.FromDay)
            .FirstOrDefaultAsync(ct);
        return spell is null ? null : CodeList.TargetGroups.Label(spell.TargetGroup, spell.FromDay);
    }

    /// <summary>Asked for the Monday of this week, each spell widened to whole weeks as they are paid.</summary>
    internal static Outcome<RefundPlace> Ladder(Lawbook law, IReadOnlyList<BenefitSpellRow> spells, DateOnly today)
    {
        var monday = Monday(today);
        List<RefundWeek.Support> periods =
        [
            .. spells.Select(s => new RefundWeek.Support(
                Benefit.OnRefundLadder.Contains(s.Benefit) ? "benefit" : "wage-subsidy",
                Monday(s.FromDay),
                Monday(s.ToDay is { } to && to < today ? to : today).AddDays(6)
            )),
        ];
        if (!periods.Any(p => p.Kind == "benefit" && p.From <= monday && p.To >= monday))
            return new Refusal("ladder.no-benefit", "Borgeren er ikke på en ydelse på refusionstrappen i denne uge.");
        return law.Answer(new RefundWeek(), new(periods), monday)
            .Match<Outcome<RefundPlace>>(
                found => new RefundPlace(found.Answer.Week, found.Answer.Percent),
                refusal => refusal
            );
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
