using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A right as the joint municipal access control (Fælleskommunal Adgangsstyring) delivers it: a role, and the data it is limited to. An
/// empty list limits nothing. <paramref name="Subjects"/> are KLE patterns ("15.*"), <paramref name="Units"/> organisational units
/// (teams), <paramref name="Sensitivity"/> the highest level that may be seen.
/// </summary>
public sealed record RoleAssignment(Role Role, IReadOnlyList<string> Subjects, IReadOnlyList<Guid> Units, Sensitivity Sensitivity = Sensitivity.Confidential)
{
    public static RoleAssignment Of(Role role, params Guid[] units) => new(role, [], units);

    public bool CoversSubject(string? kle) => kle is null || Subjects.Count == 0
        || Subjects.Any(p => p.EndsWith('*') ? kle.StartsWith(p[..^1], StringComparison.Ordinal) : p == kle);
}

/// <summary>How sensitive data is; a role assignment names the highest level that it opens.</summary>
public enum Sensitivity
{
    Open,
    Personal,
    Confidential,
}

/// <summary>Who is asking: an employee, a politician, a citizen about themselves, a company's contact, the public, or Virker itself.</summary>
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
}

/// <summary>What this request or command runs under. Set once, by the web, the command line or a job, before any use case runs.</summary>
public sealed class CurrentActor
{
    public Actor Value { get; set; } = Actor.Anonymous;

    /// <summary>The idempotency key of the write under way; a repeated key is answered with the first one's result.</summary>
    public Guid? IdempotencyKey { get; set; }

    /// <summary>The reference number that an error page, the log and the trace share.</summary>
    public string Reference { get; set; } = "";
}
