using System.Data.Common;
using Virker.Platform;

namespace Virker.Tests.Web;

/// <summary>
/// Every row of a database as text, but for what only says that somebody has looked, and the clockwork of the
/// background.
/// </summary>
internal sealed class EveryRow
{
    private static readonly string[] Looking = ["access_log", "jobs"];

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _tables;

    private EveryRow(IReadOnlyDictionary<string, IReadOnlyList<string>> tables) => _tables = tables;

    public static async Task<EveryRow> OfAsync(DatabaseAddress database)
    {
        await using var connection = await Connections.OpenAsync(database);
        var tables = new Dictionary<string, IReadOnlyList<string>>();
        var names =
            database.Dialect == Dialect.Sqlite
                ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                : "select table_name from information_schema.tables where table_schema = current_schema()";
        foreach (var table in (await ReadAsync(connection, names)).Except(Looking))
        {
            var chain = table == "chain_heads" ? $" where name not in ('{string.Join("', '", Looking)}')" : "";
            tables[table] = await ReadAsync(connection, $"select * from \"{table}\"{chain}");
        }

        return new(tables);
    }

    /// <summary>Row by row: what came and what went.</summary>
    public IReadOnlyList<string> Difference(EveryRow after) =>
        [
            .. _tables.Keys.SelectMany(t =>
                after
                    ._tables[t]
                    .Except(_tables[t])
                    .Select(r => $"+ {t}: {r}")
                    .Concat(_tables[t].Except(after._tables[t]).Select(r => $"- {t}: {r}"))
            ),
        ];

    private static async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(
                string.Join(
                    '|',
                    Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(i =>
                            reader.GetValue(i) is byte[] bytes
                                ? Convert.ToHexStringLower(bytes)
                                : $"{reader.GetValue(i)}"
                        )
                )
            );
        return rows;
    }
}
