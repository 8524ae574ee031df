using System.Runtime.InteropServices;

namespace Virker.Insight;

/// <summary>
/// One column's values as a plain array: bytes or shorts of codes, or whole numbers. Exactly one of the three is set.
/// </summary>
public sealed class Column
{
    private Column(FactColumn declaration, Dimension? dimension) =>
        (Declaration, Dimension) = (declaration, dimension ?? declaration.Dimension);

    public FactColumn Declaration { get; }

    /// <summary>What the codes are of: the declared dimension, or the values that came with the rows.</summary>
    public Dimension? Dimension { get; }

    /// <summary>Codes of a dimension of at most 255 values, or whole numbers that are declared to fit.</summary>
    public byte[]? Codes { get; private init; }

    /// <summary>Codes of a larger dimension.</summary>
    public ushort[]? WideCodes { get; private init; }

    public int[]? Numbers { get; private init; }

    public int Length => Codes?.Length ?? WideCodes?.Length ?? Numbers!.Length;

    public int this[int row] => Codes is { } codes ? codes[row] : WideCodes is { } wide ? wide[row] : Numbers![row];

    public static Column Of(FactColumn declaration, byte[] codes, Dimension? dimension = null) =>
        new(declaration, dimension) { Codes = codes };

    public static Column Of(FactColumn declaration, ushort[] codes, Dimension? dimension = null) =>
        new(declaration, dimension) { WideCodes = codes };

    public static Column Of(FactColumn declaration, int[] numbers) => new(declaration, null) { Numbers = numbers };

    /// <summary>As narrow as the column's codes and numbers allow.</summary>
    internal static Column Narrow(FactColumn declaration, Dimension? dimension, int[] values) =>
        declaration.FitsAByte(dimension)
            ? Of(declaration, Array.ConvertAll(values, v => checked((byte)v)), dimension)
        : dimension is null ? Of(declaration, values)
        : Of(declaration, Array.ConvertAll(values, v => (ushort)v), dimension);

    /// <summary>The memory of some rows, as a file of columns holds it.</summary>
    internal Span<byte> Bytes(int first, int count) =>
        Codes is { } codes ? codes.AsSpan(first, count)
        : WideCodes is { } wide ? MemoryMarshal.AsBytes(wide.AsSpan(first, count))
        : MemoryMarshal.AsBytes(Numbers!.AsSpan(first, count));

    /// <summary>The column's rows in another order.</summary>
    internal Column Ordered(int[] order) =>
        Codes is { } codes ? Of(Declaration, Pick(codes, order), Dimension)
        : WideCodes is { } wide ? Of(Declaration, Pick(wide, order), Dimension)
        : Of(Declaration, Pick(Numbers!, order));

    internal static T[] Pick<T>(T[] values, int[] order)
    {
        var picked = new T[order.Length];
        for (var i = 0; i < order.Length; i++) picked[i] = values[order[i]];
        return picked;
    }
}
