using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Virker.Platform;

/// <summary>
/// Says that the row was changed, when and by whom, and nothing of what it is about. A row's <c>Version</c> is one of
/// them without being marked.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StampAttribute : Attribute;

/// <summary>A row that remembers how another one was: alone it is no change.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EditionAttribute : Attribute;

/// <summary>
/// What a transaction has changed when it is done, whatever way it took: a row that is taken away and put back the
/// same, or only gets a newer stamp, is as it was.
/// </summary>
internal sealed class NetChange
{
    private readonly Dictionary<(IEntityType Entity, string Key), (Values? Before, Values? After)> _rows = [];

    /// <summary>Everything that was saved is as it was before.</summary>
    public bool IsNothing => Lost().Order(StringComparer.Ordinal).SequenceEqual(Made().Order(StringComparer.Ordinal));

    public void Note(ChangeTracker tracker)
    {
        foreach (
            var entry in tracker
                .Entries()
                .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                .ToList()
        )
        {
            var row = (entry.Metadata, ChangeJournal.KeyOf(entry));
            var before =
                _rows.TryGetValue(row, out var known) ? known.Before
                : entry.State == EntityState.Added ? null
                : new Values(entry, p => p.OriginalValue);
            _rows[row] = (before, entry.State == EntityState.Deleted ? null : new Values(entry, p => p.CurrentValue));
        }
    }

    public void Forget() => _rows.Clear();

    private IEnumerable<string> Lost() =>
        _rows.Where(r => !IsSame(r.Value)).Select(r => r.Value.Before?.Content).OfType<string>();

    private IEnumerable<string> Made() =>
        _rows
            .Where(r =>
                !IsSame(r.Value)
                && !(r.Value.Before is null && r.Key.Entity.ClrType.IsDefined(typeof(EditionAttribute), false))
            )
            .Select(r => r.Value.After?.Content)
            .OfType<string>();

    private static bool IsSame((Values? Before, Values? After) row) => row.Before?.Content == row.After?.Content;

    /// <summary>
    /// A row's values as one text, without its stamps; without its key too where that is only an identity, so that a
    /// row written anew is known again.
    /// </summary>
    private sealed class Values(EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        public string Content { get; } =
            $"{entry.Metadata.GetTableName()}\n"
            + string.Join(
                '\n',
                entry
                    .Properties.Where(p => !StampsOfChange.IsStamp(p.Metadata) && !IsIdentity(p.Metadata))
                    .Select(p => $"{p.Metadata.Name}={Text(value(p))}")
            );

        private static bool IsIdentity(IProperty property) =>
            property.IsPrimaryKey()
            && property.FindContainingPrimaryKey()!.Properties.Count == 1
            && property.Name == "Id";

        /// <summary>Line ends and the space around a text are the browser's, and an empty text is none.</summary>
        private static string Text(object? value) => value switch
        {
            null => "-",
            string text => text.Trim() is { Length: > 0 } said ? $"\"{said.ReplaceLineEndings("\\n")}\"" : "-",
            byte[] bytes => Convert.ToHexStringLower(bytes),
            DateTimeOffset at => at.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture),
            IFormattable given => given.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            var other => other.ToString()!,
        };
    }
}
