namespace Virker.Platform;

/// <summary>
/// One value of a row that is loaded in bulk. Made by assignment from what columns hold; null is <c>default</c>.
/// </summary>
public readonly struct BulkValue
{
    internal enum Kind : byte
    {
        Null,
        Integer,
        Long,
        Truth,
        Day,
        Instant,
        Identity,
        Text,
        Bytes,
    }

    private BulkValue(Kind type, long number = 0, object? reference = null, Guid identity = default) =>
        (Type, Number, Reference, Identity) = (type, number, reference, identity);

    public static readonly BulkValue Null;

    private static readonly HashSet<Type> Taken =
    [
        .. typeof(BulkValue)
            .GetMethods()
            .Where(m => m.Name == "op_Implicit")
            .Select(m => m.GetParameters()[0].ParameterType),
    ];

    internal Kind Type { get; }

    internal long Number { get; }

    internal object? Reference { get; }

    internal Guid Identity { get; }

    /// <summary>Whether a column's value of the type is one as it is.</summary>
    internal static bool Takes(Type type) => Taken.Contains(type);

    public static implicit operator BulkValue(int value) => new(Kind.Integer, value);

    public static implicit operator BulkValue(int? value) => value is { } number ? number : Null;

    public static implicit operator BulkValue(long value) => new(Kind.Long, value);

    public static implicit operator BulkValue(bool value) => new(Kind.Truth, value ? 1 : 0);

    public static implicit operator BulkValue(bool? value) => value is { } truth ? truth : Null;

    public static implicit operator BulkValue(DateOnly value) => new(Kind.Day, value.DayNumber);

    public static implicit operator BulkValue(DateOnly? value) => value is { } day ? day : Null;

    public static implicit operator BulkValue(DateTimeOffset value) => new(Kind.Instant, value.UtcTicks);

    public static implicit operator BulkValue(Guid value) => new(Kind.Identity, identity: value);

    public static implicit operator BulkValue(Guid? value) => value is { } id ? id : Null;

    public static implicit operator BulkValue(string? value) => value is null ? Null : new(Kind.Text, reference: value);

    public static implicit operator BulkValue(byte[]? value) =>
        value is null ? Null : new(Kind.Bytes, reference: value);
}
