using System.Data;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Go through access log and journal from the first row to the last, and say where a row was altered, removed or added.
/// </summary>
public sealed record VerifyChains : IQuery<ChainReport>;

/// <summary>The breaks (none is as it should be) and how far each chain has come.</summary>
public sealed record ChainReport(IReadOnlyList<ChainBreak> Breaks, IReadOnlyList<ChainHead> Heads);

[Requires("platform.audit.verify")]
internal sealed class VerifyChainsHandler(CurrentMunicipality municipality, KeyRing keys)
    : IUseCase<VerifyChains, ChainReport>
{
    internal static readonly IReadOnlyList<ChainTable> Tables = [AccessLog.Table, ChangeJournal.Table];

    public async Task<Outcome<ChainReport>> RunAsync(VerifyChains query, CancellationToken ct = default)
    {
        await using var connection = await Connections.OpenAsync(municipality.Value.Database, ct);
        await using var moment = await OneMomentAsync(connection, ct);
        var chain = new HashChain(moment, keys.Of(municipality.Value).AuditKey);
        var anchors = ChainAnchors.Of(municipality.Value);
        var breaks = new List<ChainBreak>();
        var heads = new List<ChainHead>();
        foreach (var table in Tables)
        {
            var found = await chain.VerifyAsync(table, anchors.Last(table.Name), ct);
            if (found is not null) breaks.Add(found);
            var (sequence, hash) = await chain.HeadAsync(table, forUpdate: false, ct);
            heads.Add(new(table.Name, sequence, Convert.ToHexStringLower(hash)));
        }

        if (breaks.Count == 0) anchors.Keep(heads);
        return new ChainReport(breaks, heads);
    }

    /// <summary>Rows that are added meanwhile are not seen, so rows and head agree.</summary>
    internal static async Task<DbTransaction> OneMomentAsync(DbConnection connection, CancellationToken ct) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
}

/// <summary>
/// The heads that were last seen, kept beside the keys and so outside the database: whoever puts an older copy of the
/// database in place is found, although its chains are whole.
/// </summary>
internal sealed class ChainAnchors
{
    private readonly string _path;
    private readonly List<ChainHead> _heads;

    private ChainAnchors(string path)
    {
        _path = path;
        _heads = File.Exists(path) ? JsonSerializer.Deserialize<List<ChainHead>>(File.ReadAllText(path)) ?? [] : [];
    }

    public static ChainAnchors Of(Municipality municipality) =>
        new(Path.Combine(municipality.KeysFolder, "ankre.json"));

    public ChainHead? Last(string table) => _heads.LastOrDefault(h => h.Table == table);

    public void Keep(IReadOnlyList<ChainHead> heads)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var draft = $"{_path}.{Guid.NewGuid():N}";
        File.WriteAllText(draft, JsonSerializer.Serialize(heads));
        File.Move(draft, _path, overwrite: true);
    }
}
