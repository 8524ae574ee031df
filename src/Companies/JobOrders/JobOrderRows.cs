using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

[Table("job_orders")]
internal sealed class JobOrderRow : IVersioned
{
    public JobOrderId Id { get; init; }

    [RefersTo<CompanyRow>]
    public CompanyId CompanyId { get; init; }

    /// <summary>ordinaer, loentilskud or praktik.</summary>
    public string Kind { get; init; } = "";

    public string Title { get; set; } = "";

    public DateOnly CreatedOn { get; init; }

    public int Positions { get; set; }

    public int HoursPerWeek { get; set; }

    /// <summary>aaben, besat or lukket.</summary>
    public string Status { get; set; } = "";

    public DateOnly? ClosedOn { get; set; }

    public int Version { get; private set; }
}

/// <summary>A citizen who got the job, the subsidised job or the internship of a job order.</summary>
[Table("hires")]
internal sealed class HireRow
{
    public long Id { get; init; }

    [RefersTo<JobOrderRow>]
    public JobOrderId JobOrderId { get; init; }

    public CitizenId CitizenId { get; init; }

    public DateOnly HiredOn { get; init; }
}
