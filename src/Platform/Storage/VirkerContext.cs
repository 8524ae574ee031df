using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>The one composed context: every module's entities in the current municipality's database.</summary>
public sealed class VirkerContext(DbContextOptions<VirkerContext> options, IEnumerable<IModuleSchema> modules)
    : DbContext(options)
{
    private readonly IReadOnlyList<IModuleSchema> _modules =
    [
        .. modules.OrderBy(m => m.Tier).ThenBy(m => m.Module, StringComparer.Ordinal),
    ];

    /// <summary>A statement has written rows past the entities, so that what was saved is not all there is.</summary>
    internal bool HasWrittenPast { get; set; }

    public Dialect Dialect => Database.IsSqlite() ? Dialect.Sqlite : Dialect.Postgres;

    /// <summary>
    /// Rows that are read while <paramref name="work"/> runs are followed, so that what is changed in them is saved, or
    /// only shown. Outside they are only shown.
    /// </summary>
    internal async Task<T> ReadingAsync<T>(QueryTrackingBehavior reading, Func<Task<T>> work)
    {
        var before = ChangeTracker.QueryTrackingBehavior;
        ChangeTracker.QueryTrackingBehavior = reading;
        try
        {
            return await work();
        }
        finally
        {
            ChangeTracker.QueryTrackingBehavior = before;
        }
    }

    /// <summary>
    /// How values stand in columns. Identities are 16 bytes in SQLite and uuid in PostgreSQL; instants are UTC ticks in
    /// SQLite, which has no type for them; a word stands as its code. Told before the entities are, since a type without
    /// a column type is otherwise taken for an entity.
    /// </summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        var sqlite = Dialect == Dialect.Sqlite;
        foreach (var id in Identities())
            conventions
                .Properties(id)
                .HaveConversion((sqlite ? typeof(IdToBytes<>) : typeof(IdToGuid<>)).MakeGenericType(id));
        foreach (var word in CodeWords())
            conventions.Properties(word).HaveConversion(typeof(WordToCode<>).MakeGenericType(word));
        if (sqlite)
            conventions.Properties<Guid>().HaveConversion<GuidToBytes>();
        conventions.Properties<DateTimeOffset>().HaveConversion(sqlite ? typeof(InstantToTicks) : typeof(InstantToUtc));
        conventions.Properties<Money>().HaveConversion<MoneyToOere>();
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<Cvr>().HaveConversion<CvrToText>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var module in _modules) MappedRows.Add(model, module.GetType().Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
                    property.SetColumnName(SnakeCase(property.Name));
                if (property.Name == nameof(IVersioned.Version) && entity.ClrType.IsAssignableTo(typeof(IVersioned)))
                    property.IsConcurrencyToken = true;
            }
        }
    }

    /// <summary>Every kind of identity that Kernel and the modules declare.</summary>
    private IEnumerable<Type> Identities() =>
        Declared()
            .Where(type =>
                type.IsValueType
                && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRandomId<>))
            );

    /// <summary>Every kind of word that the modules declare.</summary>
    private IEnumerable<Type> CodeWords() =>
        Declared().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ICodeWord)));

    private IEnumerable<Type> Declared() =>
        _modules
            .Select(m => m.GetType().Assembly)
            .Append(typeof(CitizenId).Assembly)
            .Distinct()
            .SelectMany(assembly => assembly.GetTypes());

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

    private sealed class WordToCode<TWord>() : ValueConverter<TWord, string>(
        word => word.Code, code => CodeWord<TWord>.Stored(code)) where TWord : CodeWord<TWord>;

    private sealed class GuidToBytes()
        : ValueConverter<Guid, byte[]>(value => value.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class InstantToTicks()
        : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class InstantToUtc()
        : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);

    private sealed class MoneyToOere()
        : ValueConverter<Money, long>(money => (long)(money.Kroner * 100m), oere => new Money(oere / 100m));

    private sealed class CvrToText() : ValueConverter<Cvr, string>(cvr => cvr.Digits, digits => ReadCvr(digits));
}
