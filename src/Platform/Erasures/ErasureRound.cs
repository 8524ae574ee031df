using System.Data.Common;

namespace Virker.Platform;

/// <summary>
/// Erases again in a database that was made from a backup: each noted row, and first what refers to it.
/// </summary>
internal sealed class ErasureRound(DbConnection connection, DbTransaction transaction)
{
    private sealed record Link(string Child, IReadOnlyList<string> Columns, string Parent, IReadOnlyList<string> Keys);

    private Dictionary<string, string> _columns = [];
    private IReadOnlyList<Link> _links = [];

    private bool IsSqlite => connection is Microsoft.Data.Sqlite.SqliteConnection;

    /// <summary>
    /// Answers how many rows there were. A table or column that this database does not have has nothing in it.
    /// </summary>
    public async Task<int> RunAsync(IEnumerable<Erasure> erasures, CancellationToken ct)
    {
        (_columns, _links) = (await ColumnsAsync(ct), await LinksAsync(ct));
        var rows = 0;
        foreach (var erasure in erasures.OrderBy(e => e.At))
        {
            if (_columns.TryGetValue($"{erasure.Table}.{erasure.Column}", out var type))
                rows += await EraseAsync(
                    erasure.Table,
                    $"\"{erasure.Column}\" = @value",
                    ValueOf(erasure, type),
                    [erasure.Table],
                    ct
                );
        }

        return rows;
    }

    /// <summary>After a round: whether the database has that column of that table.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Those that refer to the rows go before them.</summary>
    private async Task<int> EraseAsync(
        string table,
        string where,
        object value,
        IReadOnlyList<string> path,
        CancellationToken ct
    )
    {
        var rows = 0;
        foreach (var link in _links.Where(l => l.Parent == table && !path.Contains(l.Child)))
            rows += await EraseAsync(
                link.Child,
                $"({Names(link.Columns)}) in (select {Names(link.Keys)} from \"{table}\" where {where})",
                value,
                [.. path, link.Child],
                ct
            );
        return rows
            + await Sql.RunAsync(
                connection,
                transaction,
                $"delete from \"{table}\" where {where}",
                ct,
                ("value", value)
            );
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));

    private object ValueOf(Erasure erasure, string type) =>
        !IsSqlite && type == "uuid"
            ? new Guid(Convert.FromHexString(erasure.Value), bigEndian: true)
            : Convert.FromHexString(erasure.Value);

    private async Task<Dictionary<string, string>> ColumnsAsync(CancellationToken ct)
    {
        var columns = await ReadAsync(
            IsSqlite
                ? "select t.name || '.' || c.name, lower(c.type) from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'"
                : "select table_name || '.' || column_name, data_type from information_schema.columns where table_schema = current_schema()",
            ct
        );
        return columns.ToDictionary(c => c[0], c => c[1]);
    }

    /// <summary>One row for each column of each foreign key, in order.</summary>
    private async Task<IReadOnlyList<Link>> LinksAsync(CancellationToken ct)
    {
        var rows = await ReadAsync(
            IsSqlite
                ? """
                select t.name, f."from", f."table", coalesce(f."to", (select k.name from pragma_table_info(f."table") k where k.pk = f.seq + 1)), t.name || f.id
                from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table' order by t.name, f.id, f.seq
                """
                : """
                select child.relname, a.attname, parent.relname, b.attname, c.oid::text
                from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid join pg_namespace n on n.oid = child.relnamespace
                cross join lateral unnest(c.conkey, c.confkey) with ordinality as k(own, theirs, place)
                join pg_attribute a on a.attrelid = child.oid and a.attnum = k.own join pg_attribute b on b.attrelid = parent.oid and b.attnum = k.theirs
                where c.contype = 'f' and n.nspname = current_schema() order by child.relname, c.oid, k.place
                """,
            ct
        );
        return
        [
            .. rows.GroupBy(r => r[4])
                .Select(g => new Link(g.First()[0], [.. g.Select(r => r[1])], g.First()[2], [.. g.Select(r => r[3])])),
        ];
    }

    private async Task<IReadOnlyList<string[]>> ReadAsync(string sql, CancellationToken ct)
    {
        await using var command = Sql.Command(connection, transaction, sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(ct))
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }
}

/// <summary>The erasures that a restored database is to be without, and how many rows they were.</summary>
internal sealed class ErasedAgain(IReadOnlyList<Erasure> erasures)
{
    public int Rows { get; private set; }

    /// <summary>All or none; and the ledger goes into the table, where this database has it.</summary>
    public async Task RunAsync(DbConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var round = new ErasureRound(connection, transaction);
        Rows += await round.RunAsync(erasures, ct);
        if (round.Has("erasures.id")) await ErasureLedger.PutInAsync(connection, transaction, erasures, ct);
        await transaction.CommitAsync(ct);
    }
}
