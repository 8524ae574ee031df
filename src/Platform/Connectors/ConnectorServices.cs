using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Virker.Platform;

internal sealed class ConnectorServices : IModuleServices
{
    public void Add(IServiceCollection services)
    {
        services.TryAddSingleton(_ => ConnectorAddresses.FromEnvironment());
        services.TryAddSingleton(provider => Retries.With(provider.GetRequiredService<TimeProvider>()));
        services.TryAddScoped<IJobindsats, Jobindsats>();
        services.TryAddScoped<IStatBank, StatBank>();
        services.AddScoped<IConnectors, Connectors>();
        services.AddScoped<ConnectorKeys>();
        services.TryAddScoped<IMessageTransport, LocalOutTray>();
    }
}
