using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Which roles a module gives which of its permissions. "casework.*" covers all that begins so.</summary>
[Part(IsShared = true)]
public interface IModuleGrants
{
    IEnumerable<(Role Role, string Permission)> Grants { get; }
}

/// <summary>The composed table role → permissions; the same for pages, use cases and the exposure snapshot.</summary>
public sealed class Grants(IEnumerable<IModuleGrants> modules)
{
    private readonly ILookup<string, string> _byRole = modules
        .SelectMany(m => m.Grants)
        .ToLookup(g => g.Role.Id, g => g.Permission);

    public bool Allows(Actor actor, string permission) =>
        actor.Is(Role.System) || actor.Roles.Any(r => Allows(r.Role, permission)) || Allows(Role.Public, permission);

    /// <summary>Whether the actor may run the use case that answers a request.</summary>
    public bool Allows<TRequest>(Actor actor) => Allows(actor, Permissions.Of<TRequest>());

    public bool Allows(Role role, string permission) => _byRole[role.Id].Any(given => Covers(given, permission));

    /// <summary>The actor in the roles that give a permission; whole where it is everybody's.</summary>
    public Actor Of(Actor whole, string permission)
    {
        var giving = whole.Roles.Where(r => r.Role == Role.System || Allows(r.Role, permission)).ToList();
        return giving.Count == whole.Roles.Count || giving.Count == 0 ? whole : whole with { Roles = giving };
    }

    public IEnumerable<(string Role, string Permission)> All => _byRole.SelectMany(g => g.Select(p => (g.Key, p)));

    private static bool Covers(string given, string asked) =>
        given.EndsWith('*') ? asked.StartsWith(given[..^1], StringComparison.Ordinal) : given == asked;
}

/// <summary>How the one who asks stands to a citizen.</summary>
public enum Relation
{
    /// <summary>None: a reason must be stated first, and the look is marked for review.</summary>
    None,

    /// <summary>The citizen's case lies with the actor's team or the actor has it.</summary>
    Work,

    /// <summary>The citizen themselves.</summary>
    Self,
}

/// <summary>
/// Answered by Casework: who has which citizens' cases. Fails closed: an unknown citizen is <see
/// cref="Relation.None"/>.
/// </summary>
public interface ICitizenRelations
{
    Task<IReadOnlyDictionary<CitizenId, Relation>> BetweenAsync(
        Actor actor,
        IReadOnlyCollection<CitizenId> citizens,
        CancellationToken ct = default
    );
}
