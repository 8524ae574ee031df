using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Work: the actor has the citizen's running case, or it lies with a team that one of the actor's case roles names, the
/// actor covers today for the one who has it, an application waits for that team's decision or got it today, or the
/// actor's team takes part in the citizen's plan. A role without named teams opens no team's citizens: a forgotten
/// constraint must not open the whole municipality.
/// </summary>
[Part]
internal sealed class CaseRelations(VirkerContext db, IStaffDirectory directory, TimeProvider clock) : ICitizenRelations
{
    private static readonly Role[] CaseRoles =
    [
        Role.CaseWorker,
        Role.YouthCounsellor,
        Role.TeamLeader,
        Role.CompanyConsultant,
    ];

    public async Task<IReadOnlyDictionary<CitizenId, Relation>> BetweenAsync(
        Actor actor,
        IReadOnlyCollection<CitizenId> citizens,
        CancellationToken ct = default
    )
    {
        var asked = citizens.Distinct().ToList();
        var relations = asked.ToDictionary(c => c, c => actor.Citizen == c ? Relation.Self : Relation.None);
        if (actor.Is(Role.PlanPartner)) await PartnersAsync(actor, asked, relations, ct);
        var roles = actor.Roles.Where(r => CaseRoles.Contains(r.Role)).ToList();
        if (actor.User is not { } user || roles.Count == 0 || asked.Count == 0) return relations;
        var teams = roles.SelectMany(r => r.Units).Distinct().Select(TeamId.From).ToList();
        var worked = await db.Set<CaseRow>()
            .Where(c =>
                c.Closed == null && asked.Contains(c.CitizenId) && (c.WorkerId == user || teams.Contains(c.TeamId))
            )
            .Select(c => c.CitizenId)
            .ToListAsync(ct);
        var others = asked.Except(worked).ToList();
        if (others.Count > 0) worked.AddRange(await ForOthersAsync(user, teams, others, ct));
        foreach (var citizen in worked.Where(c => relations[c] == Relation.None)) relations[citizen] = Relation.Work;
        return relations;
    }

    /// <summary>
    /// Of those whose case is not the actor's own or the team's: a cover today, and applications that wait. Who has
    /// decided one sees it through on the day, also where the case went to another team.
    /// </summary>
    private async Task<IReadOnlyList<CitizenId>> ForOthersAsync(
        UserId user,
        IReadOnlyList<TeamId> teams,
        IReadOnlyList<CitizenId> asked,
        CancellationToken ct
    )
    {
        var away = await directory.AwayForAsync(user, clock.Today(), ct);
        var covered =
            away.Count == 0
                ? []
                : await db.Set<CaseRow>()
                    .Where(c =>
                        c.Closed == null
                        && asked.Contains(c.CitizenId)
                        && c.WorkerId != null
                        && away.Contains(c.WorkerId.Value)
                    )
                    .Select(c => c.CitizenId)
                    .ToListAsync(ct);
        var today = clock.Today().DanishStart();
        var applied = await db.Set<ApplicationRow>()
            .Where(a =>
                (a.DecidedAt == null || a.DecidedAt >= today)
                && a.WithdrawnAt == null
                && asked.Contains(a.CitizenId)
                && teams.Contains(a.TeamId)
            )
            .Select(a => a.CitizenId)
            .ToListAsync(ct);
        return [.. covered, .. applied];
    }

    /// <summary>
    /// A team of another department works with those whose plan it takes part in. Whoever has a case role too gets
    /// nothing by it: that role's pages show more than the plan.
    /// </summary>
    private async Task PartnersAsync(
        Actor actor,
        List<CitizenId> asked,
        Dictionary<CitizenId, Relation> relations,
        CancellationToken ct
    )
    {
        if (actor.Roles.Any(r => CaseRoles.Contains(r.Role)))
            return;
        var teams = actor
            .Roles.Where(r => r.Role == Role.PlanPartner)
            .SelectMany(r => r.Units)
            .Select(TeamId.From)
            .ToList();
        foreach (
            var citizen in await db.Set<PlanPartnerRow>()
                .Where(p => p.EndedAt == null && asked.Contains(p.CitizenId) && teams.Contains(p.TeamId))
                .Select(p => p.CitizenId)
                .ToListAsync(ct)
        )
            relations[citizen] = Relation.Work;
    }
}
