using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>A company, or a place of work of one (p-enhed).</summary>
public sealed record RegisteredCompany(CompanyId Id, Cvr Cvr, string PNumber, string Name) : Registered
{
    public required string Address { get; init; }

    public required string PostalCode { get; init; }

    public required string Town { get; init; }

    public required string Industry { get; init; }

    public required Sector Sector { get; init; }

    public required int Employees { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Null without an agreement.</summary>
    public PartnershipKind? Partnership { get; init; }

    public DateOnly? PartnershipSince { get; init; }

    public DateOnly? ClosedOn { get; init; }

    protected override string Called => "virksomhed";

    protected override object Unique => PNumber;

    protected override string? Fault =>
        RegisterFaults.Nameless(Name)
        ?? (PNumber.Length == 10 && PNumber.All(char.IsAsciiDigit) ? null : "P-nummeret har ti cifre.")
        ?? (Employees < 0 ? "Den har færre end ingen ansatte." : null);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new CompanyRow
            {
                Id = Id,
                Cvr = Cvr.Digits,
                PNumber = PNumber,
                Name = Name,
                SearchName = WrittenText.SearchKey(Name),
                Address = Address,
                PostalCode = PostalCode,
                Town = Town,
                Industry = Industry,
                Sector = Sector,
                Employees = Employees,
                Phone = Phone,
                Email = Email,
                Partnership = Partnership,
                PartnershipSince = PartnershipSince,
                ClosedOn = ClosedOn,
            }
        );
}

/// <summary>Somebody at a company whom the jobcenter talks with.</summary>
public sealed record RegisteredPerson(Guid Id, CompanyId Company, string Name, string Title) : Registered
{
    public string? Phone { get; init; }

    public string? Email { get; init; }

    protected override string Called => "kontaktperson";

    protected override string? Fault => RegisterFaults.Nameless(Name);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new CompanyPersonRow
            {
                Id = Id,
                CompanyId = Company,
                Name = Name,
                Title = Title,
                Phone = Phone,
                Email = Email,
            }
        );
}

public sealed record RegisteredContact(
    Guid Id,
    CompanyId Company,
    DateTimeOffset At,
    CompanyContactKind Kind,
    string About
) : Registered
{
    public UserId? Consultant { get; init; }

    protected override string Called => "virksomhedskontakt";

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new CompanyContactRow
            {
                Id = Id,
                CompanyId = Company,
                At = At,
                Kind = Kind,
                ConsultantId = Consultant,
                About = About,
            }
        );
}
