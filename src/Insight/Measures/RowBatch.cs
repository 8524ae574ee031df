using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Virker.Insight;

/// <summary>
/// Rows that passed the conditions, as columns: the table's own where nothing is left out, else copies. <see
/// cref="From"/> and <see cref="To"/> are cut to the age band; <see cref="Began"/> and <see cref="Ended"/> are the
/// row's true first and last day.
/// </summary>
internal readonly ref struct RowBatch
{
    private readonly ReadOnlySpan<int> _rows;
    private readonly int _first;

    private RowBatch(ReadOnlySpan<int> rows, int first)
    {
        _rows = rows;
        _first = first;
    }

    public int Count => From.Length;

    /// <summary>
    /// The rows are the table's own, none left out: the first of them, and <see cref="Began"/> and <see cref="Ended"/>
    /// are <see cref="From"/> and <see cref="To"/>.
    /// </summary>
    public int? FirstOfWhole => _rows.IsEmpty ? _first : null;

    public ReadOnlySpan<int> Subject { get; private init; }

    public ReadOnlySpan<int> Began { get; private init; }

    public ReadOnlySpan<int> Ended { get; private init; }

    public ReadOnlySpan<int> From { get; private init; }

    public ReadOnlySpan<int> To { get; private init; }

    /// <summary>The number in the table of the batch's row <paramref name="i"/>.</summary>
    public int RowOf(int i) => _rows.IsEmpty ? _first + i : _rows[i];

    public static RowBatch Of(FactTable table, int first, int count)
    {
        ReadOnlySpan<int> from = table.From.AsSpan(first, count),
            to = table.To.AsSpan(first, count);
        return new(default, first)
        {
            Subject = table.Subject.AsSpan(first, count),
            Began = from,
            Ended = to,
            From = from,
            To = to,
        };
    }

    public static RowBatch Of(RowBlock block) =>
        new(block.Row.AsSpan(0, block.Count), 0)
        {
            Subject = block.Subject.AsSpan(0, block.Count),
            Began = block.Began.AsSpan(0, block.Count),
            Ended = block.Ended.AsSpan(0, block.Count),
            From = block.From.AsSpan(0, block.Count),
            To = block.To.AsSpan(0, block.Count),
        };
}

/// <summary>Copies of the rows that passed; it grows where a subject's rows must stand together.</summary>
internal sealed class RowBlock
{
    public const int Size = 4096;

    public int Count;

    public readonly bool[] Passes = new bool[Size];
    public int[] Row = new int[Size];
    public int[] Subject = new int[Size];
    public int[] Began = new int[Size];
    public int[] Ended = new int[Size];
    public int[] From = new int[Size];
    public int[] To = new int[Size];
    public int[] Cell = new int[Size];

    /// <summary>Another block's row with these days, in a cell.</summary>
    public void Add(RowBlock other, int i, int from, int to, int cell)
    {
        if (Count == Row.Length) Grow();
        var at = Count++;
        (Row[at], Subject[at], Began[at], Ended[at]) = (other.Row[i], other.Subject[i], other.Began[i], other.Ended[i]);
        (From[at], To[at], Cell[at]) = (from, to, cell);
    }

    public void Swap(int a, int b)
    {
        foreach (var column in (ReadOnlySpan<int[]>)[Row, Subject, Began, Ended, From, To, Cell])
            (column[a], column[b]) = (column[b], column[a]);
    }

    private void Grow()
    {
        var size = Count * 2;
        Array.Resize(ref Row, size);
        Array.Resize(ref Subject, size);
        Array.Resize(ref Began, size);
        Array.Resize(ref Ended, size);
        Array.Resize(ref From, size);
        Array.Resize(ref To, size);
        Array.Resize(ref Cell, size);
    }
}

/// <summary>
/// Which of a batch's rows pass, and the cell that each belongs to. The kinds are structs, so that each loop over rows
/// is compiled for its own kind of cells.
/// </summary>
internal interface ICells
{
    bool Takes(int i);

    int Of(int i);

    /// <summary>
    /// Each cell is a question of its own: a subject's rows come cell by cell, and spells are joined within one only.
    /// </summary>
    static virtual bool AreApart => false;

    /// <summary>A row may come in parts, one after the other, each in a cell of its own.</summary>
    static virtual bool HavePartsOfRows => false;
}

/// <summary>Everything in one cell: the total.</summary>
internal readonly struct OneCell : ICells
{
    public bool Takes(int i) => true;

    public int Of(int i) => 0;
}

/// <summary>One column of codes, read where it lies.</summary>
internal readonly struct CodeCells((byte[] Codes, int Stride) column, int first) : ICells
{
    private readonly byte[] _codes = column.Codes;
    private readonly int _stride = column.Stride;

    public bool Takes(int i) => true;

    public int Of(int i) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_codes), first + i) * _stride;
}

/// <summary>Two columns of codes, read where they lie.</summary>
internal readonly struct CrossCells((byte[] Codes, int Stride) left, (byte[] Codes, int Stride) right, int first)
    : ICells
{
    private readonly byte[] _left = left.Codes;
    private readonly byte[] _right = right.Codes;
    private readonly int _leftStride = left.Stride;
    private readonly int _rightStride = right.Stride;

    public bool Takes(int i) => true;

    public int Of(int i) => (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_left), first + i) * _leftStride)
        + (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_right), first + i) * _rightStride);
}

/// <summary>Cells worked out beforehand, row by row.</summary>
internal readonly struct ReadyCells(int[] cells) : ICells
{
    public bool Takes(int i) => true;

    public int Of(int i) => cells[i];
}

/// <summary>The cells of those rows that passed the conditions.</summary>
internal readonly struct PassedCells<TCells>(bool[] passes, TCells cells) : ICells
    where TCells : struct, ICells
{
    public bool Takes(int i) => passes[i];

    public int Of(int i) => cells.Of(i);
}

/// <summary>The cells of those rows whose code in one column is wanted.</summary>
internal readonly struct WantedCells<TCells>((byte[] Codes, bool[] Mask) wanted, int first, TCells cells) : ICells
    where TCells : struct, ICells
{
    private readonly byte[] _codes = wanted.Codes;
    private readonly bool[] _mask = wanted.Mask;

    public bool Takes(int i) => _mask[Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_codes), first + i)];

    public int Of(int i) => cells.Of(i);
}

/// <summary>Groups that are each asked on its own.</summary>
internal readonly struct ApartCells(int[] cells) : ICells
{
    public static bool AreApart => true;

    public bool Takes(int i) => true;

    public int Of(int i) => cells[i];
}

/// <summary>Groups that only say where the days of a whole set are counted.</summary>
internal readonly struct PartCells(int[] cells) : ICells
{
    public static bool HavePartsOfRows => true;

    public bool Takes(int i) => true;

    public int Of(int i) => cells[i];
}
