using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Not written in the journal: the column holds a secret (a sealed number, a password hash).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>Writes every change of the context with before and after, in the same transaction as the change.</summary>
internal sealed class ChangeJournal(VirkerContext db, CurrentActor actor, TimeProvider clock)
{
    internal static readonly ChainTable Table = new(
        "journal",
        [
            "at",
            "user_id",
            "actor",
            "use_case",
            "reference",
            "entity",
            "entity_id",
            "citizen_id",
            "kind",
            "before",
            "after",
        ]
    );

    /// <summary>The rows for what is about to be saved; call before saving, append after.</summary>
    public IReadOnlyList<object?[]> Collect(string useCase)
    {
        db.ChangeTracker.DetectChanges();
        return
        [
            .. db
                .ChangeTracker.Entries()
                .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                .Select(e => Row(e, useCase)),
        ];
    }

    internal static string KeyOf(EntityEntry entry) =>
        string.Join('/', entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => p.CurrentValue));

    private object?[] Row(EntityEntry entry, string useCase)
    {
        var citizen = entry.Properties.FirstOrDefault(p => p.CurrentValue is CitizenId)?.CurrentValue as CitizenId?;
        return
        [
            clock.GetUtcNow(),
            actor.Value.User?.Value,
            actor.Value.Name,
            useCase,
            actor.Reference,
            entry.Metadata.GetTableName(),
            KeyOf(entry),
            citizen?.Value,
            entry.State switch
            {
                EntityState.Added => "added",
                EntityState.Deleted => "deleted",
                _ => "changed",
            },
            entry.State == EntityState.Added ? null : Values(entry, p => p.OriginalValue),
            entry.State == EntityState.Deleted ? null : Values(entry, p => p.CurrentValue)];
    }

    /// <summary>An added or deleted row whole; of a changed one only what changed.</summary>
    private static string Values(EntityEntry entry, Func<PropertyEntry, object?> value) =>
        JsonSerializer.Serialize(
            entry
                .Properties.Where(p => entry.State != EntityState.Modified || p.IsModified)
                .ToDictionary(
                    p => p.Metadata.GetColumnName(),
                    p =>
                        p.Metadata.PropertyInfo?.IsDefined(typeof(SecretAttribute), false) == true
                            ? "(hemmelig)"
                            : Text(value(p))
                )
        );

    private static object? Text(object? value) => value switch
    {
        null or bool or int or long or decimal or double => value,
        string text => CprText.Mask(text),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTimeOffset at => at.ToString("O"),
        DateOnly day => day.ToString("O"),
        _ => CprText.Mask(value.ToString()),
    };
}
