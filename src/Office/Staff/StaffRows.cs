using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

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

/// <summary>Which department a team works for; a team without a row is the jobcenter's.</summary>
[Table("team_departments")]
internal sealed class TeamDepartmentRow
{
    [Key]
    [RefersTo<TeamRow>]
    public TeamId TeamId { get; init; }

    public required Department Department { get; set; }
}

[Table("worker_terms")]
internal sealed class WorkerTermsRow : IVersioned
{
    [Key]
    public UserId UserId { get; init; }

    /// <summary>Part of full time.</summary>
    public int Percent { get; set; }

    public string Speciality { get; set; } = "";

    [Stamp]
    public DateTimeOffset ChangedAt { get; set; }

    [Stamp]
    public string ChangedBy { get; set; } = "";

    public int Version { get; private set; }
}
