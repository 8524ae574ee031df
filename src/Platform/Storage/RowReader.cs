using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Reads many rows of plain SQL without making objects of them, each value as its column stores it on either database.
/// For facts and exports; use cases that show a page read through the context.
/// </summary>
public sealed class RowReader
{
    private readonly DbDataReader _reader;
    private readonly bool _sqlite;

    private RowReader(DbDataReader reader, bool sqlite) => (_reader, _sqlite) = (reader, sqlite);

    /// <summary>" where column in (…)" for some citizens alone; nothing where everyone is asked for.</summary>
    public static string Where(
        VirkerContext db,
        string column,
        IReadOnlyCollection<CitizenId>? only,
        string join = "where"
    ) =>
        only is null
            ? ""
            : $" {join} {column} in ({string.Join(", ", only.Select(c => db.Dialect == Dialect.Sqlite ? $"x'{Convert.ToHexString(c.Value.ToByteArray(true))}'" : $"'{c.Value}'"))})";

    /// <summary>Calls <paramref name="row"/> for each row; the reader that it is given stands on that row.</summary>
    public static async Task ReadAsync(
        VirkerContext db,
        string sql,
        Action<RowReader> row,
        CancellationToken ct = default
    )
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = Sql.Command(
                db.Database.GetDbConnection(),
                db.Database.CurrentTransaction?.GetDbTransaction(),
                sql
            );
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new RowReader(reader, db.Dialect == Dialect.Sqlite);
            while (await reader.ReadAsync(ct)) row(rows);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public bool IsNull(int column) => _reader.IsDBNull(column);

    public Guid Id(int column) =>
        _sqlite ? new Guid(_reader.GetFieldValue<byte[]>(column), bigEndian: true) : _reader.GetGuid(column);

    /// <summary>An identity as the logs write it on both databases.</summary>
    public Guid LoggedId(int column) => new(_reader.GetFieldValue<byte[]>(column), bigEndian: true);

    public int Int(int column) => _reader.GetInt32(column);

    public long Long(int column) => _reader.GetInt64(column);

    public string Text(int column) => _reader.GetString(column);

    public bool? Truth(int column) =>
        _reader.IsDBNull(column) ? null
        : _sqlite ? _reader.GetInt64(column) != 0
        : _reader.GetBoolean(column);

    public DateOnly Day(int column)
    {
        if (!_sqlite) return _reader.GetFieldValue<DateOnly>(column);
        var text = _reader.GetString(column);
        return new DateOnly(
            (Digit(text, 0) * 1000) + (Digit(text, 1) * 100) + (Digit(text, 2) * 10) + Digit(text, 3),
            (Digit(text, 5) * 10) + Digit(text, 6),
            (Digit(text, 8) * 10) + Digit(text, 9)
        );
    }

    public DateOnly? DayOrNull(int column) => _reader.IsDBNull(column) ? null : Day(column);

    public DateTimeOffset Instant(int column) =>
        _sqlite
            ? new DateTimeOffset(_reader.GetInt64(column), TimeSpan.Zero)
            : _reader.GetFieldValue<DateTimeOffset>(column);

    private static int Digit(string text, int at) => text[at] - '0';
}

/// <summary>
/// A stamp that changes whenever a table's rows do: how many there are, and the newest journal entry about them.
/// </summary>
public static class TableStamp
{
    public static async Task<string> OfAsync(VirkerContext db, IEnumerable<Type> rows, CancellationToken ct)
    {
        var stamp = new List<string>();
        foreach (var table in TableNames.Of(db, rows))
        {
            var sql =
                $"select (select count(*) from {table}), coalesce((select max(sequence) from journal where entity = '{table}'), 0)";
            await RowReader.ReadAsync(db, sql, row => stamp.Add($"{table}:{row.Long(0)}:{row.Long(1)}"), ct);
        }

        return string.Join(' ', stamp);
    }
}
