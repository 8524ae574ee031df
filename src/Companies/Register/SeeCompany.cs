using Microsoft.EntityFrameworkCore;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>A company on one page. Who was hired is not shown here: that is the citizen's case.</summary>
public sealed record SeeCompany(CompanyId Company) : IQuery<CompanyOverview>;

public sealed record CompanyOverview(
    CompanyFound Company,
    string PNumber,
    string Address,
    Sector Sector,
    DateOnly? PartnershipSince,
    IReadOnlyList<CompanyPerson> People,
    IReadOnlyList<CompanyContact> Contacts,
    IReadOnlyList<JobOrder> JobOrders
)
{
    public string? Phone { get; init; }

    public string? Email { get; init; }
}

public sealed record CompanyPerson(string Name, string Title, string? Phone, string? Email);

/// <summary>
/// A contact with the company (virksomhedskontakt): a visit, a call, a mail or a meeting. <paramref name="By"/>: who
/// had it, where that is known.
/// </summary>
public sealed record CompanyContact(DateTimeOffset At, CompanyContactKind Kind, string About, string? By);

/// <summary>A job order (jobordre) and how many of its positions have been filled.</summary>
public sealed record JobOrder(
    JobOrderId Id,
    JobOrderKind Kind,
    string Title,
    DateOnly CreatedOn,
    int Positions,
    int Hired,
    JobOrderStatus Status,
    int HoursPerWeek
);

[Requires("companies.company.see")]
internal sealed class SeeCompanyHandler(CompanyReader companies) : IUseCase<SeeCompany, CompanyOverview>
{
    public Task<Outcome<CompanyOverview>> RunAsync(SeeCompany query, CancellationToken ct = default) =>
        companies.OfAsync(query.Company, ct);
}

/// <summary>What is known of a company, for whoever may see it.</summary>
[Part]
internal sealed class CompanyReader(VirkerContext db, IStaffDirectory directory)
{
    public async Task<Outcome<CompanyOverview>> OfAsync(CompanyId id, CancellationToken ct)
    {
        var company = await db.Set<CompanyRow>().FirstOrDefaultAsync(c => c.Id == id, ct);
        if (company is null)
            return Refusal.NotFound("company.not-found", "Virksomheden findes ikke.");
        var people = await db.Set<CompanyPersonRow>()
            .Where(p => p.CompanyId == company.Id)
            .OrderBy(p => p.Name)
            .Select(p => new CompanyPerson(p.Name, p.Title, p.Phone, p.Email))
            .ToListAsync(ct);
        var contacts = await ContactsAsync(company.Id, ct);
        var orders = await OrdersAsync(company.Id, ct);
        return new CompanyOverview(
            new(
                company.Id,
                company.Name,
                company.Cvr,
                company.Town,
                company.Industry,
                company.Employees,
                company.Partnership,
                company.ClosedOn is not null
            ),
            company.PNumber,
            $"{company.Address}, {company.PostalCode} {company.Town}",
            company.Sector,
            company.PartnershipSince,
            people,
            contacts,
            orders
        )
        {
            Phone = company.Phone,
            Email = company.Email,
        };
    }

    private async Task<IReadOnlyList<CompanyContact>> ContactsAsync(CompanyId company, CancellationToken ct)
    {
        var staff = await directory.ReadAsync(ct);
        var contacts = await db.Set<CompanyContactRow>()
            .Where(c => c.CompanyId == company)
            .OrderByDescending(c => c.At)
            .ToListAsync(ct);
        return [.. contacts.Select(c => new CompanyContact(c.At, c.Kind, c.About, staff.NameOf(c.ConsultantId)))];
    }

    private Task<List<JobOrder>> OrdersAsync(CompanyId company, CancellationToken ct) =>
        db.Set<JobOrderRow>()
            .Where(o => o.CompanyId == company)
            .OrderByDescending(o => o.CreatedOn)
            .ThenBy(o => o.Id)
            .Select(o => new JobOrder(
                o.Id,
                o.Kind,
                o.Title,
                o.CreatedOn,
                o.Positions,
                db.Set<HireRow>().Count(h => h.JobOrderId == o.Id),
                o.Status,
                o.HoursPerWeek
            ))
            .ToListAsync(ct);
}
