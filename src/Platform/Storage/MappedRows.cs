using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Virker.Platform;

/// <summary>
/// The column holds the identity of a row of <typeparamref name="TRow"/>. Rows are written in an order that the
/// database's foreign keys accept; nothing is deleted along.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RefersToAttribute<TRow> : Attribute, IRefersTo where TRow : class
{
    Type IRefersTo.Row => typeof(TRow);
}

/// <summary>The column holds the value as <typeparamref name="TConverter"/> writes it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StoredAsAttribute<TConverter> : Attribute, IStoredAs where TConverter : ValueConverter
{
    Type IStoredAs.Converter => typeof(TConverter);
}

internal interface IRefersTo
{
    Type Row { get; }
}

internal interface IStoredAs
{
    Type Converter { get; }
}

/// <summary>Reads from a module's rows what the composed context must know of them.</summary>
internal static class MappedRows
{
    /// <summary>Every class with <see cref="TableAttribute"/> in <paramref name="assembly"/>.</summary>
    public static IEnumerable<Type> In(Assembly assembly) =>
        assembly.GetTypes().Where(t => t.IsDefined(typeof(TableAttribute), false));

    public static void Add(ModelBuilder model, Assembly assembly)
    {
        foreach (var row in In(assembly)) Add(model.Entity(row), row);
    }

    private static void Add(EntityTypeBuilder entity, Type row)
    {
        foreach (var property in row.GetProperties())
        {
            foreach (var told in property.GetCustomAttributes(false))
            {
                if (told is IRefersTo refers)
                    entity.HasOne(refers.Row).WithMany().HasForeignKey(property.Name).OnDelete(DeleteBehavior.Restrict);
                if (told is IStoredAs stored)
                    entity.Property(property.Name).HasConversion(stored.Converter);
            }
        }
    }
}
