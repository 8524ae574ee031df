using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

internal sealed class EconomyServices : IModuleServices
{
    public void Add(IServiceCollection services) =>
        services
            .AddSingleton<RegulatedLaws>()
            .AddScoped<LawInForce>()
            .AddScoped<ILawInForce>(scope => scope.GetRequiredService<LawInForce>())
            .AddScoped<BudgetPrices>()
            .AddScoped<RegisterSimulation>();
}
