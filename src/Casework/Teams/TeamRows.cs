using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("case_weights")]
internal sealed class CaseWeightRow
{
    /// <summary>The register's code.</summary>
    [Key]
    public int Benefit { get; init; }

    /// <summary>Hundredths of a job-ready case.</summary>
    public int Weight { get; set; }

    public string Why { get; set; } = "";

    [Stamp]
    public DateTimeOffset ChangedAt { get; set; }

    [Stamp]
    public string ChangedBy { get; set; } = "";

    public int Version { get; set; }
}

[Table("worker_terms")]
internal sealed class WorkerTermsRow
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

    public int Version { get; set; }
}

[Table("covers")]
internal sealed class CoverRow
{
    public Guid Id { get; init; }

    /// <summary>Who is away.</summary>
    [RefersTo<WorkerRow>]
    public UserId WorkerId { get; init; }

    /// <summary>Who takes the day.</summary>
    [RefersTo<WorkerRow>]
    public UserId CoverId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly ToDay { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset? EndedAt { get; set; }

    public int Version { get; set; }
}
