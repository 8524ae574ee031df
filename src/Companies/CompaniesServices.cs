using Microsoft.Extensions.DependencyInjection;
using Virker.Insight;
using Virker.Platform;

namespace Virker.Companies;

internal sealed class CompaniesServices : IModuleServices
{
    public void Add(IServiceCollection services) =>
        services
            .AddScoped<IFactSource, CompanyFacts>()
            .AddScoped<IFactSource, ApprenticeFacts>()
            .AddScoped<IFactSource, PlacementFacts>();
}
