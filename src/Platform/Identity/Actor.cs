using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A right as the joint municipal access control (Fælleskommunal Adgangsstyring) delivers it: a role, and the
/// organisational units (teams) that it is limited to. A role that works with citizens and names no unit opens no
/// unit's citizens. Limits by subject (KLE) and by sensitivity are not held: no citizen's case has a subject, and all
/// that is known about a citizen is equally sensitive. A right that comes with one is therefore none (<see
/// cref="GivenRole.Shut"/>).
/// </summary>
public sealed record RoleAssignment(Role Role, IReadOnlyList<Guid> Units)
{
    public static RoleAssignment Of(Role role, params Guid[] units) => new(role, units);
}

/// <summary>
/// Who is asking: an employee, a politician, a citizen about themselves, a company's contact, the public, or Virker
/// itself.
/// </summary>
public sealed record Actor(UserId? User, string Name, IReadOnlyList<RoleAssignment> Roles)
{
    public static readonly Actor Anonymous = new(null, "Offentligheden", [RoleAssignment.Of(Role.Public)]);

    /// <summary>Jobs and the command line: allowed everything, and written as such in log and journal.</summary>
    public static readonly Actor System = new(null, "Virker", [RoleAssignment.Of(Role.System)]);

    /// <summary>The citizen that a signed-in citizen is.</summary>
    public CitizenId? Citizen { get; init; }

    /// <summary>The company that a signed-in contact acts for.</summary>
    public CompanyId? Company { get; init; }

    public bool Is(Role role) => Roles.Any(r => r.Role == role);

    /// <summary>Every organisational unit that one of the actor's roles is limited to.</summary>
    public IEnumerable<Guid> Units => Roles.SelectMany(r => r.Units).Distinct();

    /// <summary>The units that the actor has one role in; what another role is limited to is not among them.</summary>
    public IEnumerable<Guid> UnitsAs(Role role) => Roles.Where(r => r.Role == role).SelectMany(r => r.Units).Distinct();
}

/// <summary>
/// What this request or command runs under. Set once, by the web, the command line or a job, before any use case runs.
/// </summary>
public sealed class CurrentActor
{
    // Set inside a use case only: an async method hands its value down to what it calls, and never back to who called
    // it.
    private readonly AsyncLocal<Actor?> _acting = new();

    /// <summary>
    /// Within a use case: only the roles that give its permission, so that a unit named for one role opens nothing to
    /// another.
    /// </summary>
    public Actor Value
    {
        get => _acting.Value ?? Whole;
        set => Whole = value;
    }

    /// <summary>The person with all their roles, also within a use case.</summary>
    public Actor Whole { get; private set; } = Actor.Anonymous;

    /// <summary>For the rest of the async method that calls it, and what that calls.</summary>
    internal void ActBy(Grants grants, string permission) => _acting.Value = grants.Of(Whole, permission);

    /// <summary>
    /// The idempotency key of the write under way; a repeated key is answered with the first one's result.
    /// </summary>
    public Guid? IdempotencyKey { get; set; }

    /// <summary>Whether every write so far left everything as it was; null before there has been one.</summary>
    public bool? HasChangedNothing { get; internal set; }

    /// <summary>The reference number that an error page, the log and the trace share.</summary>
    public string Reference { get; set; } = "";
}
