using Virker.Platform;
using Virker.Companies;
using Virker.Kernel;

namespace Virker.Web.Pages.Companies.Register;

internal sealed class CompanySearch(IUseCase<FindCompanies, CompaniesFound> find) : ISearchSource
{
    public string Heading => "Virksomheder";

    public string Permission => Permissions.Of<FindCompanies>();

    public int Order => 20;

    public async Task<SearchFound> FindAsync(string text, int page, CancellationToken ct = default) =>
        (await find.RunAsync(new(text, page), ct)).Match(
            found => new SearchFound([.. found.Companies.Select(Hit)], found.Total)
            {
                Page = found.Page,
                PageSize = FindCompanies.Usual,
            },
            _ => SearchFound.Nothing
        );

    private static SearchHit Hit(CompanyFound company) =>
        new(
            company.Name,
            CompanyPage.Url(company.Id),
            $"CVR {company.Cvr} · {company.Town} · {company.Industry}{(company.Closed ? " · ophørt" : "")}"
        );
}
