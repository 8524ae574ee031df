using Microsoft.Extensions.DependencyInjection;
using Virker.Demo;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>
/// The house as the command line opens it: the data folder's catalogue, and scopes that act as Virker itself.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton(new FictiveClock(TimeProvider.System))
        .AddSingleton<TimeProvider>(services => services.GetRequiredService<FictiveClock>())
        .AddVirker()
        .BuildServiceProvider();

    /// <summary>The day that a date on the command line is read on, where no municipality's own day is known.</summary>
    public static DateOnly Today => TimeProvider.System.Today();

    public IServiceProvider Services => _services;

    public MunicipalityCatalogue Catalogue => _services.GetRequiredService<MunicipalityCatalogue>();

    /// <summary>A scope in a municipality whose database is brought up to date first.</summary>
    public async Task<AsyncServiceScope> ScopeAsync(Municipality municipality, CancellationToken ct = default)
    {
        await _services.GetRequiredService<Migrator>().MigrateAsync(municipality.Database, ct);
        await _services.GetRequiredService<FictiveClock>().SetAsync(_services);
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = municipality;
        var actor = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        (actor.Value, actor.Reference) = (Actor.System, $"kommandolinje-{Environment.ProcessId}");
        return scope;
    }

    /// <summary>
    /// Does something in the chosen municipality; a refusal, or a problem whose message is meant for people, is said on
    /// standard error with exit code 1.
    /// </summary>
    public static async Task<int> InAsync(string? slug, Func<Installation, Municipality, Task<int>> work)
    {
        await using var installation = new Installation();
        try
        {
            var chosen = installation.Catalogue.Choose(slug);
            return chosen.IsRefused ? Refuse(chosen.Refusal) : await work(installation, chosen.Value);
        }
        catch (Exception problem) when (problem is SchemaException or CatalogueException)
        {
            return Refuse(new("installation", problem.Message));
        }
    }

    public static int Refuse(Refusal refusal)
    {
        Console.Error.WriteLine(refusal.Text);
        return 1;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
