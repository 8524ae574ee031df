using Microsoft.Data.Sqlite;
using Npgsql;

namespace Virker.Platform;

/// <summary>
/// A database that is filled aside and then takes the place of another in one step, so that a broken-off filling leaves
/// nothing half-made: a file beside the SQLite file, or a schema beside PostgreSQL's <c>public</c>. What was left of an
/// earlier try is thrown away.
/// </summary>
public sealed class DatabaseDraft
{
    private const string Schema = "virker_ny";

    private readonly DatabaseAddress _target;

    private DatabaseDraft(DatabaseAddress target, DatabaseAddress address) => (_target, Address) = (target, address);

    /// <summary>Where to fill.</summary>
    public DatabaseAddress Address { get; }

    public static async Task<DatabaseDraft> BeginAsync(DatabaseAddress target, CancellationToken ct = default)
    {
        if (target.Dialect == Dialect.Sqlite)
        {
            var draft = target.Connection + ".ny";
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(draft))!);
            foreach (var left in Files(draft)) File.Delete(left);
            return new(target, DatabaseAddress.SqliteFile(draft));
        }

        await RunAsync(target, $"drop schema if exists {Schema} cascade; create schema {Schema}", ct);
        return new(
            target,
            DatabaseAddress.Postgres(
                new NpgsqlConnectionStringBuilder(target.Connection) { SearchPath = Schema }.ConnectionString
            )
        );
    }

    /// <summary>Whether the table has a row at the address; a database or table that is not there has none.</summary>
    public static async Task<bool> HasRowsAsync(DatabaseAddress address, string table, CancellationToken ct = default)
    {
        if (address.Dialect == Dialect.Sqlite && !File.Exists(address.Connection)) return false;
        await using var connection = await Connections.OpenAsync(address, ct);
        var exists =
            address.Dialect == Dialect.Sqlite
                ? $"select count(*) from sqlite_master where type = 'table' and name = '{table}'"
                : $"select count(*) from pg_tables where schemaname = current_schema() and tablename = '{table}'";
        if (Convert.ToInt64(await Sql.ScalarAsync(connection, null, exists, ct)) == 0)
            return false;
        return await Sql.ScalarAsync(connection, null, $"select 1 from {table} limit 1", ct) is not null;
    }

    /// <summary>Puts the draft in the target's place. Nobody may have the target open.</summary>
    public async Task PublishAsync(CancellationToken ct = default)
    {
        if (_target.Dialect == Dialect.Sqlite)
        {
            await RunAsync(Address, "pragma wal_checkpoint(truncate)", ct);
            foreach (var address in new[] { Address, _target })
                SqliteConnection.ClearPool((SqliteConnection)Connections.Create(address));
            foreach (var left in Files(_target.Connection).Skip(1))
                File.Delete(left);
            File.Move(Address.Connection, _target.Connection, overwrite: true);
            foreach (var left in Files(Address.Connection)) File.Delete(left);
            return;
        }

        NpgsqlConnection.ClearPool(new NpgsqlConnection(Address.Connection));
        await RunAsync(
            _target,
            $"begin; drop schema public cascade; alter schema {Schema} rename to public; commit",
            ct
        );
        NpgsqlConnection.ClearPool(new NpgsqlConnection(_target.Connection));
    }

    /// <summary>Throws the draft away.</summary>
    public async Task DiscardAsync()
    {
        if (_target.Dialect == Dialect.Postgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Address.Connection));
            await RunAsync(_target, $"drop schema if exists {Schema} cascade", CancellationToken.None);
            return;
        }

        SqliteConnection.ClearPool((SqliteConnection)Connections.Create(Address));
        foreach (var left in Files(Address.Connection)) File.Delete(left);
    }

    private static string[] Files(string file) => [file, file + "-wal", file + "-shm", file + "-journal"];

    private static async Task RunAsync(DatabaseAddress address, string sql, CancellationToken ct)
    {
        await using var connection = await Connections.OpenAsync(address, ct);
        await Sql.RunAsync(connection, null, sql, ct);
    }
}
