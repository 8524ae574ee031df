using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>
/// A database of the test's own, with the whole schema in it. The schema is run once a process and then copied, since
/// forty scripts a test would cost more than the tests.
/// </summary>
public sealed class FreshDatabase : IAsyncDisposable
{
    /// <summary>Connection to a cluster in which tests may make and drop databases.</summary>
    public const string PostgresVariable = "VIRKER_TEST_POSTGRES";

    private const string FileName = "virker.db";

    private static readonly ConcurrentDictionary<Dialect, Lazy<Task<string>>> Templates = new();
    private static readonly string Temporary = Directory.CreateTempSubdirectory("virker-tests-").FullName;
    private static readonly string Run = $"virker_{Environment.ProcessId}_{Guid.NewGuid():N}"[..24];
    private static readonly ConcurrentBag<string> KeptOnCluster = [];
    private static int _count;

    static FreshDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave();

    private FreshDatabase(DatabaseAddress address, string folder) => (Address, Folder) = (address, folder);

    public DatabaseAddress Address { get; }

    /// <summary>A folder of the test's own, for files and keys; it goes with the database.</summary>
    public string Folder { get; }

    public static string? Cluster =>
        Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } connection ? connection : null;

    public static IReadOnlyList<Dialect> Dialects =>
        Cluster is null ? [Dialect.Sqlite] : [Dialect.Sqlite, Dialect.Postgres];

    /// <summary>With the schema, or (<paramref name="migrated"/> false) without a single table.</summary>
    public static async Task<FreshDatabase> CreateAsync(Dialect dialect, bool migrated = true)
    {
        var name = $"{Run}_{Interlocked.Increment(ref _count)}";
        var folder = Directory.CreateDirectory(Path.Combine(Temporary, name)).FullName;
        var template = migrated ? await Templates.GetOrAdd(dialect, d => new(() => TemplateAsync(d))).Value : null;
        if (dialect == Dialect.Postgres)
        {
            await CreateOnClusterAsync(name, template ?? "template0");
            return new(Postgres(name), folder);
        }

        var file = Path.Combine(folder, FileName);
        if (template is not null) File.Copy(template, file);
        return new(DatabaseAddress.SqliteFile(file), folder);
    }

    /// <summary>
    /// What stands in this one and its folder, kept for the whole run to be copied by <see cref="CopyAsync"/>; nobody
    /// may open it again.
    /// </summary>
    public async Task KeepAsync()
    {
        if (Address.Dialect == Dialect.Postgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Address.Connection));
            KeptOnCluster.Add(new NpgsqlConnectionStringBuilder(Address.Connection).Database!);
            return;
        }

        await CloseFileAsync(Address);
    }

    /// <summary>A database and a folder of its own, alike to one that is kept.</summary>
    public static async Task<FreshDatabase> CopyAsync(FreshDatabase kept)
    {
        var name = $"{Run}_{Interlocked.Increment(ref _count)}";
        var folder = Directory.CreateDirectory(Path.Combine(Temporary, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(kept.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(kept.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        if (kept.Address.Dialect == Dialect.Sqlite)
            return new(DatabaseAddress.SqliteFile(Path.Combine(folder, FileName)), folder);
        await CreateOnClusterAsync(name, new NpgsqlConnectionStringBuilder(kept.Address.Connection).Database!);
        return new(Postgres(name), folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (Address.Dialect == Dialect.Postgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Address.Connection));
            await OnClusterAsync(
                $"drop database if exists {new NpgsqlConnectionStringBuilder(Address.Connection).Database} with (force)"
            );
        }
        else
        {
            // The pool is keyed by the connection string that Platform makes, so it is asked for one.
            SqliteConnection.ClearPool((SqliteConnection)Connections.Create(Address));
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> TemplateAsync(Dialect dialect)
    {
        var name = $"{Run}_template";
        var address =
            dialect == Dialect.Postgres
                ? Postgres(name, pooling: false)
                : DatabaseAddress.SqliteFile(Path.Combine(Temporary, $"{name}.db"));
        if (dialect == Dialect.Postgres)
            await CreateOnClusterAsync(name, "template0");
        await using (var services = new ServiceCollection().AddVirker().BuildServiceProvider())
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(address);
        }

        if (dialect == Dialect.Postgres)
        {
            KeptOnCluster.Add(name);
            return name;
        }

        await CloseFileAsync(address);
        return address.Connection;
    }

    /// <summary>Everything in the one file, and nobody at it.</summary>
    private static async Task CloseFileAsync(DatabaseAddress address)
    {
        await using (var connection = await Connections.OpenAsync(address))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma wal_checkpoint(truncate)";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearPool((SqliteConnection)Connections.Create(address));
    }

    private static DatabaseAddress Postgres(string database, bool pooling = true) =>
        DatabaseAddress.Postgres(
            new NpgsqlConnectionStringBuilder(Cluster)
            {
                Database = database,
                Pooling = pooling,
                MaxPoolSize = 20,
                IncludeErrorDetail = true,
            }.ConnectionString
        );

    /// <summary>By copying the files: to copy by way of the log, which is the default, takes three times as long.</summary>
    private static Task CreateOnClusterAsync(string name, string template) =>
        OnClusterAsync($"create database {name} template {template} strategy file_copy");

    private static async Task OnClusterAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Cluster) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static void Leave()
    {
        foreach (var name in KeptOnCluster)
            OnClusterAsync($"drop database if exists {name} with (force)").Wait(TimeSpan.FromSeconds(10));
        SqliteConnection.ClearAllPools();
        Directory.Delete(Temporary, recursive: true);
    }
}
