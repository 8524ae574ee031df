using Microsoft.EntityFrameworkCore;

namespace Virker.Platform;

/// <summary>
/// A row that is only changed as it was seen. The unit of work counts its version: 1 when it is made, one more with
/// each use case that changes it; a use case that changes nothing leaves it.
/// </summary>
public interface IVersioned
{
    int Version { get; }
}

public static class VersionedRows
{
    /// <summary>
    /// Counts the row's version although only what belongs to it was changed: the sections of an item, the keys of an
    /// account.
    /// </summary>
    public static void Touch(this VirkerContext db, IVersioned row) =>
        db.Entry(row).Property(nameof(IVersioned.Version)).IsModified = true;
}
