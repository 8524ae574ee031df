using System.Data.Common;
using Npgsql;

namespace Virker.Platform;

/// <summary>
/// In PostgreSQL the restored tables are made in a schema of their own in the same database, and the two schemas change
/// names in one transaction: no right to make databases is needed, and nobody sees anything half done.
/// </summary>
internal sealed class RestoredPostgres(DatabaseAddress target, RestoreBench bench) : RestoredDatabase
{
    private readonly string _schema = $"virker_gendannes_{Guid.NewGuid():N}"[..32];
    private bool _swapped;

    public override async Task LoadAsync(BackupArchive backup, Migrator migrator, CancellationToken ct)
    {
        await OnTargetAsync($"create schema {_schema}", ct);
        await using var connection = (NpgsqlConnection)await OpenAsync(ct);
        await migrator.ApplyAsync(connection, ScriptsOf(backup.Manifest, migrator, Dialect.Postgres), ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var links = await LinksAsync(connection, ct);
        foreach (var (table, name, _) in links)
            await Sql.RunAsync(connection, transaction, $"alter table \"{table}\" drop constraint \"{name}\"", ct);
        foreach (var table in await DatabaseSnapshot.TablesAsync(connection, _schema, ct))
            await FillAsync(connection, backup, table, ct);
        foreach (var (table, name, definition) in links)
            await Sql.RunAsync(
                connection,
                transaction,
                $"alter table \"{table}\" add constraint \"{name}\" {definition}",
                ct
            );
        await transaction.CommitAsync(ct);
    }

    public override async Task<IReadOnlyList<string>> SwapAsync(CancellationToken ct)
    {
        var aside = $"virker_foer_{bench.Mark}";
        await OnTargetAsync(
            $"begin; alter schema public rename to {aside}; alter schema {_schema} rename to public; commit",
            ct
        );
        _swapped = true;
        return [$"skemaet {aside}"];
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_swapped) await OnTargetAsync($"drop schema if exists {_schema} cascade", CancellationToken.None);
    }

    protected override async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(target.Connection)
            {
                SearchPath = _schema,
                Pooling = false,
                CommandTimeout = 0,
            }.ConnectionString
        );
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>What the scripts put into the tables gives way to what the backup has.</summary>
    private static async Task FillAsync(
        NpgsqlConnection connection,
        BackupArchive backup,
        DatabaseSnapshot.Table table,
        CancellationToken ct
    )
    {
        await Sql.RunAsync(connection, null, $"delete from \"{table.Name}\"", ct);
        using var rows = new StreamReader(backup.OpenPart($"{DatabaseSnapshot.TableFolder}{table.Name}.copy"));
        var columns = (await rows.ReadLineAsync(ct) ?? throw new InvalidDataException(table.Name)).Split('\t');
        if (!columns.Order().SequenceEqual(table.Columns.Order()))
            throw new InvalidDataException($"{table.Name} has other columns");
        await using var writer = await connection.BeginTextImportAsync(
            $"copy \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) from stdin",
            ct
        );
        var buffer = new char[32 * 1024];
        int read;
        while ((read = await rows.ReadAsync(buffer, ct)) > 0) await writer.WriteAsync(buffer.AsMemory(0, read), ct);
    }

    private async Task<IReadOnlyList<(string Table, string Name, string Definition)>> LinksAsync(
        NpgsqlConnection connection,
        CancellationToken ct
    )
    {
        await using var command = Sql.Command(connection, null, """
            select t.relname, c.conname, pg_get_constraintdef(c.oid) from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
            where c.contype = 'f' and n.nspname = @schema
            """, ("schema", _schema));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var links = new List<(string, string, string)>();
        while (await reader.ReadAsync(ct)) links.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return links;
    }

    private async Task OnTargetAsync(string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(target.Connection)
            {
                Pooling = false,
                CommandTimeout = 0,
            }.ConnectionString
        );
        await connection.OpenAsync(ct);
        await Sql.RunAsync(connection, null, sql, ct);
    }
}
