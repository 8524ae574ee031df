using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A citizen's plan as a board: every step, the goals through time, and the hours that the open steps fill in a week.
/// </summary>
public sealed record SeeMyPlan(CitizenId Citizen) : IQuery<PlanBoard>, IAboutCitizen;

public sealed record PlanBoard(string Name, IReadOnlyList<PlanGoal> Goals, IReadOnlyList<PlanStep> Steps)
{
    /// <summary>Hours a week by kind of step, of those that are planned or under way; the sum is the board's.</summary>
    public IReadOnlyList<(PlanStepKind Kind, decimal Hours)> Hours =>
        PlanHours.Of(Steps.Select(s => (s.Kind, s.Status, s.HoursPerWeek)));

    /// <summary>
    /// Teams of other departments that take part. What one helps with is for itself and the jobcenter.
    /// </summary>
    public IReadOnlyList<PlanPartner> Partners { get; init; } = [];

    /// <summary>Teams of other departments that do not take part yet.</summary>
    public IReadOnlyList<(TeamId Id, string Name)> MayJoin { get; init; } = [];

    /// <summary>The departments that the one who asks speaks for.</summary>
    public IReadOnlyList<Department> Own { get; init; } = [];

    /// <summary>Steps that other departments keep to themselves and the citizen.</summary>
    public int Kept { get; init; }
}

internal static class PlanHours
{
    public static IReadOnlyList<(PlanStepKind Kind, decimal Hours)> Of(
        IEnumerable<(PlanStepKind Kind, PlanStepStatus Status, decimal? Hours)> steps
    ) =>
        [
            .. steps
                .Where(s => (s.Status == PlanStepStatus.Planned || s.Status == PlanStepStatus.UnderWay) && s.Hours > 0)
                .GroupBy(s => s.Kind)
                .Select(g => (g.Key, g.Sum(s => s.Hours ?? 0))),
        ];
}

/// <summary>What a citizen works towards; an earlier goal stays with the day it ended.</summary>
public sealed record PlanGoal(string Text, DateOnly From, DateOnly? To, string MadeBy);

[Requires("casework.plan.see")]
internal sealed class SeeMyPlanHandler(VirkerContext db, PlanSteps plan, PlanSight sight, IStaffDirectory directory)
    : IUseCase<SeeMyPlan, PlanBoard>
{
    public async Task<Outcome<PlanBoard>> RunAsync(SeeMyPlan query, CancellationToken ct = default)
    {
        var name = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        if (name is null)
            return CitizenRefusals.NotFound;
        var goals = await db.Set<MyPlanGoalRow>()
            .Where(g => g.CitizenId == query.Citizen)
            .OrderByDescending(g => g.FromDay)
            .Select(g => new PlanGoal(g.Text, g.FromDay, g.ToDay, g.MadeBy))
            .ToListAsync(ct);
        var steps = await plan.ReadAsync(query.Citizen, openOnly: false, ct);
        var all = await db.Set<PlanStepRow>().CountAsync(s => s.CitizenId == query.Citizen, ct);
        var own = await sight.DepartmentsAsync(ct);
        var teams = (await directory.ReadAsync(ct)).OfOthers();
        var rows = await db.Set<PlanPartnerRow>()
            .Where(p => p.CitizenId == query.Citizen && p.EndedAt == null)
            .ToListAsync(ct);
        var partners = rows.Join(teams, p => p.TeamId, t => t.Id, (p, t) => Partner(p, t, own)).ToList();
        return new PlanBoard(name, goals, steps)
        {
            Partners = partners,
            Own = own,
            Kept = all - steps.Count,
            MayJoin = NotIn(partners, teams),
        };
    }

    private static IReadOnlyList<(TeamId, string)> NotIn(List<PlanPartner> partners, IEnumerable<StaffTeam> teams) =>
        [
            .. teams
                .Where(t => partners.All(p => p.Team != t.Id))
                .OrderBy(t => t.Name, StringComparer.Ordinal)
                .Select(t => (t.Id, t.Name)),
        ];

    private static PlanPartner Partner(PlanPartnerRow row, StaffTeam team, IReadOnlyList<Department> own) =>
        new(
            row.Id,
            row.TeamId,
            team.Name,
            team.Department!,
            own.Contains(Department.Employment) || own.Contains(team.Department!) ? row.Purpose : "",
            row.ConsentOn,
            row.AddedBy
        );
}
