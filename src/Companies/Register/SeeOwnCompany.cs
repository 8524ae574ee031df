using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>The company that the one who asks acts for.</summary>
public sealed record SeeOwnCompany : IQuery<CompanyOverview>;

[Requires("self-service.own-company.see")]
internal sealed class SeeOwnCompanyHandler(CompanyReader companies, CurrentActor actor)
    : IUseCase<SeeOwnCompany, CompanyOverview>
{
    public Task<Outcome<CompanyOverview>> RunAsync(SeeOwnCompany query, CancellationToken ct = default) =>
        actor.Value.Company is { } company
            ? companies.OfAsync(company, ct)
            : Task.FromResult<Outcome<CompanyOverview>>(
                Refusal.NotFound("company.not-found", "Virksomheden findes ikke.")
            );
}
