using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>What was made, and how long it took.</summary>
public sealed record DemoCreated(Municipality Municipality, int Citizens, int Spells, TimeSpan Took);

/// <summary>
/// Creates the fictive municipality: the register in bulk, then what the modules write themselves (accounts, committee,
/// plan) through their use cases, all in a draft that takes its place at the end.
/// </summary>
public sealed class DemoMunicipality(IServiceProvider services)
{
    public const string Slug = "solvig";

    public async Task<Outcome<DemoCreated>> CreateAsync(
        DemoPlan plan,
        DatabaseAddress? database,
        bool replace,
        Action<string> progress,
        CancellationToken ct = default
    )
    {
        if (plan.Problem is { } problem) return new Refusal("demo.plan", problem);
        var started = Stopwatch.GetTimestamp();
        var place = await PlaceAsync(database, replace, ct);
        if (place.IsRefused) return place.Refusal;
        var municipality = place.Value;
        var draft = await DatabaseDraft.BeginAsync(municipality.Database, ct);
        try
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(draft.Address, ct);
            progress("Borgere, ydelser og flytninger regnes ud ...");
            var world = new World(plan);
            await FillAsync(municipality with { Database = draft.Address }, new RegisterWriter(world, progress), ct);
            progress("Brugere, udvalg og plan ...");
            await using (var content = new DemoContent(world, municipality with { Database = draft.Address })) await content.WriteAsync(ct);
            await draft.PublishAsync(ct);
            BulkJournal.BeginAnew(municipality);
            if (Catalogue.OfSlug(Slug) is null && Catalogue.Add(municipality) is { IsRefused: true } refused) return refused.Refusal;
            return new DemoCreated(municipality, world.People.Length, world.Spells.Length, Stopwatch.GetElapsedTime(started));
        }
        catch
        {
            await draft.DiscardAsync();
            throw;
        }
    }

    /// <exception cref="InvalidOperationException">What is drawn does not fit the register.</exception>
    private async Task FillAsync(Municipality municipality, RegisterWriter writer, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = municipality;
        var intake = scope.ServiceProvider.GetRequiredService<IRegisterIntake>();
        if (await intake.FillAsync(writer.Deliver(), ct) is { IsRefused: true } off)
            throw new InvalidOperationException(off.Refusal.Text);
    }

    private MunicipalityCatalogue Catalogue => services.GetRequiredService<MunicipalityCatalogue>();

    /// <summary>
    /// Where it goes; refused when something is there already, or when the place belongs to a municipality that is not
    /// fictive.
    /// </summary>
    private async Task<Outcome<Municipality>> PlaceAsync(DatabaseAddress? database, bool replace, CancellationToken ct)
    {
        var known = Catalogue.OfSlug(Slug);
        if (known is { IsFictive: false })
            return new Refusal(
                "demo.not-fictive",
                $"Kommunen »{Slug}« i kataloget er ikke fiktiv og bliver ikke rørt."
            );
        if (known is not null && database is not null && known.Database != database)
            return new Refusal(
                "demo.elsewhere",
                "Den fiktive kommune står i kataloget med en anden database. Brug den, eller fjern den fra kataloget."
            );
        var municipality =
            known
            ?? new Municipality(
                "999",
                TownPlaces.Municipality,
                Slug,
                ["localhost", "127.0.0.1", "[::1]"],
                database ?? Catalogue.SqliteOf(Slug),
                Catalogue.FolderOf(Slug)
            )
            {
                IsFictive = true,
            };
        return !replace && await DatabaseDraft.HasRowsAsync(municipality.Database, "citizens", ct)
            ? new Refusal(
                "demo.exists",
                "Den fiktive kommune findes allerede. Kør igen med --replace for at erstatte den; alt i den går tabt."
            )
            : municipality;
    }
}
