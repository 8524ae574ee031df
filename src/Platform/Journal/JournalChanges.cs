using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// One change that the journal knows: the table, and the citizen it is about where it is about one. A bulk load names
/// neither.
/// </summary>
public sealed record JournalChange(string Entity, CitizenId? Citizen)
{
    public bool IsBulk => Entity == "*";
}

/// <summary>
/// What has been committed since a place in the journal. Places are handed out in the order of the commits.
/// </summary>
public static class JournalChanges
{
    /// <summary>The newest place.</summary>
    public static async Task<long> HeadAsync(VirkerContext db, CancellationToken ct)
    {
        var head = 0L;
        await RowReader.ReadAsync(db, "select coalesce(max(sequence), 0) from journal", row => head = row.Long(0), ct);
        return head;
    }

    public static async Task<IReadOnlyList<JournalChange>> BetweenAsync(
        VirkerContext db,
        long after,
        long head,
        CancellationToken ct
    )
    {
        var changes = new HashSet<JournalChange>();
        await RowReader.ReadAsync(
            db,
            $"select entity, citizen_id from journal where sequence > {after} and sequence <= {head}",
            row => changes.Add(new(row.Text(0), row.IsNull(1) ? null : new CitizenId(row.LoggedId(1)))),
            ct
        );
        return [.. changes];
    }
}
