using System.Runtime.InteropServices;

namespace Virker.Insight;

/// <summary>
/// One column's values as a plain array: bytes or shorts of codes, or whole numbers. Exactly one of the three is set.
/// </summary>
public sealed class Column
{
    private Column(ColumnDeclaration declaration) => Declaration = declaration;

    public ColumnDeclaration Declaration { get; }

    /// <summary>Codes of a dimension of at most 255 values, or whole numbers that are declared to fit.</summary>
    public byte[]? Codes { get; private init; }

    /// <summary>Codes of a larger dimension.</summary>
    public ushort[]? WideCodes { get; private init; }

    public int[]? Numbers { get; private init; }

    public int Length => Codes?.Length ?? WideCodes?.Length ?? Numbers!.Length;

    public int this[int row] => Codes is { } codes ? codes[row] : WideCodes is { } wide ? wide[row] : Numbers![row];

    public static Column Of(ColumnDeclaration declaration, byte[] codes) => new(declaration) { Codes = codes };

    public static Column Of(ColumnDeclaration declaration, ushort[] codes) => new(declaration) { WideCodes = codes };

    public static Column Of(ColumnDeclaration declaration, int[] numbers) => new(declaration) { Numbers = numbers };

    /// <summary>The memory of some rows, as a file of columns holds it.</summary>
    internal Span<byte> Bytes(int first, int count) =>
        Codes is { } codes ? codes.AsSpan(first, count)
        : WideCodes is { } wide ? MemoryMarshal.AsBytes(wide.AsSpan(first, count))
        : MemoryMarshal.AsBytes(Numbers!.AsSpan(first, count));

    /// <summary>The column's rows in another order.</summary>
    internal Column Ordered(int[] order) =>
        Codes is { } codes ? Of(Declaration, Pick(codes, order))
        : WideCodes is { } wide ? Of(Declaration, Pick(wide, order))
        : Of(Declaration, Pick(Numbers!, order));

    internal static T[] Pick<T>(T[] values, int[] order)
    {
        var picked = new T[order.Length];
        for (var i = 0; i < order.Length; i++) picked[i] = values[order[i]];
        return picked;
    }
}
