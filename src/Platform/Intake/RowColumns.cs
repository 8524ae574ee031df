using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Virker.Platform;

/// <summary>
/// The columns of a kind of row as the model has them, and how a row's values stand in them, for what is loaded in
/// bulk. A number that the database gives is left to it; a row that is versioned begins at 1.
/// </summary>
internal sealed class RowColumns
{
    private readonly Action<object, BulkValue[]> _read;
    private readonly BulkValue[] _values;

    public RowColumns(IEntityType row)
    {
        var columns = row.GetProperties().Where(p => !IsGiven(p)).ToList();
        Names = [.. columns.Select(p => p.GetColumnName())];
        _values = new BulkValue[Names.Count];
        var (from, into) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(BulkValue[])));
        var typed = Expression.Variable(row.ClrType);
        _read = Expression
            .Lambda<Action<object, BulkValue[]>>(
                Expression.Block(
                    [typed],
                    [
                        Expression.Assign(typed, Expression.Convert(from, row.ClrType)),
                        .. columns.Select((p, at) =>
                            Expression.Assign(
                                Expression.ArrayAccess(into, Expression.Constant(at)),
                                Value(p, Expression.Property(typed, p.PropertyInfo!))
                            )
                        ),
                    ]
                ),
                from,
                into
            )
            .Compile();
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Of one row; good until the next is asked for.</summary>
    public ReadOnlySpan<BulkValue> Values(object row)
    {
        _read(row, _values);
        return _values;
    }

    private static bool IsGiven(IProperty property) =>
        property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long);

    private static Expression Value(IProperty property, Expression value) =>
        property.IsConcurrencyToken
            ? Expression.Constant((BulkValue)1)
            : Stored(value, property.GetTypeMapping().Converter, property);

    private static Expression Stored(Expression value, ValueConverter? converter, IProperty property)
    {
        if (Nullable.GetUnderlyingType(value.Type) is not null)
            return IfThere(
                Expression.Property(value, "HasValue"),
                Stored(Expression.Property(value, "Value"), converter, property)
            );
        if (BulkValue.Takes(value.Type)) return Expression.Convert(value, typeof(BulkValue));
        if (value.Type.GetProperty("Value") is { } id && id.PropertyType == typeof(Guid))
            return Expression.Convert(Expression.Property(value, id), typeof(BulkValue));
        if (converter is null)
            throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name} is not loaded in bulk.");
        var stored = Stored(
            Expression.Invoke(converter.ConvertToProviderExpression, value),
            null,
            property
        );
        return value.Type.IsValueType
            ? stored
            : IfThere(Expression.NotEqual(value, Expression.Constant(null, value.Type)), stored);
    }

    private static ConditionalExpression IfThere(Expression there, Expression value) =>
        Expression.Condition(there, value, Expression.Constant(BulkValue.Null));
}
