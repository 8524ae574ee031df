using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>
/// How the work with companies stands: open job orders, the longest waiting first, and the contacts of the last thirty
/// days.
/// </summary>
public sealed record SeeCompanyWork : IQuery<CompanyWork>;

/// <summary>
/// <paramref name="Contacts"/> counts contacts and <paramref name="CompaniesContacted"/> the companies that they were
/// with, in the last thirty days.
/// </summary>
public sealed record CompanyWork(
    IReadOnlyList<OpenJobOrder> Open,
    int OpenOrders,
    int OpenPositions,
    int Contacts,
    int CompaniesContacted
);

public sealed record OpenJobOrder(
    JobOrderId Id,
    CompanyId Company,
    string CompanyName,
    JobOrderKind Kind,
    string Title,
    DateOnly CreatedOn,
    int Positions,
    int Hired
);

[Requires("companies.work.see")]
internal sealed class SeeCompanyWorkHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<SeeCompanyWork, CompanyWork>
{
    public async Task<Outcome<CompanyWork>> RunAsync(SeeCompanyWork query, CancellationToken ct = default)
    {
        var since = clock.GetUtcNow().AddDays(-30);
        var open = db.Set<JobOrderRow>().Where(o => o.Status == JobOrderStatus.Open);
        var first = await (
            from order in open
            where db.Set<HireRow>().Count(h => h.JobOrderId == order.Id) < order.Positions
            join company in db.Set<CompanyRow>() on order.CompanyId equals company.Id
            orderby order.CreatedOn, order.Id
            select new OpenJobOrder(
                order.Id,
                company.Id,
                company.Name,
                order.Kind,
                order.Title,
                order.CreatedOn,
                order.Positions,
                db.Set<HireRow>().Count(h => h.JobOrderId == order.Id)
            )
        ).ToListAsync(ct);
        var contacts = db.Set<CompanyContactRow>().Where(c => c.At >= since);
        return new CompanyWork(
            first,
            await open.CountAsync(ct),
            await open.SumAsync(o => o.Positions, ct),
            await contacts.CountAsync(ct),
            await contacts.Select(c => c.CompanyId).Distinct().CountAsync(ct)
        );
    }
}
