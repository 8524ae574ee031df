using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Targets;

internal sealed class TargetsServices : IModuleServices
{
    public void Add(IServiceCollection services) => services.AddSingleton<FactCache>().AddScoped<MunicipalFacts>().AddScoped<Comparisons>().AddScoped<PlanFollowUp>();
}
