using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("teams")]
internal sealed class TeamRow
{
    public TeamId Id { get; init; }

    public string Name { get; set; } = "";

    /// <summary>What the team works with, in Danish ("Sygedagpenge").</summary>
    public string Area { get; set; } = "";
}

[Table("workers")]
internal sealed class WorkerRow
{
    [Key]
    public UserId UserId { get; init; }

    [RefersTo<TeamRow>]
    public TeamId TeamId { get; set; }

    public string Name { get; set; } = "";

    public string Title { get; set; } = "";
}

internal static class Workers
{
    /// <summary>
    /// Who belongs to a team: everybody who works in it, the leader and those without cases too. Wherever a team's
    /// staff is shown or counted, it is these.
    /// </summary>
    public static IQueryable<WorkerRow> OfTeam(this VirkerContext db, TeamId team) =>
        db.Set<WorkerRow>().Where(w => w.TeamId == team);

    /// <summary>
    /// Those of the jobcenter, who can have a case; a team of another department takes part in plans only.
    /// </summary>
    public static IQueryable<WorkerRow> OfJobcenter(this VirkerContext db) =>
        db.Set<WorkerRow>()
            .Where(w =>
                !db.Set<TeamDepartmentRow>().Any(d => d.TeamId == w.TeamId && d.Department != PlanArea.Employment)
            );
}

[Table("cases")]
internal sealed class CaseRow
{
    public CaseId Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public UserId? WorkerId { get; set; }

    [RefersTo<TeamRow>]
    public TeamId TeamId { get; set; }

    public DateOnly Opened { get; init; }

    public DateOnly? Closed { get; set; }

    public int Version { get; set; }
}

/// <summary>Who had the case from when to when: a case with n rows has had n − 1 changes of worker.</summary>
[Table("case_assignments")]
internal sealed class CaseAssignmentRow
{
    public long Id { get; init; }

    [RefersTo<CaseRow>]
    public CaseId CaseId { get; init; }

    public UserId WorkerId { get; init; }

    [RefersTo<TeamRow>]
    public TeamId TeamId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    /// <summary>Why the case came here.</summary>
    public string? Reason { get; init; }

    /// <summary>What the one before told the next.</summary>
    public string? Handover { get; init; }
}
