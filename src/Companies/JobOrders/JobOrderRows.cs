using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>What a company asks for people to (jobordre).</summary>
public sealed record JobOrderKind : CodeWord<JobOrderKind>
{
    public static readonly JobOrderKind Ordinary = new("ordinaer", "Ordinært job");
    public static readonly JobOrderKind WageSubsidy = new("loentilskud", "Løntilskud");
    public static readonly JobOrderKind Internship = new("praktik", "Virksomhedspraktik");

    private JobOrderKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>Where a job order stands.</summary>
public sealed record JobOrderStatus : CodeWord<JobOrderStatus>
{
    public static readonly JobOrderStatus Open = new("aaben", "Åben");
    public static readonly JobOrderStatus Filled = new("besat", "Besat");
    public static readonly JobOrderStatus Closed = new("lukket", "Lukket");

    private JobOrderStatus(string code, string text) : base(code, text)
    {
    }
}

[Table("job_orders")]
internal sealed class JobOrderRow : IVersioned
{
    public JobOrderId Id { get; init; }

    [RefersTo<CompanyRow>]
    public CompanyId CompanyId { get; init; }

    public required JobOrderKind Kind { get; init; }

    public string Title { get; set; } = "";

    public DateOnly CreatedOn { get; init; }

    public int Positions { get; set; }

    public int HoursPerWeek { get; set; }

    public required JobOrderStatus Status { get; set; }

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
