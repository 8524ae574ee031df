using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A citizen's plan as a board: every step, the goals through time, and the hours that the open steps fill in a week.</summary>
public sealed record SeePlan(CitizenId Citizen) : IQuery, IAboutCitizen;

public sealed record PlanBoard(string Name, IReadOnlyList<PlanGoal> Goals, IReadOnlyList<PlanStep> Steps)
{
    /// <summary>Hours a week by kind of step, of those that are planned or under way; the sum is the board's.</summary>
    public IReadOnlyList<(string Kind, int Hours)> Hours => [.. Steps.Where(s => s.Status is PlanStepStatus.Planned or PlanStepStatus.UnderWay && s.HoursPerWeek > 0).GroupBy(s => s.Kind).Select(g => (g.Key, g.Sum(s => s.HoursPerWeek ?? 0)))];
}

/// <summary>What a citizen works towards; an earlier goal stays with the day it ended.</summary>
public sealed record PlanGoal(string Text, DateOnly From, DateOnly? To, string MadeBy);

[Requires("casework.plan.see")]
internal sealed class SeePlanHandler(VirkerContext db, PlanSteps plan) : IUseCase<SeePlan, PlanBoard>
{
    public async Task<Outcome<PlanBoard>> RunAsync(SeePlan query, CancellationToken ct = default)
    {
        var name = await db.Set<CitizenRow>().Where(c => c.Id == query.Citizen).Select(c => c.GivenName + " " + c.FamilyName).FirstOrDefaultAsync(ct);
        if (name is null) return new Refusal("citizen.not-found", "Borgeren findes ikke.");
        var goals = await db.Set<PlanGoalRow>().Where(g => g.CitizenId == query.Citizen).OrderByDescending(g => g.FromDay).Select(g => new PlanGoal(g.Text, g.FromDay, g.ToDay, g.MadeBy)).ToListAsync(ct);
        return new PlanBoard(name, goals, await plan.ReadAsync(query.Citizen, openOnly: false, ct));
    }
}
