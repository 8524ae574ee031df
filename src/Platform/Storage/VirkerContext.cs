using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>The one composed context: every module's entities in the current municipality's database.</summary>
public sealed class VirkerContext(DbContextOptions<VirkerContext> options, IEnumerable<IModuleSchema> modules) : DbContext(options)
{
    private readonly IReadOnlyList<IModuleSchema> _modules = [.. modules.OrderBy(m => m.Tier).ThenBy(m => m.Module, StringComparer.Ordinal)];

    public Dialect Dialect => Database.IsSqlite() ? Dialect.Sqlite : Dialect.Postgres;

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var module in _modules) module.Configure(model);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) ShapeColumn(property);
        }
    }

    private void ShapeColumn(IMutableProperty property)
    {
        property.SetColumnName(SnakeCase(property.Name));
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.GetValueConverter() is null && Converter(type) is { } converter) property.SetValueConverter(converter);
        if (property.IsConcurrencyToken || property.Name != "Version" || type != typeof(int)) return;
        property.IsConcurrencyToken = true;
    }

    /// <summary>Identities are 16 bytes in SQLite and uuid in PostgreSQL; instants are UTC ticks in SQLite, which has no type for them.</summary>
    private ValueConverter? Converter(Type type)
    {
        var isId = type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRandomId<>));
        if (isId)
        {
            var converter = Dialect == Dialect.Sqlite ? typeof(IdToBytes<>) : typeof(IdToGuid<>);
            return (ValueConverter)Activator.CreateInstance(converter.MakeGenericType(type))!;
        }

        if (type == typeof(Guid) && Dialect == Dialect.Sqlite) return new GuidToBytesConverter();
        if (type == typeof(DateTimeOffset))
        {
            return Dialect == Dialect.Sqlite
                ? new ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero))
                : new ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
        }

        if (type == typeof(Money)) return new ValueConverter<Money, long>(m => (long)(m.Kroner * 100m), oere => new Money(oere / 100m));
        return type == typeof(Cvr) ? new ValueConverter<Cvr, string>(cvr => cvr.Digits, digits => ReadCvr(digits)) : null;
    }

    private static Cvr ReadCvr(string digits) => Cvr.TryParse(digits, out var cvr) ? cvr.Value : default;

    /// <summary>"CaseWorkerId" → "case_worker_id".</summary>
    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static TId IdOf<TId>(Guid value) where TId : struct, IRandomId<TId> => TId.From(value);

    private sealed class IdToBytes<TId>() : ValueConverter<TId, byte[]>(
        id => id.Value.ToByteArray(true), bytes => IdOf<TId>(new Guid(bytes, true))) where TId : struct, IRandomId<TId>;

    private sealed class IdToGuid<TId>() : ValueConverter<TId, Guid>(
        id => id.Value, value => IdOf<TId>(value)) where TId : struct, IRandomId<TId>;

    private sealed class GuidToBytesConverter() : ValueConverter<Guid, byte[]>(
        value => value.ToByteArray(true), bytes => new Guid(bytes, true));
}
