using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A team of another department takes part in a citizen's plan from now on. The citizen has consented, and the day is
/// noted.
/// </summary>
public sealed record AddPlanPartner(CitizenId Citizen, TeamId Team, string Purpose, DateOnly ConsentOn)
    : ICommand<PlanPartner>,
        IAboutCitizen;

/// <summary>A team that takes part in a plan, for what, and since when.</summary>
public sealed record PlanPartner(
    Guid Id,
    TeamId Team,
    string Name,
    Department Department,
    string Purpose,
    DateOnly ConsentOn,
    string AddedBy
);

[Requires("casework.plan.share")]
internal sealed class AddPlanPartnerHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<AddPlanPartner, PlanPartner>
{
    public async Task<Outcome<PlanPartner>> RunAsync(AddPlanPartner command, CancellationToken ct = default)
    {
        var team = (await directory.ReadAsync(ct)).Team(command.Team);
        if (Decide(command, team?.Department, clock.Today()) is { } refusal)
            return refusal;
        if (
            await db.Set<PlanPartnerRow>()
                .AnyAsync(p => p.CitizenId == command.Citizen && p.TeamId == command.Team && p.EndedAt == null, ct)
        )
            return new Refusal(
                "plan-partner.already",
                "Teamet er allerede med i planen. Vælg et andet.",
                Field: nameof(command.Team)
            );
        var row = new PlanPartnerRow
        {
            Id = Guid.NewGuid(),
            CitizenId = command.Citizen,
            TeamId = command.Team,
            Purpose = command.Purpose.Trim(),
            ConsentOn = command.ConsentOn,
            AddedAt = clock.GetUtcNow(),
            AddedBy = actor.Value.Name,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new PlanPartner(
            row.Id,
            row.TeamId,
            team!.Name,
            team.Department!,
            row.Purpose,
            row.ConsentOn,
            row.AddedBy
        );
    }

    internal static Refusal? Decide(AddPlanPartner command, Department? department, DateOnly today) => Refusal.Each(
        department is null || department == Department.Employment
            ? new Refusal("plan-partner.team",
                "Vælg et team i sundhed, social eller skole.", Field: nameof(command.Team)) : null,
        string.IsNullOrWhiteSpace(command.Purpose) || command.Purpose.Length > 200
            ? new Refusal("plan-partner.purpose",
                "Skriv kort, hvad teamet skal hjælpe med (højst 200 tegn).", Field: nameof(command.Purpose)) : null,
        command.ConsentOn > today
            ? new Refusal("plan-partner.consent",
                "Borgeren skal have sagt ja, før teamet får adgang.", Field: nameof(command.ConsentOn)) : null,
        command.ConsentOn < today.AddYears(-1)
            ? new Refusal("plan-partner.consent-old",
                "Samtykket er over et år gammelt. Spørg borgeren igen.", Field: nameof(command.ConsentOn)) : null);
}

/// <summary>The team no longer takes part, and sees nothing of the plan from now on.</summary>
public sealed record EndPlanPartner(CitizenId Citizen, Guid Partner) : ICommand<Done>, IAboutCitizen;

[Requires("casework.plan.share")]
internal sealed class EndPlanPartnerHandler(VirkerContext db, TimeProvider clock) : IUseCase<EndPlanPartner, Done>
{
    public async Task<Outcome<Done>> RunAsync(EndPlanPartner command, CancellationToken ct = default)
    {
        var partner = await db.Set<PlanPartnerRow>()
            .FirstOrDefaultAsync(
                p => p.Id == command.Partner && p.CitizenId == command.Citizen && p.EndedAt == null,
                ct
            );
        if (partner is null)
            return Refusal.NotFound("plan-partner.not-found", "Teamet er ikke med i planen.");
        partner.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>The plans that the caller's team takes part in.</summary>
public sealed record SeeSharedPlans : IQuery<SharedPlans>;

public sealed record SharedPlans(IReadOnlyList<SharedPlan> All) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => All.Select(p => p.Citizen);
}

/// <summary>
/// <paramref name="Open"/>: open steps of the caller's department; <paramref name="Unanswered"/>: the oldest word of
/// the citizen's that waits for an answer there.
/// </summary>
public sealed record SharedPlan(
    CitizenId Citizen,
    string Name,
    string Purpose,
    int Open,
    DateOnly? NextTo,
    DateTimeOffset? Unanswered
);

[Requires("plans.shared.list", Purpose = "Overblik over planer, vi er med i")]
internal sealed class SeeSharedPlansHandler(VirkerContext db, PlanSight sight, CurrentActor actor)
    : IUseCase<SeeSharedPlans, SharedPlans>
{
    public async Task<Outcome<SharedPlans>> RunAsync(SeeSharedPlans query, CancellationToken ct = default)
    {
        var (teams, own) = (actor.Value.Units.Select(TeamId.From).ToList(), await sight.DepartmentsAsync(ct));
        var partners = await (
            from p in db.Set<PlanPartnerRow>()
            where p.EndedAt == null && teams.Contains(p.TeamId)
            join c in db.Set<CitizenRow>() on p.CitizenId equals c.Id
            orderby c.SearchName
            select new { p.CitizenId, Name = c.GivenName + " " + c.FamilyName, p.Purpose }).ToListAsync(ct);
        var citizens = partners.Select(p => p.CitizenId).ToList();
        var steps = (
            await db.Set<PlanStepRow>()
                .Where(s =>
                    citizens.Contains(s.CitizenId)
                    && own.Contains(s.Area)
                    && s.Status != PlanStepStatus.Finished
                    && s.Status != PlanStepStatus.Dropped
                )
                .Select(s => new
                {
                    s.CitizenId,
                    s.ToDay,
                    s.UnansweredAt,
                })
                .ToListAsync(ct)
        ).ToLookup(s => s.CitizenId);
        return new SharedPlans([
            .. partners
                .Select(p => new SharedPlan(
                    p.CitizenId,
                    p.Name,
                    p.Purpose,
                    steps[p.CitizenId].Count(),
                    steps[p.CitizenId].Min(s => s.ToDay),
                    steps[p.CitizenId].Min(s => s.UnansweredAt)
                ))
                .OrderBy(p => p.Unanswered is null)
                .ThenBy(p => p.Unanswered),
        ]);
    }
}
