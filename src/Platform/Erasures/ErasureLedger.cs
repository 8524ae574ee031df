using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// The ledger of erasures (fortegnelsen over sletninger): in the database, where it is written with what is erased, and
/// as a file beside it, so that it is there when the database is not. The file is one line for each erasure and a last
/// one with the keyed hash of them all: who has no key can neither plant a line nor take one out.
/// </summary>
internal static class ErasureLedger
{
    public const string FileName = "sletninger.txt";

    private static readonly JsonSerializerOptions Lines = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Refusal Changed = new(
        "erasures.changed",
        "Fortegnelsen over sletninger er ændret eller ikke hel. Angiv en hel kopi af den med --erasures."
    );

    public static string PathOf(Municipality municipality) => Path.Combine(municipality.Folder, FileName);

    /// <summary>Writes what the database has and the file lacks. Answers how many lines came to.</summary>
    public static async Task<Outcome<int>> CopyOutAsync(Municipality municipality, byte[] key, CancellationToken ct)
    {
        var kept = await ReadAsync(PathOf(municipality), key, ct);
        if (kept.IsRefused) return kept.Refusal;
        var all = Together(kept.Value, await InDatabaseAsync(municipality.Database, ct));
        if (all.Count > kept.Value.Count) await WriteAsync(PathOf(municipality), key, all, ct);
        return all.Count - kept.Value.Count;
    }

    /// <summary>
    /// All that is known to be erased: by the file that was given, by the municipality's own, and by the database that
    /// a backup is about to replace.
    /// </summary>
    public static async Task<Outcome<IReadOnlyList<Erasure>>> GatherAsync(
        Municipality municipality,
        string? given,
        byte[] key,
        CancellationToken ct
    )
    {
        if (given is not null && !File.Exists(given))
            return Refusal.NotFound("erasures.not-found", $"Filen {Path.GetFileName(given)} findes ikke.");
        var own = await ReadAsync(given ?? PathOf(municipality), key, ct);
        if (own.IsRefused) return own.Refusal;
        try
        {
            return Together(own.Value, await InDatabaseAsync(municipality.Database, ct));
        }
        catch (DbException)
        {
            return own; // what is to be replaced may be broken, or be older than the ledger
        }
    }

    public static List<Erasure> Together(IEnumerable<Erasure> some, IEnumerable<Erasure> others) =>
        [.. some.Concat(others).DistinctBy(e => e.Id).OrderBy(e => e.At).ThenBy(e => e.Id)];

    /// <summary>Puts into the table what it lacks, so that the next backup has it too.</summary>
    public static async Task PutInAsync(
        DbConnection connection,
        DbTransaction transaction,
        IEnumerable<Erasure> erasures,
        CancellationToken ct
    )
    {
        foreach (var e in erasures)
        {
            await Sql.RunAsync(
                connection,
                transaction,
                "insert into erasures (id, at, table_name, column_name, value, why) values (@id, @at, @table, @column, @value, @why) on conflict (id) do nothing",
                ct,
                ("id", e.Id),
                ("at", e.At),
                ("table", e.Table),
                ("column", e.Column),
                ("value", e.Value),
                ("why", e.Why)
            );
        }
    }

    /// <summary>None where there is no file.</summary>
    internal static async Task<Outcome<IReadOnlyList<Erasure>>> ReadAsync(string path, byte[] key, CancellationToken ct)
    {
        if (!File.Exists(path)) return (Outcome<IReadOnlyList<Erasure>>)Array.Empty<Erasure>();
        var text = await File.ReadAllTextAsync(path, ct);
        var last = text.TrimEnd('\n').LastIndexOf('\n') + 1;
        var seal = Encoding.ASCII.GetBytes(text[last..].TrimEnd('\n'));
        if (!CryptographicOperations.FixedTimeEquals(seal, Encoding.ASCII.GetBytes(SealOf(text[..last], key))))
            return Changed;
        return text[..last]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Erasure>(line, Lines)!)
            .ToList();
    }

    private static async Task WriteAsync(string path, byte[] key, IReadOnlyList<Erasure> erasures, CancellationToken ct)
    {
        var text = string.Concat(erasures.Select(e => JsonSerializer.Serialize(e, Lines) + "\n"));
        var draft = $"{path}.{Guid.NewGuid():N}";
        await using (var file = OwnersOnly.Create(draft))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes($"{text}{SealOf(text, key)}\n"), ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static string SealOf(string text, byte[] key) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "virker.sletninger.1"u8.ToArray()),
                Encoding.UTF8.GetBytes(text)
            )
        );

    private static async Task<IReadOnlyList<Erasure>> InDatabaseAsync(DatabaseAddress database, CancellationToken ct)
    {
        if (database.Dialect == Dialect.Sqlite && !File.Exists(database.Connection)) return [];
        await using var connection = await Connections.OpenAsync(database, ct);
        await using var command = Sql.Command(
            connection,
            null,
            "select id, at, table_name, column_name, value, why from erasures"
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Erasure>();
        while (await reader.ReadAsync(ct))
            rows.Add(
                new(
                    IdOf(reader.GetValue(0)),
                    TimeOf(reader.GetValue(1)),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.GetString(5)
                )
            );
        return rows;
    }

    private static Guid IdOf(object stored) => stored is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)stored;

    private static DateTimeOffset TimeOf(object stored) =>
        stored is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : new DateTimeOffset((DateTime)stored);
}
