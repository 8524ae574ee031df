using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>What companies are called, for a page that knows them by their ids.</summary>
public sealed record NameCompanies(IReadOnlyCollection<CompanyId> Companies) : IQuery<CompaniesNamed>;

/// <summary>A company that is not known is not among them.</summary>
public sealed record CompaniesNamed(IReadOnlyDictionary<CompanyId, string> Names);

[Requires("companies.company.find")]
internal sealed class NameCompaniesHandler(VirkerContext db) : IUseCase<NameCompanies, CompaniesNamed>
{
    public async Task<Outcome<CompaniesNamed>> RunAsync(NameCompanies query, CancellationToken ct = default)
    {
        var asked = query.Companies.Distinct().ToList();
        return new CompaniesNamed(
            await db.Set<CompanyRow>().Where(c => asked.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct)
        );
    }
}
