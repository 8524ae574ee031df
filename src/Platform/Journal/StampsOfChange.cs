using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Virker.Platform;

/// <summary>
/// Versions are counted and other stamps follow the change: while a transaction has changed nothing, its rows bear the
/// stamps that they came with; from when it has, a version one higher, however often the row is saved, and the stamps
/// that its use case wrote.
/// </summary>
internal sealed class StampsOfChange
{
    private readonly Dictionary<object, Dictionary<string, (object? Before, object? Written)>> _rows = new(
        ReferenceEqualityComparer.Instance
    );

    private readonly HashSet<object> _made = new(ReferenceEqualityComparer.Instance);

    internal static bool IsStamp(IReadOnlyProperty property) =>
        property.IsConcurrencyToken || property.PropertyInfo?.IsDefined(typeof(StampAttribute), false) == true;

    /// <summary>Called before each saving, with what all the savings of the transaction come to.</summary>
    public void Set(ChangeTracker tracker, bool unchanged)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State == EntityState.Modified) Note(entry);
            if (entry is { State: EntityState.Added, Entity: IVersioned } && _made.Add(entry.Entity))
                entry.Property(nameof(IVersioned.Version)).CurrentValue = 1;
        }

        foreach (var (row, stamps) in _rows)
        {
            var entry = tracker.Context.Entry(row);
            if (entry.State is not (EntityState.Modified or EntityState.Unchanged))
                continue;
            foreach (var (name, (before, written)) in stamps)
                entry.Property(name).CurrentValue = unchanged ? before : written;
        }
    }

    public void Forget()
    {
        _rows.Clear();
        _made.Clear();
    }

    private void Note(EntityEntry entry)
    {
        var isOld = !_made.Contains(entry.Entity);
        foreach (var stamp in entry.Properties.Where(p => IsStamp(p.Metadata)))
        {
            var isVersion = stamp.Metadata.IsConcurrencyToken;
            if (isVersion ? !isOld : !stamp.IsModified) continue;
            if (!_rows.TryGetValue(entry.Entity, out var stamps)) _rows[entry.Entity] = stamps = [];
            var isKnown = stamps.TryGetValue(stamp.Metadata.Name, out var known);
            var before = isKnown ? known.Before : stamp.OriginalValue;
            stamps[stamp.Metadata.Name] = (before, isVersion ? (int)before! + 1 : stamp.CurrentValue);
        }
    }
}
