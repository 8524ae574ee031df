using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What a sick pay case's follow-up stands on; nothing about what the citizen suffers from.</summary>
[Table("sick_cases")]
internal sealed class SickCaseRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>First day of absence: it picks the law's version.</summary>
    public DateOnly AbsentFrom { get; init; }

    /// <summary>1–3 by the law until the reform; null since.</summary>
    public int? Category { get; set; }

    /// <summary>Sick-listed from a job.</summary>
    public bool Employed { get; set; }

    public string? Employer { get; set; }

    /// <summary>The employer in the register, where it is known: its contact sees what an employer may see.</summary>
    public CompanyId? CompanyId { get; set; }

    /// <summary>Hours a week in the job.</summary>
    [Column("ordinary_minutes")]
    [StoredAs<HoursToMinutes>]
    public decimal? OrdinaryHours { get; set; }

    /// <summary>The citizen expects to be well within the law's limit.</summary>
    public bool CitizenExpectsSoon { get; set; }

    public bool EmployerExpectsSoon { get; set; }

    /// <summary>The day that an early follow-up was asked for.</summary>
    public DateOnly? EarlyOn { get; set; }

    public EarlyAskedBy? EarlyBy { get; set; }

    [Stamp]
    public DateTimeOffset ChangedAt { get; set; }

    [Stamp]
    public string ChangedBy { get; set; } = "";

    public int Version { get; private set; }
}

/// <summary>Who asked for an early follow-up (tidlig opfølgning, fast track).</summary>
public sealed record EarlyAskedBy : CodeWord<EarlyAskedBy>
{
    public static readonly EarlyAskedBy Citizen = new("borger", "Borgeren");
    public static readonly EarlyAskedBy Employer = new("arbejdsgiver", "Arbejdsgiveren");

    private EarlyAskedBy(string code, string text) : base(code, text)
    {
    }
}
