using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>One contact with a company (virksomhedskontakt); many contacts may be with one company.</summary>
[Table("company_contacts")]
internal sealed class CompanyContactRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CompanyRow>]
    public CompanyId CompanyId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>besoeg, telefon, mail or moede.</summary>
    public string Kind { get; init; } = "";

    public UserId? ConsultantId { get; init; }

    public string About { get; set; } = "";

    public int Version { get; private set; }
}
