using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// What the model knows of a kind of row: its identity, and what it refers to. A column that is declared to refer (<see
/// cref="RefersToAttribute{TRow}"/>) does, and so does one that holds another row's own kind of identity, in whichever
/// module that row is; an account is no module's, and who works need not have one.
/// </summary>
internal sealed class RowShape
{
    private readonly Func<object, Guid?>? _identity;
    private readonly (Type Row, Func<object, Guid?> Of)[] _references;

    public RowShape(IEntityType row)
    {
        Table = row.GetTableName()!;
        _identity = Key(row) is { } key && IsIdentity(key.ClrType) ? Reader(key) : null;
        var owners = row.Model.GetEntityTypes()
            .Where(e => e.ClrType.Assembly != typeof(RowShape).Assembly)
            .Where(e => Key(e) is { Name: "Id" } own && own.ClrType != typeof(Guid) && IsIdentity(own.ClrType))
            .ToDictionary(e => Key(e)!.ClrType);
        _references =
        [
            .. from property in row.GetProperties()
                let to = Principal(property) ?? owners.GetValueOrDefault(Plain(property.ClrType))
                where to is not null && to != row && IsIdentity(Plain(property.ClrType))
                select (to.ClrType, Reader(property)),
        ];
    }

    public string Table { get; }

    /// <summary>Null for a row that is known by a number, or by more than one column.</summary>
    public Guid? Identity(object row) => _identity?.Invoke(row);

    /// <summary>The first that the row refers to and nobody knows; null where all are known.</summary>
    public (Type Row, Guid Identity)? FirstUnknown(object row, Func<Type, Guid, bool> knows)
    {
        foreach (var (to, of) in _references)
        {
            if (of(row) is { } identity && !knows(to, identity)) return (to, identity);
        }

        return null;
    }

    private static IProperty? Key(IEntityType row) => row.FindPrimaryKey()?.Properties is [var key] ? key : null;

    private static IEntityType? Principal(IProperty property) =>
        property.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType;

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsIdentity(Type type) =>
        type == typeof(Guid)
        || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRandomId<>));

    private static Func<object, Guid?> Reader(IProperty property)
    {
        var row = Expression.Parameter(typeof(object));
        Expression value = Expression.Property(
            Expression.Convert(row, property.DeclaringType.ClrType),
            property.PropertyInfo!
        );
        var none = Expression.Constant(null, typeof(Guid?));
        var read = Plain(value.Type) == value.Type
            ? Identity(value)
            : Expression.Condition(
                Expression.Property(value, "HasValue"),
                Identity(Expression.Property(value, "Value")),
                none
            );
        return Expression.Lambda<Func<object, Guid?>>(read, row).Compile();
    }

    private static Expression Identity(Expression value) =>
        Expression.Convert(value.Type == typeof(Guid) ? value : Expression.Property(value, "Value"), typeof(Guid?));
}
