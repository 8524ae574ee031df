using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>
/// Find companies by name (words in any order) or CVR number, a page at a time (page 1 first); one with exactly the
/// name that was written comes first.
/// </summary>
public sealed record FindCompanies(string Text, int Page = 1) : IQuery<CompaniesFound>
{
    public const int Usual = 30;

    public int PageSize { get; init; } = Usual;
}

/// <summary><paramref name="Total"/> counts those on other pages too.</summary>
public sealed record CompaniesFound(IReadOnlyList<CompanyFound> Companies, int Total)
{
    public int Page { get; init; } = 1;
}

public sealed record CompanyFound(
    CompanyId Id,
    string Name,
    string Cvr,
    string Town,
    string Industry,
    int Employees,
    PartnershipKind? Partnership,
    bool Closed
);

[Requires("companies.company.find")]
internal sealed class FindCompaniesHandler(VirkerContext db) : IUseCase<FindCompanies, CompaniesFound>
{
    private const int LargestPage = 10_000;

    public async Task<Outcome<CompaniesFound>> RunAsync(FindCompanies query, CancellationToken ct = default)
    {
        var words = WrittenText.SearchPairs(Numbered(query.Text));
        if (words.Sum(w => w.Small.Length) < 2)
            return new Refusal(
                "company.search-too-short",
                "Skriv mindst to tegn af navnet eller CVR-nummeret.",
                Field: nameof(query.Text)
            );
        var matching = words.Aggregate(
            db.Set<CompanyRow>().AsQueryable(),
            (all, word) =>
                all.Where(c =>
                    c.SearchName.Contains(word.Folded)
                    || c.SearchName.Contains(word.Small)
                    || c.Cvr == word.Small
                    || c.PNumber == word.Small
                )
        );
        var (total, size, whole) = (
            await matching.CountAsync(ct),
            Math.Clamp(query.PageSize, 1, LargestPage),
            WrittenText.Line(query.Text)
        );
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (total + size - 1) / size));
        var found = await matching
            .OrderBy(c => c.Name != whole)
            .ThenBy(c => c.SearchName)
            .ThenBy(c => c.Id)
            .Skip((page - 1) * size)
            .Take(size)
            .Select(c => new CompanyFound(
                c.Id,
                c.Name,
                c.Cvr,
                c.Town,
                c.Industry,
                c.Employees,
                c.Partnership,
                c.ClosedOn != null
            ))
            .ToListAsync(ct);
        return new CompaniesFound(found, total) { Page = page };
    }

    /// <summary>A number that is written with spaces, as it is printed on a letter, is one word.</summary>
    private static string Numbered(string text) =>
        text.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c))
            ? string.Concat(text.Where(char.IsAsciiDigit))
            : text;
}
