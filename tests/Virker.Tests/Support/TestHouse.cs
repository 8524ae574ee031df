using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>
/// The whole house on a database of its own, with a clock that the test holds. Use cases run through the real pipeline,
/// as somebody:
/// <code>
/// await using var house = await TestHouse.OnAsync(dialect);
/// var outcome = await house.As(Role.CaseWorker, team).RunAsync&lt;BookMeeting, MeetingBooked&gt;(new(citizen, at));
/// </code>
/// </summary>
public sealed class TestHouse : IAsyncDisposable
{
    private readonly FreshDatabase _database;
    private readonly ServiceProvider _services;

    private TestHouse(FreshDatabase database, Action<IServiceCollection>? also)
    {
        _database = database;
        Municipality = new("999", "Fiktivby Kommune", "fiktivby", ["localhost"], database.Address, database.Folder)
        {
            IsFictive = true,
        };
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddVirker();
        also?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public TestClock Clock { get; } = new();

    public Municipality Municipality { get; }

    public IServiceProvider Services => _services;

    /// <summary>Jobs and the command line: allowed everything.</summary>
    public Seat System => new(this, Actor.System);

    /// <summary>Brings the news that waits to whoever hears it. Answers how many deliveries succeeded.</summary>
    public Task<int> DeliverAsync() => Services.GetRequiredService<Outbox>().DeliverAsync(Municipality);

    public static async Task<TestHouse> OnAsync(Dialect dialect, Action<IServiceCollection>? also = null) =>
        new(await FreshDatabase.CreateAsync(dialect), also);

    public static Task<TestHouse> OnSqliteAsync(Action<IServiceCollection>? also = null) =>
        OnAsync(Dialect.Sqlite, also);

    public Seat As(Actor actor) => new(this, actor);

    /// <summary>A new employee in this role, limited to these teams.</summary>
    public Seat As(Role role, params Guid[] units) =>
        As(new Actor(NewId.Of<UserId>(), $"{role.Name} Prøvesen", [RoleAssignment.Of(role, units)]));

    /// <summary>The citizen, signed in as themselves.</summary>
    public Seat As(CitizenId citizen) =>
        As(new Actor(NewId.Of<UserId>(), "Borger Prøvesen", [RoleAssignment.Of(Role.Citizen)]) { Citizen = citizen });

    public Seat As(CompanyId company) =>
        As(new Actor(NewId.Of<UserId>(), "Kontakt Prøvesen", [RoleAssignment.Of(Role.Company)]) { Company = company });

    /// <summary>A scope of the container under <paramref name="actor"/>, for what is no use case.</summary>
    public AsyncServiceScope Scope(Actor actor, Guid? idempotencyKey = null)
    {
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = Municipality;
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        (current.Value, current.IdempotencyKey, current.Reference) = (actor, idempotencyKey, "prøve");
        return scope;
    }

    /// <summary>The database itself, to look at what was written.</summary>
    public Task<DbConnection> OpenAsync() => Connections.OpenAsync(_database.Address);

    /// <summary>The first column of every row.</summary>
    public async Task<IReadOnlyList<object?>> ReadAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<object?>();
        while (await reader.ReadAsync()) values.Add(reader.IsDBNull(0) ? null : reader.GetValue(0));
        return values;
    }

    public async Task<long> CountAsync(string table) =>
        Convert.ToInt64((await ReadAsync($"select count(*) from {table}"))[0]);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}

/// <summary>Somebody at work in the house: each run is a scope of its own, as a request is.</summary>
public sealed class Seat(TestHouse house, Actor actor)
{
    public Actor Actor => actor;

    public UserId User => actor.User ?? throw new InvalidOperationException($"{actor.Name} is no user.");

    public async Task<Outcome<TResult>> RunAsync<TResult>(
        IRequest<TResult> request,
        Guid? idempotencyKey = null,
        CancellationToken ct = default
    )
    {
        await using var scope = house.Scope(actor, idempotencyKey);
        return await scope.ServiceProvider.RunAsync(request, ct);
    }

    /// <summary>The value; fails the test with the refusal's text when it was refused.</summary>
    public async Task<TResult> DoneAsync<TResult>(IRequest<TResult> request)
    {
        var outcome = await RunAsync(request);
        outcome.Refusal.ShouldBeNull($"{request.GetType().Name} was refused");
        return outcome.Value;
    }

    /// <summary>The code of the refusal; fails the test when it was done.</summary>
    public async Task<string> RefusedAsync<TResult>(IRequest<TResult> request)
    {
        var outcome = await RunAsync(request);
        outcome.IsRefused.ShouldBeTrue($"{request.GetType().Name} was done, and should have been refused");
        return outcome.Refusal!.Code;
    }
}
