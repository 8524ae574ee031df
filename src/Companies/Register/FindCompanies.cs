using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>Find companies by name (words in any order) or CVR number.</summary>
public sealed record FindCompanies(string Text) : IQuery;

public sealed record CompaniesFound(IReadOnlyList<CompanyFound> Companies, int Total);

public sealed record CompanyFound(CompanyId Id, string Name, string Cvr, string Town, string Industry, int Employees, string? Partnership, bool Closed);

[Requires("companies.company.find")]
internal sealed class FindCompaniesHandler(VirkerContext db) : IUseCase<FindCompanies, CompaniesFound>
{
    internal const int Most = 50;

    public async Task<Outcome<CompaniesFound>> RunAsync(FindCompanies query, CancellationToken ct = default)
    {
        var words = WrittenText.SearchPairs(query.Text);
        if (words.Sum(w => w.Small.Length) < 2) return new Refusal("company.search-too-short", "Skriv mindst to tegn af navnet eller CVR-nummeret.", Field: nameof(query.Text));
        var matching = words.Aggregate(db.Set<CompanyRow>().AsNoTracking(), (all, word) => all.Where(c => c.SearchName.Contains(word.Folded) || c.SearchName.Contains(word.Small) || c.Cvr == word.Small || c.PNumber == word.Small));
        var found = await matching.OrderBy(c => c.SearchName).ThenBy(c => c.Id).Take(Most)
            .Select(c => new CompanyFound(c.Id, c.Name, c.Cvr, c.Town, c.Industry, c.Employees, c.Partnership, c.ClosedOn != null)).ToListAsync(ct);
        return new CompaniesFound(found, found.Count < Most ? found.Count : await matching.CountAsync(ct));
    }
}
