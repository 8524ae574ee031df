using System.Data.Common;

namespace Virker.Platform;

/// <summary>
/// Goes through every text in every table and says which columns hold a CPR number in clear: what somebody with a dump
/// could read.
/// </summary>
public static class CprScan
{
    /// <summary>"table.column" for each column that holds one; empty is as it should be.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(DatabaseAddress database, CancellationToken ct = default)
    {
        await using var connection = await Connections.OpenAsync(database, ct);
        var found = new List<string>();
        foreach (var (table, column) in await TextColumnsAsync(connection, database.Dialect, ct))
        {
            if (await HoldsAsync(connection, table, column, ct)) found.Add($"{table}.{column}");
        }

        return found;
    }

    private static async Task<bool> HoldsAsync(
        DbConnection connection,
        string table,
        string column,
        CancellationToken ct
    )
    {
        await using var command = Sql.Command(
            connection,
            null,
            $"select \"{column}\" from \"{table}\" where \"{column}\" is not null"
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetValue(0) is string text && CprText.Holds(text)) return true;
        }

        return false;
    }

    private static async Task<IReadOnlyList<(string Table, string Column)>> TextColumnsAsync(
        DbConnection connection,
        Dialect dialect,
        CancellationToken ct
    )
    {
        await using var command = Sql.Command(
            connection,
            null,
            dialect == Dialect.Sqlite
                ? "select t.name, c.name from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and lower(c.type) = 'text' order by 1, 2"
                : "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'character varying', 'json', 'jsonb') order by 1, 2"
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = new List<(string, string)>();
        while (await reader.ReadAsync(ct)) columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    }
}
