using Microsoft.Extensions.DependencyInjection;
using Virker.Insight;
using Virker.Platform;

namespace Virker.Newcomers;

internal sealed class NewcomersServices : IModuleServices
{
    public void Add(IServiceCollection services) =>
        services
            .AddScoped<IFactSource, NewcomerFacts>()
            .AddScoped<IFactSource, ResultFacts>()
            .AddScoped<IFactSource, QuotaFacts>();
}
