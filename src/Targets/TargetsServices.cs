using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Targets;

internal sealed class TargetsServices : IModuleServices
{
    public void Add(IServiceCollection services) =>
        services
            .AddSingleton<FactCache>()
            .AddSingleton<ForecastCache>()
            .AddSingleton<BenchmarkMemory>()
            .AddScoped<MunicipalFacts>()
            .AddScoped<Comparisons>()
            .AddScoped<FetchLog>()
            .AddScoped<PlanFollowUp>()
            .AddScoped<PlanShelf>()
            .AddScoped<Outlooks>()
            .AddScoped<FigureReading>();
}
