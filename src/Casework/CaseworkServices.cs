using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Casework;

internal sealed class CaseworkServices : IModuleServices
{
    public void Add(IServiceCollection services) => services.AddScoped<ICitizenRelations, CaseRelations>();
}
