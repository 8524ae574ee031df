using System.ComponentModel.DataAnnotations.Schema;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>What a company has agreed with the jobcenter (partnerskab).</summary>
public sealed record PartnershipKind : CodeWord<PartnershipKind>
{
    public static readonly PartnershipKind Partner = new("partner", "Partnerskab");
    public static readonly PartnershipKind Vip = new("vip", "VIP-aftale");

    private PartnershipKind(string code, string text) : base(code, text)
    {
    }
}

[Table("companies")]
internal sealed class CompanyRow : IVersioned
{
    public CompanyId Id { get; init; }

    public string Cvr { get; init; } = "";

    public string PNumber { get; init; } = "";

    public string Name { get; set; } = "";

    public string SearchName { get; set; } = "";

    public string Address { get; set; } = "";

    public string PostalCode { get; set; } = "";

    public string Town { get; set; } = "";

    /// <summary>The trade in Danish, as the standard grouping names it ("Bygge og anlæg").</summary>
    public string Industry { get; set; } = "";

    public required Sector Sector { get; set; }

    public int Employees { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Null without an agreement.</summary>
    public PartnershipKind? Partnership { get; set; }

    public DateOnly? PartnershipSince { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public int Version { get; private set; }
}

[Table("company_people")]
internal sealed class CompanyPersonRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CompanyRow>]
    public CompanyId CompanyId { get; init; }

    public string Name { get; set; } = "";

    public string Title { get; set; } = "";

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public int Version { get; private set; }
}
