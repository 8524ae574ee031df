using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Virker.Platform;

/// <summary>
/// For rows that are loaded past the use cases (the demo, a take-over from another system): one row in the journal says
/// what, how many and from where.
/// </summary>
public sealed class BulkJournal(KeyRing keys, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Written in the loading's own transaction. <paramref name="useCase"/> names the loading, <paramref name="rows"/>
    /// counts by table.
    /// </summary>
    public Task NoteAsync(
        Municipality municipality,
        DbTransaction transaction,
        string useCase,
        IReadOnlyDictionary<string, long> rows,
        CancellationToken ct = default
    ) =>
        new HashChain(transaction, keys.Of(municipality).AuditKey).AppendAsync(
            ChangeJournal.Table,
            [
                [
                    clock.GetUtcNow(),
                    null,
                    Actor.System.Name,
                    useCase,
                    "",
                    "*",
                    "*",
                    null,
                    "bulk",
                    null,
                    JsonSerializer.Serialize(rows, Readable),
                ],
            ],
            ct
        );

    /// <summary>In a transaction of its own, where the loading has committed already.</summary>
    public async Task NoteAsync(
        Municipality municipality,
        DatabaseAddress database,
        string useCase,
        IReadOnlyDictionary<string, long> rows,
        CancellationToken ct = default
    )
    {
        using var turn = await WriteTurn.TakeAsync(database, ct);
        await using var connection = await Connections.OpenAsync(database, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await NoteAsync(municipality, transaction, useCase, rows, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// A fictive municipality's database gives way to a new one, whose chains begin anew: what was last seen of the old
    /// ones no longer counts.
    /// </summary>
    public static void BeginAnew(Municipality municipality)
    {
        if (!municipality.IsFictive) throw new InvalidOperationException("Only a fictive municipality begins anew.");
        ChainAnchors.Of(municipality).Keep([]);
    }
}
