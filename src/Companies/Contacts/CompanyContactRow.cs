using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>How a contact with a company is made.</summary>
public sealed record CompanyContactKind : CodeWord<CompanyContactKind>
{
    public static readonly CompanyContactKind Visit = new("besoeg", "Besøg");
    public static readonly CompanyContactKind Phone = new("telefon", "Telefon");
    public static readonly CompanyContactKind Mail = new("mail", "E-mail");
    public static readonly CompanyContactKind Meeting = new("moede", "Møde");

    private CompanyContactKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>One contact with a company (virksomhedskontakt); many contacts may be with one company.</summary>
[Table("company_contacts")]
internal sealed class CompanyContactRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CompanyRow>]
    public CompanyId CompanyId { get; init; }

    public DateTimeOffset At { get; init; }

    public required CompanyContactKind Kind { get; init; }

    public UserId? ConsultantId { get; init; }

    public string About { get; set; } = "";

    public int Version { get; private set; }
}
