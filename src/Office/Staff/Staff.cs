using Virker.Kernel;

namespace Virker.Office;

/// <summary>
/// A team. <paramref name="Area"/>: what it works with, in Danish. <paramref name="Department"/>: whom it works for;
/// null is the jobcenter.
/// </summary>
public sealed record StaffTeam(TeamId Id, string Name, string Area, Department? Department);

/// <summary>Somebody who works in a team, with or without cases.</summary>
public sealed record StaffMember(UserId Id, TeamId Team, string Name, string Title)
{
    /// <summary>Part of full time, in percent.</summary>
    public int Percent { get; init; } = 100;

    /// <summary>What the worker is best at, in the leader's words; empty where nobody has said.</summary>
    public string Speciality { get; init; } = "";
}

/// <summary>
/// A room or an interpreter. <paramref name="Language"/>: an interpreter's; <paramref name="Team"/>: whose room it is,
/// null is everybody's.
/// </summary>
public sealed record OfficeResource(
    ResourceId Id,
    ResourceKind Kind,
    string Name,
    string? Place,
    string? Language,
    TeamId? Team
)
{
    public bool IsRoom => Kind == ResourceKind.Room;

    public bool IsInterpreter => Kind == ResourceKind.Interpreter;
}

/// <summary>
/// Everybody who works here, every team, room and interpreter, asked by id: whoever shows a name keeps the id and asks
/// here for the rest.
/// </summary>
public sealed class Staff
{
    private readonly Dictionary<TeamId, StaffTeam> _teams;
    private readonly Dictionary<UserId, StaffMember> _members;
    private readonly Dictionary<ResourceId, OfficeResource> _resources;

    /// <param name="teams">In any order; they are kept by name.</param>
    /// <param name="members">In any order; they are kept by name.</param>
    /// <param name="resources">In any order; they are kept by name.</param>
    public Staff(
        IEnumerable<StaffTeam> teams,
        IEnumerable<StaffMember> members,
        IEnumerable<OfficeResource> resources
    )
    {
        Resources = [.. resources.OrderBy(r => r.Name, StringComparer.Ordinal)];
        _resources = Resources.ToDictionary(r => r.Id);
        Teams = [.. teams.OrderBy(t => t.Name, StringComparer.Ordinal)];
        Members = [.. members.OrderBy(m => m.Name, StringComparer.Ordinal)];
        (_teams, _members) = (Teams.ToDictionary(t => t.Id), Members.ToDictionary(m => m.Id));
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<StaffTeam> Teams { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<StaffMember> Members { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<OfficeResource> Resources { get; }

    public OfficeResource? Resource(ResourceId? id) =>
        id is { } resource ? _resources.GetValueOrDefault(resource) : null;

    public string? NameOf(ResourceId? resource) => Resource(resource)?.Name;

    public StaffTeam? Team(TeamId? id) => id is { } team ? _teams.GetValueOrDefault(team) : null;

    public StaffMember? Member(UserId? id) => id is { } user ? _members.GetValueOrDefault(user) : null;

    public string? NameOf(TeamId? team) => Team(team)?.Name;

    public string? NameOf(UserId? member) => Member(member)?.Name;

    /// <summary>
    /// Who belongs to a team: everybody who works in it, the leader and those without cases too. Wherever a team's
    /// staff is shown or counted, it is these.
    /// </summary>
    public IReadOnlyList<StaffMember> Of(TeamId team) => [.. Members.Where(m => m.Team == team)];
}
