namespace Virker.Platform;

/// <summary>A thing's rows written anew as a list.</summary>
public static class ReplacedRows
{
    /// <summary>
    /// A row with the same <paramref name="key"/> is overwritten in place, so that the journal shows before and after
    /// beside each other and says nothing of a row that stands; one that is not wanted goes.
    /// </summary>
    public static void Replace<TRow>(
        this VirkerContext db,
        IReadOnlyCollection<TRow> old,
        IReadOnlyCollection<TRow> wanted,
        Func<TRow, object> key
    )
        where TRow : class
    {
        var kept = wanted.ToDictionary(key);
        foreach (var row in old.Where(o => !kept.ContainsKey(key(o)))) db.Remove(row);
        var before = old.ToDictionary(key);
        foreach (var (at, row) in kept)
        {
            if (before.TryGetValue(at, out var stands)) db.Entry(stands).CurrentValues.SetValues(row);
            else db.Add(row);
        }
    }
}
