using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Virker.Platform;

/// <summary>
/// One prepared insert, bound without the provider's parameters, which cost more than the insert itself.
/// </summary>
internal sealed class SqliteBulkTable : BulkTable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;
    private readonly string _name;
    private readonly byte[] _text = new byte[256];

    public SqliteBulkTable(SqliteConnection connection, string name, string[] columns)
    {
        (_database, _name) = (connection.Handle!, name);
        var sql =
            $"insert into {name} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(_database, sql, out _insert));
    }

    public override void Dispose() => _insert.Dispose();

    internal override void Complete() => _insert.Dispose();

    private protected override void WriteRow(ReadOnlySpan<BulkValue> row)
    {
        for (var i = 0; i < row.Length; i++) Bind(i + 1, row[i]);
        Check(raw.sqlite3_step(_insert), raw.SQLITE_DONE);
        Check(raw.sqlite3_reset(_insert));
    }

    private void Bind(int at, in BulkValue value)
    {
        Span<byte> identity = stackalloc byte[16];
        if (value.Type == BulkValue.Kind.Identity)
            value.Identity.TryWriteBytes(identity, bigEndian: true, out _);
        Check(
            value.Type switch
            {
                BulkValue.Kind.Null => raw.sqlite3_bind_null(_insert, at),
                BulkValue.Kind.Identity => raw.sqlite3_bind_blob(_insert, at, identity),
                BulkValue.Kind.Bytes => raw.sqlite3_bind_blob(_insert, at, (byte[])value.Reference!),
                BulkValue.Kind.Text => BindText(at, (string)value.Reference!),
                BulkValue.Kind.Day => BindText(
                    at,
                    DateOnly.FromDayNumber((int)value.Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                ),
                _ => raw.sqlite3_bind_int64(_insert, at, value.Number),
            }
        );
    }

    private int BindText(int at, string text) => Encoding.UTF8.TryGetBytes(text, _text, out var written)
        ? raw.sqlite3_bind_text(_insert, at, _text.AsSpan(0, written)) : raw.sqlite3_bind_text(_insert, at, text);

    private void Check(int result, int expected = raw.SQLITE_OK)
    {
        if (result != expected)
            throw new SqliteException($"{_name}: {raw.sqlite3_errmsg(_database).utf8_to_string()}", result);
    }
}

/// <summary>
/// Binary COPY, some thousand rows at a time, so that one connection fills all the tables side by side.
/// </summary>
internal sealed class PostgresBulkTable(NpgsqlConnection connection, string name, string[] columns) : BulkTable
{
    private const int Most = 60_000;

    private readonly List<BulkValue> _waiting = [];

    public override void Dispose() => _waiting.Clear();

    internal override void Complete() => Send();

    private protected override void WriteRow(ReadOnlySpan<BulkValue> row)
    {
        _waiting.AddRange(row);
        if (_waiting.Count >= Most) Send();
    }

    private void Send()
    {
        if (_waiting.Count == 0)
            return;
        using var import = connection.BeginBinaryImport(
            $"copy {name} ({string.Join(", ", columns)}) from stdin (format binary)"
        );
        import.Timeout = TimeSpan.FromHours(1);
        for (var i = 0; i < _waiting.Count; i++)
        {
            if (i % columns.Length == 0) import.StartRow();
            Write(import, _waiting[i]);
        }

        import.Complete();
        _waiting.Clear();
    }

    private static void Write(NpgsqlBinaryImporter import, in BulkValue value)
    {
        switch (value.Type)
        {
            case BulkValue.Kind.Null:
                import.WriteNull();
                break;
            case BulkValue.Kind.Integer:
                import.Write((int)value.Number, NpgsqlDbType.Integer);
                break;
            case BulkValue.Kind.Long:
                import.Write(value.Number, NpgsqlDbType.Bigint);
                break;
            case BulkValue.Kind.Truth:
                import.Write(value.Number != 0, NpgsqlDbType.Boolean);
                break;
            case BulkValue.Kind.Day:
                import.Write(DateOnly.FromDayNumber((int)value.Number), NpgsqlDbType.Date);
                break;
            case BulkValue.Kind.Instant:
                import.Write(new DateTime(value.Number, DateTimeKind.Utc), NpgsqlDbType.TimestampTz);
                break;
            case BulkValue.Kind.Identity:
                import.Write(value.Identity, NpgsqlDbType.Uuid);
                break;
            case BulkValue.Kind.Bytes:
                import.Write((byte[])value.Reference!, NpgsqlDbType.Bytea);
                break;
            default:
                import.Write((string)value.Reference!, NpgsqlDbType.Text);
                break;
        }
    }
}
