using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

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

    /// <summary>privat, kommunal, regional, statslig or forening.</summary>
    public string Sector { get; set; } = "";

    public int Employees { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>partner or vip; null without an agreement.</summary>
    public string? Partnership { get; set; }

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
