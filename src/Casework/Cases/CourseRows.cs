using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("benefit_spells")]
internal sealed class BenefitSpellRow : ISpell
{
    public long Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>The register's benefit code 1..15.</summary>
    public int Benefit { get; init; }

    public DateOnly FromDay { get; init; }

    /// <summary>Last day with benefit; null while it runs.</summary>
    public DateOnly? ToDay { get; set; }
}

internal static class BenefitOnDay
{
    /// <summary>The register's code of a citizen's benefit on a day; null without one.</summary>
    public static Task<int?> BenefitOnAsync(
        this VirkerContext db,
        CitizenId citizen,
        DateOnly day,
        CancellationToken ct
    ) =>
        db.Set<BenefitSpellRow>()
            .On(day)
            .Where(s => s.CitizenId == citizen)
            .OrderByDescending(s => s.FromDay)
            .Select(s => (int?)s.Benefit)
            .FirstOrDefaultAsync(ct);
}

[Table("target_group_spells")]
internal sealed class TargetGroupSpellRow : ISpell
{
    public long Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public int TargetGroup { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }
}

/// <summary>Whose a workplace or a company is (sektor).</summary>
public sealed record Sector : CodeWord<Sector>
{
    public static readonly Sector Private = new("privat", "Privat");
    public static readonly Sector Municipal = new("kommunal", "Kommunal");
    public static readonly Sector Regional = new("regional", "Regional");
    public static readonly Sector State = new("statslig", "Statslig");
    public static readonly Sector Association = new("forening", "Forening");

    private Sector(string code, string text) : base(code, text)
    {
    }
}

[Table("interventions")]
internal sealed class InterventionRow : IVersioned, ISpell
{
    public InterventionId Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public string Kind { get; init; } = "";

    /// <summary>Whose workplace it is at; null where there is none.</summary>
    public Sector? Workplace { get; set; }

    /// <summary>
    /// A company of the higher tier, known by identity only: the workplace or, where there is none, the provider
    /// (leverandør).
    /// </summary>
    public CompanyId? CompanyId { get; set; }

    public DateOnly FromDay { get; set; }

    public DateOnly? ToDay { get; set; }

    public int? HoursPerWeek { get; set; }

    public int Version { get; private set; }
}

[Table("paid_hours")]
[PrimaryKey(nameof(CitizenId), nameof(Month))]
internal sealed class PaidHoursRow
{
    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>The month's first day.</summary>
    public DateOnly Month { get; init; }

    public int Hours { get; set; }
}

[Table("employment_spells")]
internal sealed class EmploymentSpellRow : ISpell
{
    public long Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public CompanyId? CompanyId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    public int HoursPerWeek { get; init; }
}

[Table("partial_returns")]
internal sealed class PartialReturnRow : ISpell
{
    public long Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    [Column("minutes_per_week")]
    [StoredAs<HoursToMinutes>]
    public decimal HoursPerWeek { get; init; }
}

/// <summary>What a sanction does to the benefit, as the register writes it.</summary>
public sealed record SanctionKind : CodeWord<SanctionKind>
{
    public static readonly SanctionKind Deduction = new("fradrag", "Fradrag");
    public static readonly SanctionKind Reduction = new("nedsaettelse", "Nedsættelse");

    private SanctionKind(string code, string text) : base(code, text)
    {
    }
}

[Table("sanctions")]
internal sealed class SanctionRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public DateOnly DecidedOn { get; init; }

    public required SanctionKind Kind { get; init; }

    public string Reason { get; init; } = "";

    public int Version { get; private set; }
}

/// <summary>
/// How far a source has come. What comes in afterwards does not hold the register's own date back: figures that need it
/// say how far it is complete.
/// </summary>
[Table("register_dates")]
internal sealed class RegisterDateRow
{
    /// <summary>Wages are reported for a month when it is over.</summary>
    public const string Income = "eindkomst";

    [Key]
    public string Source { get; init; } = "";

    public DateOnly LastDay { get; set; }
}
