using Microsoft.Extensions.DependencyInjection;
using Virker.Insight;
using Virker.Platform;

namespace Virker.Youth;

internal sealed class YouthServices : IModuleServices
{
    public void Add(IServiceCollection services) => services.AddScoped<IFactSource, EducationFacts>();
}
