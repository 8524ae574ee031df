using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Virker.Platform;

/// <summary>
/// The background of a running server: brings every municipality's schema up to date, then delivers news and runs jobs
/// until it stops. While it runs it holds each municipality in use, so that a restore is refused.
/// </summary>
internal sealed class HouseWork(
    MunicipalityCatalogue catalogue,
    Outbox outbox,
    JobRunner jobs,
    Migrator migrator,
    ILogger<HouseWork> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, IDisposable> _held = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var municipality in catalogue.All) await TakeInAsync(municipality, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        foreach (var use in _held.Values) use.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var municipality in catalogue.All) await RoundAsync(municipality, stoppingToken);
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Also one that was added while the server runs.</summary>
    private async Task TakeInAsync(Municipality municipality, CancellationToken ct)
    {
        if (_held.ContainsKey(municipality.Slug)) return;
        _held[municipality.Slug] = MunicipalityUse.Hold(municipality);
        await migrator.MigrateAsync(municipality.Database, ct);
    }

    /// <summary>One municipality's trouble is not another's.</summary>
    private async Task RoundAsync(Municipality municipality, CancellationToken ct)
    {
        try
        {
            await TakeInAsync(municipality, ct);
            await outbox.DeliverAsync(municipality, ct);
            await jobs.RunDueAsync(municipality, ct);
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            log.LogError(
                "Background work failed in {Municipality}: {Problem}",
                municipality.Slug,
                CprText.Mask(problem.Message)
            );
        }
    }
}

/// <summary>
/// Says that a server uses a municipality's data; a restore waits for nobody and is refused meanwhile.
/// </summary>
public static class MunicipalityUse
{
    private static string LockOf(Municipality municipality) => Path.Combine(municipality.Folder, "i-brug.laas");

    /// <summary>Held by any number of servers at once.</summary>
    public static IDisposable Hold(Municipality municipality)
    {
        Directory.CreateDirectory(municipality.Folder);
        if (!File.Exists(LockOf(municipality))) File.WriteAllBytes(LockOf(municipality), []);
        return new FileStream(LockOf(municipality), FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Null when a server runs.</summary>
    internal static IDisposable? Alone(Municipality municipality)
    {
        Directory.CreateDirectory(municipality.Folder);
        try
        {
            return new FileStream(LockOf(municipality), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

internal static class MunicipalityScopes
{
    /// <summary>A scope in a municipality that acts as Virker itself.</summary>
    public static AsyncServiceScope InMunicipality(
        this IServiceScopeFactory scopes,
        Municipality municipality,
        string reference
    )
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = municipality;
        var actor = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        (actor.Value, actor.Reference) = (Actor.System, reference);
        return scope;
    }
}
