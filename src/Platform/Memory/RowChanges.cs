using Virker.Kernel;

namespace Virker.Platform;

/// <summary>What has been committed between two places in the journal, asked by the types of rows.</summary>
public sealed class RowChanges
{
    /// <summary>So many citizens are read again at a time.</summary>
    public const int Piece = 300;

    private readonly VirkerContext _db;
    private readonly IReadOnlyList<JournalChange> _all;

    private RowChanges(VirkerContext db, IReadOnlyList<JournalChange> all) => (_db, _all) = (db, all);

    /// <summary>A load that says neither tables nor citizens is among them.</summary>
    public bool AreBulk => _all.Any(c => c.IsBulk);

    /// <summary>Everyone whom a change is about, in whatever table.</summary>
    public IEnumerable<CitizenId> Citizens => _all.Select(c => c.Citizen).OfType<CitizenId>().Distinct();

    public static async Task<RowChanges> BetweenAsync(
        VirkerContext db,
        long after,
        long head,
        CancellationToken ct
    ) => new(db, await JournalChanges.BetweenAsync(db, after, head, ct));

    public bool Touch(IEnumerable<Type> rows) => In(rows).Any();

    /// <summary>
    /// Those whom the changes of these rows are about; null where one of the changes is about no one citizen.
    /// </summary>
    public IReadOnlySet<CitizenId>? CitizensOf(IEnumerable<Type> rows)
    {
        List<JournalChange> own = [.. In(rows)];
        return own.Any(c => c.Citizen is null) ? null : own.Select(c => c.Citizen!.Value).ToHashSet();
    }

    private IEnumerable<JournalChange> In(IEnumerable<Type> rows)
    {
        var tables = TableNames.Of(_db, rows).ToHashSet();
        return _all.Where(c => tables.Contains(c.Entity));
    }
}
