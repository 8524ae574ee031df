using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Opens a municipality's database. SQLite runs with a write-ahead log, full synchronisation, foreign keys and
/// overwriting of what is deleted: with less, acknowledged work is lost in a power cut, or deleted notes stay readable
/// in the file.
/// </summary>
public static class Connections
{
    private const string SqlitePragmas =
        "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma secure_delete=on; pragma busy_timeout=30000;";

    public static DbConnection Create(DatabaseAddress address) =>
        address.Dialect == Dialect.Sqlite
            ? new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = address.Connection,
                    Cache = SqliteCacheMode.Private,
                    DefaultTimeout = 30,
                }.ToString()
            )
            : new NpgsqlConnection(address.Connection);

    /// <summary>An open connection, made ready as every connection must be.</summary>
    public static async Task<DbConnection> OpenAsync(DatabaseAddress address, CancellationToken ct = default)
    {
        var connection = Create(address);
        await connection.OpenAsync(ct);
        Prepare(connection);
        return connection;
    }

    internal static void Configure(DbContextOptionsBuilder options, DatabaseAddress address)
    {
        if (address.Dialect == Dialect.Sqlite) options.UseSqlite(Create(address).ConnectionString);
        else options.UseNpgsql(address.Connection);
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        options.AddInterceptors(ReadyConnection.It);
    }

    private static void Prepare(DbConnection connection)
    {
        if (connection is not SqliteConnection sqlite) return;
        using var command = sqlite.CreateCommand();
        command.CommandText = SqlitePragmas;
        command.ExecuteNonQuery();
        sqlite.CreateCollation("da", Danish.Culture.CompareInfo.Compare);
        sqlite.CreateFunction<string?, string?>(
            "fold",
            text => text?.ToLower(Danish.Culture),
            isDeterministic: true
        );
    }

    private sealed class ReadyConnection : DbConnectionInterceptor
    {
        public static readonly ReadyConnection It = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            Prepare(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Prepare(connection);
            return Task.CompletedTask;
        }
    }
}
