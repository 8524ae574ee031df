using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Casework;

internal sealed class CaseworkServices : IModuleServices
{
    public void Add(IServiceCollection services) =>
        services.AddScoped(p =>
            p.GetRequiredService<DayShelves>().Of(p.GetRequiredService<CurrentMunicipality>().Value)
        );
}
