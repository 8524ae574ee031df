using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Work: the actor has the citizen's running case, or it lies with a team that one of the actor's case roles names, or an application waits for
/// that team's decision. A role without named teams opens no team's citizens: a forgotten constraint must not open the whole municipality.
/// </summary>
internal sealed class CaseRelations(VirkerContext db) : ICitizenRelations
{
    private static readonly Role[] CaseRoles = [Role.CaseWorker, Role.YouthCounsellor, Role.TeamLeader, Role.CompanyConsultant];

    public async Task<IReadOnlyDictionary<CitizenId, Relation>> BetweenAsync(Actor actor, IReadOnlyCollection<CitizenId> citizens, CancellationToken ct = default)
    {
        var asked = citizens.Distinct().ToList();
        var relations = asked.ToDictionary(c => c, c => actor.Citizen == c ? Relation.Self : Relation.None);
        var roles = actor.Roles.Where(r => CaseRoles.Contains(r.Role)).ToList();
        if (actor.User is not { } user || roles.Count == 0 || asked.Count == 0) return relations;
        var teams = roles.SelectMany(r => r.Units).Distinct().Select(TeamId.From).ToList();
        var worked = await db.Set<CaseRow>()
            .Where(c => c.Closed == null && asked.Contains(c.CitizenId) && (c.WorkerId == user || teams.Contains(c.TeamId)))
            .Select(c => c.CitizenId).ToListAsync(ct);
        worked.AddRange(await db.Set<ApplicationRow>().Where(a => a.DecidedAt == null && a.WithdrawnAt == null && asked.Contains(a.CitizenId) && teams.Contains(a.TeamId)).Select(a => a.CitizenId).ToListAsync(ct));
        foreach (var citizen in worked.Where(c => relations[c] == Relation.None)) relations[citizen] = Relation.Work;
        return relations;
    }
}
