using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Virker.Platform;

/// <summary>For rows that are loaded past the use cases (the demo, a take-over from another system): one row in the journal says what, how many and from where.</summary>
public sealed class BulkJournal(KeyRing keys, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Written in the loading's own transaction. <paramref name="useCase"/> names the loading, <paramref name="rows"/> counts by table.</summary>
    public Task NoteAsync(Municipality municipality, DbTransaction transaction, string useCase, IReadOnlyDictionary<string, long> rows, CancellationToken ct = default) =>
        new HashChain(transaction, keys.Of(municipality).AuditKey).AppendAsync(ChangeJournal.Table,
            [[clock.GetUtcNow(), null, Actor.System.Name, useCase, "", "*", "*", null, "bulk", null, JsonSerializer.Serialize(rows, Readable)]], ct);
}
