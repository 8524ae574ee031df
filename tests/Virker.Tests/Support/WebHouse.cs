using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Virker.Kernel;
using Virker.Platform;
using Virker.Web;

namespace Virker.Tests.Support;

/// <summary>
/// The web as it runs, in process, over a small town of its own. Visitors sign in through the sign-in page and click
/// what a person clicks:
/// <code>
/// await using var web = await WebHouse.OpenAsync();
/// var page = await (await web.AsAsync(Role.CaseWorker)).GetAsync("/borgere");
/// </code>
/// </summary>
internal sealed class WebHouse : IAsyncDisposable
{
    public const string Host = "fiktivby.test";

    public const string NeighbourHost = "nabokoebing.test";

    private static readonly ConcurrentDictionary<Dialect, Lazy<Task<(FreshDatabase Built, SmallTown Town)>>> Built = new();

    private readonly FreshDatabase _database;
    private readonly List<FreshDatabase> _neighbours = [];
    private readonly Site _site;

    private WebHouse(FreshDatabase database, Opened how) => (_database, _site) = (database, new Site(database, how));

    public TestClock Clock => _site.Clock;

    /// <summary>Whatever the site has logged.</summary>
    public KeptLines Lines => _site.Lines;

    /// <summary>Where files, keys and databases of the installation stand.</summary>
    public string Folder => _database.Folder;

    public required SmallTown Town { get; init; }

    public IServiceProvider Services => _site.Services;

    /// <param name="settings">In place of budgets that no test reaches.</param>
    /// <param name="also">Other services in the place of the site's own.</param>
    /// <param name="reach">Where the site finds its database, if not where it stands.</param>
    /// <param name="yields">Nothing answers at once (<see cref="Yielding"/>); without it each database is as quick as
    /// it is.</param>
    public static async Task<WebHouse> OpenAsync(
        IReadOnlyDictionary<string, string?>? settings = null,
        Dialect on = Dialect.Sqlite,
        Action<IServiceCollection>? also = null,
        Func<DatabaseAddress, DatabaseAddress>? reach = null,
        bool yields = true
    )
    {
        var (built, town) = await Built.GetOrAdd(on, d => new(() => BuildAsync(d))).Value;
        var database = await FreshDatabase.CopyAsync(built);
        var at = reach?.Invoke(database.Address) ?? database.Address;
        return new(
            database,
            new(at, settings ?? new Dictionary<string, string?> { ["Virker:BudgetFactor"] = "1000" }, also, yields)
        )
        {
            Town = town,
        };
    }

    /// <summary>
    /// The town before anybody has been there: its accounts' passwords alone take a second, so it is built once a run
    /// and copied with its keys.
    /// </summary>
    private static async Task<(FreshDatabase Built, SmallTown Town)> BuildAsync(Dialect on)
    {
        var database = await FreshDatabase.CreateAsync(on);
        await using (
            var services = new ServiceCollection()
                .AddLogging()
                .AddSingleton<TimeProvider>(new TestClock())
                .AddVirker()
                .BuildServiceProvider()
        )
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = Home(database, database.Address);
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.System;
            var town = await SmallTown.BuildAsync(scope.ServiceProvider);
            await scope.DisposeAsync();
            await database.KeepAsync();
            return (database, town);
        }
    }

    private static Municipality Home(FreshDatabase database, DatabaseAddress at) =>
        new("999", "Fiktivby Kommune", "fiktivby", [Host], at, Path.Combine(DataOf(database).Path, "fiktivby"))
        {
            IsFictive = true,
        };

    private static DataFolder DataOf(FreshDatabase database) => new(Path.Combine(database.Folder, "data"));

    public AsyncServiceScope Scope(Actor actor, string host = Host)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = Services
            .GetRequiredService<MunicipalityCatalogue>()
            .OfHost(host)!;
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        return scope;
    }

    /// <summary>
    /// A second municipality on the same installation, with a database of its own. Whatever stands in it carries
    /// <paramref name="canary"/> in its words, so that a word of it anywhere else is a leak.
    /// </summary>
    public async Task<SmallTown> OpenNeighbourAsync(string canary)
    {
        var database = await FreshDatabase.CreateAsync(Dialect.Sqlite);
        _neighbours.Add(database);
        var catalogue = Services.GetRequiredService<MunicipalityCatalogue>();
        catalogue
            .Add(
                new(
                    "999",
                    "Nabokøbing Kommune",
                    "nabokoebing",
                    [NeighbourHost],
                    database.Address,
                    catalogue.FolderOf("nabokoebing")
                )
                {
                    IsFictive = true,
                }
            )
            .Refusal.ShouldBeNull();
        await using var scope = Scope(Actor.System, NeighbourHost);
        return await SmallTown.BuildAsync(scope.ServiceProvider, canary);
    }

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Anybody(string host = Host) =>
        new(_site.CreateClient(new() { BaseAddress = new($"http://{host}"), AllowAutoRedirect = false }));

    /// <summary>The town's account in this role, signed in as the page offers it.</summary>
    public Task<Visitor> AsAsync(Role role, string host = Host) => SignedInAsync(Anybody(host), role);

    /// <summary>
    /// The same through the server that runs, over the network, with its limits; asked for before anybody has come
    /// without.
    /// </summary>
    public Task<Visitor> AsOnNetworkAsync(Role role)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _site.Listen() };
        client.DefaultRequestHeaders.Host = Host;
        return SignedInAsync(new(client), role);
    }

    private static async Task<Visitor> SignedInAsync(Visitor visitor, Role role)
    {
        var page = await visitor.GetAsync("/log-ind");
        var account =
            page.Document.QuerySelector($"[data-role='{role.Id}']")
            ?? throw new InvalidOperationException($"No sign-in as {role.Name} is offered.");
        var answer = await page.SubmitAsync("demo", ("AccountId", account.GetAttribute("value")!));
        answer.Status.ShouldBe(302, answer.Text);
        return visitor;
    }

    public async Task<long> CountAsync(string sql, string host = Host)
    {
        await using var connection = await Connections.OpenAsync(
            Services.GetRequiredService<MunicipalityCatalogue>().OfHost(host)!.Database
        );
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _database.DisposeAsync();
        foreach (var neighbour in _neighbours) await neighbour.DisposeAsync();
    }

    private sealed record Opened(
        DatabaseAddress At,
        IReadOnlyDictionary<string, string?> Settings,
        Action<IServiceCollection>? Also,
        bool Yields
    );

    private sealed class Site(FreshDatabase database, Opened how) : WebApplicationFactory<AnswerStatus>
    {
        private bool _listens;

        public TestClock Clock { get; } = new();

        public KeptLines Lines { get; } = new();

        public Uri Listen()
        {
            if (!_listens)
            {
                UseKestrel(0);
                StartServer();
                _listens = true;
            }

            return new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            var data = DataOf(database);
            new MunicipalityCatalogue(data).Add(Home(database, how.At)).Refusal.ShouldBeNull();
            builder.UseEnvironment("Production");
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Lines));
            builder.ConfigureAppConfiguration(c => c.AddInMemoryCollection(how.Settings));
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton(data)).Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                how.Also?.Invoke(services);
                if (how.Yields) services.Yield();
            });
        }
    }
}
