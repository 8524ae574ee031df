using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Virker.Platform;

/// <summary>
/// Versions and other stamps follow the change: while a transaction has changed nothing, its rows bear the stamps that
/// they came with, and from when it has, those that its use case wrote.
/// A use case counts its version up and answers it without asking whether anything was new, and what it answers is what
/// stands afterwards.
/// </summary>
internal sealed class StampsOfChange
{
    private readonly Dictionary<object, Dictionary<string, (object? Before, object? Written)>> _rows = new(
        ReferenceEqualityComparer.Instance
    );

    internal static bool IsStamp(IReadOnlyProperty property) =>
        property.IsConcurrencyToken || property.PropertyInfo?.IsDefined(typeof(StampAttribute), false) == true;

    /// <summary>Called before each saving, with what all the savings of the transaction come to.</summary>
    public void Set(ChangeTracker tracker, bool unchanged)
    {
        foreach (var entry in tracker.Entries().Where(e => e.State == EntityState.Modified)) Note(entry);
        foreach (var (row, stamps) in _rows)
        {
            var entry = tracker.Context.Entry(row);
            if (entry.State is not (EntityState.Modified or EntityState.Unchanged))
                continue;
            foreach (var (name, (before, written)) in stamps)
                entry.Property(name).CurrentValue = unchanged ? before : written;
        }
    }

    public void Forget() => _rows.Clear();

    private void Note(EntityEntry entry)
    {
        foreach (var stamp in entry.Properties.Where(p => p.IsModified && IsStamp(p.Metadata)))
        {
            if (!_rows.TryGetValue(entry.Entity, out var stamps)) _rows[entry.Entity] = stamps = [];
            var before = stamps.TryGetValue(stamp.Metadata.Name, out var known) ? known.Before : stamp.OriginalValue;
            stamps[stamp.Metadata.Name] = (before, stamp.CurrentValue);
        }
    }
}
