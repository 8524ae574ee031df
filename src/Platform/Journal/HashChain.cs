using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// A table that is only ever added to: its name and its columns in the order in which they are hashed.
/// </summary>
internal sealed record ChainTable(string Name, IReadOnlyList<string> Columns);

/// <summary>Where a chain breaks: the first row whose hash does not follow from the row before it.</summary>
public sealed record ChainBreak(string Table, long Sequence, string Problem);

/// <summary>
/// How far a chain has come: kept outside the database (printed, mailed, time-stamped), it shows whether old rows were
/// swapped for new ones.
/// </summary>
public sealed record ChainHead(string Table, long Sequence, string Hash);

/// <summary>
/// Append-only rows, each with the keyed hash (HMAC-SHA256) of itself and the row before. Altering, removing or adding
/// a row without the municipality's audit key breaks every hash after it; cutting off the end disagrees with the head,
/// which is kept apart.
/// </summary>
internal sealed class HashChain(DbTransaction transaction, byte[] key)
{
    /// <summary>
    /// On PostgreSQL, where each statement is a journey. SQLite binds by name, which is slow for many and quick for the
    /// same few again.
    /// </summary>
    private const int RowsAStatement = 50;

    private readonly DbConnection _connection = transaction.Connection ?? throw new InvalidOperationException("The transaction has ended.");

    private bool IsPostgres => _connection is Npgsql.NpgsqlConnection;

    /// <summary>
    /// Adds rows in the caller's transaction; holds the chain's head until that ends, so rows of two writers never mix.
    /// </summary>
    public async Task AppendAsync(ChainTable table, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        var (sequence, hash) = await HeadAsync(table, IsPostgres, ct);
        DbCommand? insert = null;
        try
        {
            foreach (var chunk in rows.Chunk(IsPostgres ? RowsAStatement : 1))
            {
                if (insert?.Parameters.Count != chunk.Length * (table.Columns.Count + 2))
                {
                    if (insert is not null) await insert.DisposeAsync();
                    insert = Insert(table, chunk.Length);
                }

                hash = Fill(insert, chunk, sequence, hash);
                sequence += chunk.Length;
                await insert.ExecuteNonQueryAsync(ct);
            }
        }
        finally
        {
            if (insert is not null) await insert.DisposeAsync();
        }

        await MoveHeadAsync(table, sequence, hash, ct);
    }

    /// <summary>The hash of the last row.</summary>
    private byte[] Fill(DbCommand insert, object?[][] rows, long sequence, byte[] hash)
    {
        var place = 0;
        foreach (var row in rows)
        {
            hash = Next(hash, ++sequence, row);
            insert.Parameters[place++].Value = sequence;
            foreach (var value in row) insert.Parameters[place++].Value = ChainValues.Stored(value);
            insert.Parameters[place++].Value = hash;
        }

        return hash;
    }

    private Task MoveHeadAsync(ChainTable table, long sequence, byte[] hash, CancellationToken ct) =>
        Sql.RunAsync(
            _connection,
            transaction,
            "update chain_heads set sequence = @sequence, hash = @hash, seal = @seal where name = @name",
            ct,
            ("sequence", sequence),
            ("hash", hash),
            ("seal", Seal(table, sequence, hash)),
            ("name", table.Name)
        );

