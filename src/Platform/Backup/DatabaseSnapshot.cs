using System.Data;
using System.Data.Common;
using System.Text;
using Npgsql;

namespace Virker.Platform;

/// <summary>
/// The database as it stood at one moment, while others go on writing: SQLite writes a compact copy of itself,
/// PostgreSQL's tables are read in one repeatable-read transaction.
/// </summary>
internal sealed class DatabaseSnapshot : IAsyncDisposable
{
    public const string SqlitePart = "database/virker.db";
    public const string TableFolder = "database/tabeller/";

    private readonly DbConnection _connection;
    private readonly DbTransaction? _transaction;
    private readonly string? _copy;

    private DatabaseSnapshot(DbConnection connection, DbTransaction? transaction, string? copy) =>
        (_connection, _transaction, _copy) = (connection, transaction, copy);

    public IReadOnlyList<(string Name, Func<Stream, Task> Write)> Parts { get; private set; } = [];

    public static async Task<DatabaseSnapshot> TakeAsync(DatabaseAddress database, string scratch, CancellationToken ct)
    {
        var connection = await Connections.OpenAsync(database, ct);
        if (database.Dialect == Dialect.Sqlite)
        {
            await OwnersOnly.Create(scratch).DisposeAsync();
            await Sql.RunAsync(connection, null, "vacuum into @copy", ct, ("copy", scratch));
            await connection.DisposeAsync();
            var copy = await Connections.OpenAsync(DatabaseAddress.SqliteFile(scratch), ct);
            return new(copy, null, scratch) { Parts = [(SqlitePart, target => CopyFileAsync(scratch, target))] };
        }

        var snapshot = new DatabaseSnapshot(
            connection,
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct),
            null
        );
        var tables = await TablesAsync((NpgsqlConnection)connection, "public", ct);
        snapshot.Parts =
        [
            .. tables.Select(t =>
                (
                    $"{TableFolder}{t.Name}.copy",
                    (Func<Stream, Task>)(target => CopyTableAsync((NpgsqlConnection)connection, t, target))
                )
            ),
        ];
        return snapshot;
    }

    /// <summary>
    /// The scripts that made the tables, how far the chains had come, and which files there were, at that moment.
    /// </summary>
    public async Task<(
        IReadOnlyList<BackedUpScript> Scripts,
        IReadOnlyList<ChainHead> Heads,
        IReadOnlyList<string> Files
    )> DescribeAsync(CancellationToken ct)
    {
        var scripts = await ReadAsync(
            "select module, number, name, hash from schema_history order by module, number",
            r => new BackedUpScript(r.GetString(0), r.GetInt32(1), r.GetString(2), r.GetString(3)),
            ct
        );
        var heads = await ReadAsync(
            "select name, sequence, hash from chain_heads order by name",
            r => new ChainHead(r.GetString(0), r.GetInt64(1), Convert.ToHexStringLower((byte[])r.GetValue(2))),
            ct
        );
        var files = await ReadAsync("select stored_name from files order by stored_name", r => r.GetString(0), ct);

        // The copy is packed as a file: nothing of it may be left in a log beside it.
        if (_copy is not null) await Sql.RunAsync(_connection, null, "pragma journal_mode=delete", ct);
        return (scripts, heads, files);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct)
    {
        await using var command = Sql.Command(_connection, _transaction, sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null) await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
        if (_copy is null)
            return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(
            (Microsoft.Data.Sqlite.SqliteConnection)Connections.Create(DatabaseAddress.SqliteFile(_copy))
        );
        foreach (var path in new[] { _copy, _copy + "-wal", _copy + "-shm", _copy + "-journal" })
            File.Delete(path);
    }

    internal sealed record Table(string Name, IReadOnlyList<string> Columns)
    {
        public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c}\""));
    }

    internal static async Task<IReadOnlyList<Table>> TablesAsync(
        NpgsqlConnection connection,
        string schema,
        CancellationToken ct
    )
    {
        await using var command = Sql.Command(connection, null, """
            select t.relname, c.attname from pg_class t join pg_attribute c on c.attrelid = t.oid join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = @schema and t.relkind in ('r', 'p') and not t.relispartition and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''
            order by t.relname, c.attnum
            """, ("schema", schema));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = new List<(string Table, string Column)>();
        while (await reader.ReadAsync(ct)) columns.Add((reader.GetString(0), reader.GetString(1)));
        return [.. columns.GroupBy(c => c.Table).Select(g => new Table(g.Key, [.. g.Select(c => c.Column)]))];
    }

    private static async Task CopyTableAsync(NpgsqlConnection connection, Table table, Stream target)
    {
        using var rows = await connection.BeginTextExportAsync(
            $"copy (select {table.ColumnList} from \"{table.Name}\") to stdout"
        );
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        var buffer = new char[32 * 1024];
        int read;
        await writer.WriteAsync($"{string.Join('\t', table.Columns)}\n");
        while ((read = await rows.ReadAsync(buffer)) > 0) await writer.WriteAsync(buffer.AsMemory(0, read));
    }

    private static async Task CopyFileAsync(string path, Stream target)
    {
        await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await source.CopyToAsync(target);
    }
}
