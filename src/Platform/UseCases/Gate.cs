using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Who may pass: the permission first, then the relation to the citizen that the request names.</summary>
internal sealed class Gate(
    VirkerContext db,
    CurrentActor actor,
    Grants grants,
    ICitizenRelations relations,
    TimeProvider clock
)
{
    private static readonly Refusal Denied = Refusal.Denied(
        "permission.denied",
        "Du har ikke adgang til dette. Spørg din administrator, hvis du mener, at du skal have det."
    );

    /// <summary>
    /// From here the actor is the roles that give the permission, with their units; another role's units are of no
    /// help.
    /// </summary>
    public void ActBy(string permission) => actor.ActBy(grants, permission);

    /// <summary>
    /// The reason that the access log gets, empty where none is needed; or why the request stops here.
    /// </summary>
    public async Task<Outcome<string>> PassAsync(string permission, CitizenId? citizen, CancellationToken ct) =>
        !grants.Allows(actor.Value, permission) ? Denied
        : citizen is { } named ? await ReasonAsync(named, ct) : "";

    /// <summary>A citizen whom an outsider asks about is not found, whether they exist or not.</summary>
    private async Task<Outcome<string>> ReasonAsync(CitizenId citizen, CancellationToken ct)
    {
        var who = actor.Value;
        if (who.Is(Role.System)) return "";
        var relation = (await relations.BetweenAsync(who, [citizen], ct)).GetValueOrDefault(citizen);
        if (relation != Relation.None)
            return "";
        if (who.User is not { } user || !grants.Allows(who, StateReasonHandler.Permission))
            return CitizenRefusals.NotFound;
        var now = clock.GetUtcNow();
        var stated = await db.Set<StatedReasonRow>()
            .AsNoTracking()
            .Where(r => r.UserId == user && r.CitizenId == citizen && r.Until > now)
            .OrderByDescending(r => r.StatedAt)
            .Select(r => r.Reason)
            .FirstOrDefaultAsync(ct);
        return stated is not null ? stated : CitizenRefusals.ReasonRequired;
    }
}

/// <summary>Where no module knows who works with whom, nobody works with anybody.</summary>
internal sealed class NoRelations : ICitizenRelations
{
    public Task<IReadOnlyDictionary<CitizenId, Relation>> BetweenAsync(
        Actor actor,
        IReadOnlyCollection<CitizenId> citizens,
        CancellationToken ct = default
    ) => Task.FromResult<IReadOnlyDictionary<CitizenId, Relation>>(new Dictionary<CitizenId, Relation>());
}