    /// <summary>
    /// Reads the whole chain and answers its first break, or null. The transaction must see one moment of the database.
    /// <paramref name="anchor"/> is a head seen before, which must still be on the chain.
    /// </summary>
    public async Task<ChainBreak?> VerifyAsync(ChainTable table, ChainHead? anchor, CancellationToken ct)
    {
        var expected = (Sequence: 0L, Hash: new byte[32]);
        await using (var select = Command($"select sequence, hash, {string.Join(", ", table.Columns)} from {table.Name} order by sequence"))
        await using (var reader = await select.ExecuteReaderAsync(ct))
        {
            var row = new object?[table.Columns.Count];
            while (await reader.ReadAsync(ct))
            {
                var sequence = reader.GetInt64(0);
                if (sequence != expected.Sequence + 1) return new(table.Name, expected.Sequence + 1, "rækken mangler");
                for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i + 2) ? null : reader.GetValue(i + 2);
                var hash = Next(expected.Hash, sequence, row);
                if (reader.GetValue(1) is not byte[] kept || !CryptographicOperations.FixedTimeEquals(hash, kept))
                    return new(table.Name, sequence, "rækken er ændret");
                if (sequence == anchor?.Sequence && Convert.ToHexStringLower(hash) != anchor.Hash)
                    return new(table.Name, sequence, "rækken er en anden end den, der stod her ved sidste kontrol");
                expected = (sequence, hash);
            }
        }

        return await VerifyEndAsync(table, expected.Sequence, expected.Hash, ct)
            ?? (
                anchor?.Sequence > expected.Sequence
                    ? new(
                        table.Name,
                        expected.Sequence + 1,
                        $"rækker mangler i slutningen; ved sidste kontrol var der {anchor.Sequence}"
                    )
                    : null
            );
    }

    /// <summary>
    /// The head must be the last row's, and sealed as such: the end cannot be cut off by writing an earlier row's hash
    /// into the head.
    /// </summary>
    private async Task<ChainBreak?> VerifyEndAsync(ChainTable table, long sequence, byte[] hash, CancellationToken ct)
    {
        var head = await HeadAsync(table, forUpdate: false, ct);
        if (head.Sequence != sequence || !head.Hash.AsSpan().SequenceEqual(hash))
            return new(table.Name, sequence + 1, "rækker mangler i slutningen");
        var seal =
            await Sql.ScalarAsync(
                _connection,
                transaction,
                "select seal from chain_heads where name = @name",
                ct,
                ("name", table.Name)
            ) as byte[];
        return
            sequence == 0
            || (seal is not null && CryptographicOperations.FixedTimeEquals(seal, Seal(table, sequence, hash)))
            ? null
            : new(table.Name, sequence + 1, "kædens hoved er ændret; rækker kan mangle i slutningen");
    }

    public async Task<(long Sequence, byte[] Hash)> HeadAsync(ChainTable table, bool forUpdate, CancellationToken ct)
    {
        await using var select = Sql.Command(
            _connection,
            transaction,
            $"select sequence, hash from chain_heads where name = @name{(forUpdate ? " for update" : "")}",
            ("name", table.Name)
        );
        await using var reader = await select.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) throw new SchemaException($"Kæden {table.Name} har intet hoved i chain_heads.");
        return (reader.GetInt64(0), (byte[])reader.GetValue(1));
    }

    private byte[] Seal(ChainTable table, long sequence, byte[] hash) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"hoved/{table.Name}/{sequence}/{Convert.ToHexStringLower(hash)}"));

    private byte[] Next(byte[] previous, long sequence, object?[] row)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(previous);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        mac.AppendData(number);
        foreach (var value in row)
        {
            var bytes = ChainValues.Canonical(value);
            BinaryPrimitives.WriteInt64BigEndian(number, bytes?.Length ?? -1);
            mac.AppendData(number);
            if (bytes is not null) mac.AppendData(bytes);
        }

        return mac.GetHashAndReset();
    }

    private DbCommand Command(string sql) => Sql.Command(_connection, transaction, sql);

    private DbCommand Insert(ChainTable table, int rows)
    {
        var insert = Command("");
        var values = new List<string>(rows);
        for (var row = 0; row < rows; row++)
            values.Add($"({string.Join(", ", Enumerable.Range(0, table.Columns.Count + 2).Select(_ => Add(insert)))})");
        insert.CommandText =
            $"insert into {table.Name} (sequence, {string.Join(", ", table.Columns)}, hash) values {string.Join(", ", values)}";
        return insert;
    }

    private static string Add(DbCommand command)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{command.Parameters.Count}";
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
