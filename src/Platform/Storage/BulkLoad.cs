using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Virker.Platform;

/// <summary>
/// Fills a database that nobody uses yet: indexes and foreign keys are taken off first and put back at the end, which
/// on PostgreSQL checks every reference. Nothing is journalled, so this is for a new municipality and never for one in
/// use. Until <see cref="CompleteAsync"/> the file is not safe against a power cut; whoever calls loads aside and moves
/// into place.
/// </summary>
public sealed class BulkLoad : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly List<BulkTable> _tables = [];
    private List<string> _restore = [];

    private BulkLoad(DbConnection connection) => _connection = connection;

    public static async Task<BulkLoad> IntoAsync(DatabaseAddress address, CancellationToken ct = default)
    {
        var load = new BulkLoad(await Connections.OpenAsync(address, ct));
        await load.BeginAsync(ct);
        return load;
    }

    /// <summary>A table to write rows into; several can be open at once.</summary>
    public BulkTable Table(string name, params string[] columns)
    {
        BulkTable table = _connection is SqliteConnection sqlite
            ? new SqliteBulkTable(sqlite, name, columns)
            : new PostgresBulkTable((NpgsqlConnection)_connection, name, columns);
        _tables.Add(table);
        return table;
    }

    public async Task CompleteAsync(CancellationToken ct = default)
    {
        foreach (var table in _tables) table.Complete();
        if (_connection is SqliteConnection) await RunAsync("commit", ct);
        foreach (var statement in _restore) await RunAsync(statement, ct);
        await RunAsync("analyze", ct);
        if (_connection is SqliteConnection)
            await RunAsync(
                "pragma locking_mode=normal; pragma journal_mode=wal; pragma synchronous=full; pragma wal_checkpoint(truncate)",
                ct
            );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables) table.Dispose();
        if (_connection is SqliteConnection sqlite) SqliteConnection.ClearPool(sqlite);
        await _connection.DisposeAsync();
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        if (_connection is SqliteConnection)
        {
            await RunAsync(
                "pragma foreign_keys=off; pragma secure_delete=off; pragma locking_mode=exclusive; pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-131072",
                ct
            );
            await TakeOffAsync(
                "select 'drop index ' || name, sql from sqlite_master where type = 'index' and sql is not null order by rowid",
                ct
            );
            await RunAsync("begin", ct);
            return;
        }

        await TakeOffAsync("""
            select 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid
            where c.relnamespace = current_schema()::regnamespace and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype <> 'f')
            """, ct);
        await TakeOffAsync("""
            select format('alter table %s drop constraint %I', conrelid::regclass, conname), format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where connamespace = current_schema()::regnamespace and contype = 'f'
            """, ct);
    }

    /// <summary>Runs the first column's statements now and keeps the second column's for the end.</summary>
    private async Task TakeOffAsync(string sql, CancellationToken ct)
    {
        var statements = new List<(string Now, string Later)>();
        await using (var command = _connection.CreateCommand())
        {
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) statements.Add((reader.GetString(0), reader.GetString(1)));
        }

        foreach (var (now, _) in statements) await RunAsync(now, ct);
        _restore = [.. _restore, .. statements.Select(s => s.Later)];
    }

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>Takes rows in the order of the columns that it was opened with.</summary>
public abstract class BulkTable : IDisposable
{
    public long Count { get; private set; }

    public void Write(params ReadOnlySpan<BulkValue> row)
    {
        WriteRow(row);
        Count++;
    }

    public abstract void Dispose();

    internal abstract void Complete();

    private protected abstract void WriteRow(ReadOnlySpan<BulkValue> row);
}
