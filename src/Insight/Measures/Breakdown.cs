namespace Virker.Insight;

/// <summary>
/// Into which cells a figure is split: every combination of the columns' codes. <see cref="None"/> is the one total.
/// </summary>
public sealed record Breakdown(IReadOnlyList<string> Columns)
{
    public static readonly Breakdown None = new([]);

    internal int CellsIn(FactTable table) =>
        Columns.Aggregate(1, (size, column) => size * DimensionOf(table, column).Size);

    /// <summary>The codes, in the order of <see cref="Columns"/>, that a cell stands for.</summary>
    public IReadOnlyList<int> CodesOf(FactTable table, int cell)
    {
        var codes = new int[Columns.Count];
        for (var i = Columns.Count - 1; i >= 0; i--)
        {
            var size = DimensionOf(table, Columns[i]).Size;
            (codes[i], cell) = (cell % size, cell / size);
        }

        return codes;
    }

    internal (Column Column, int Stride)[] Compile(FactTable table)
    {
        var compiled = new (Column, int)[Columns.Count];
        var stride = 1;
        for (var i = Columns.Count - 1; i >= 0; i--)
        {
            compiled[i] = (table[Columns[i]], stride);
            stride *= DimensionOf(table, Columns[i]).Size;
        }

        return compiled;
    }

    private static Dimension DimensionOf(FactTable table, string column) =>
        table[column].Dimension
        ?? throw new FactException($"{table.Declaration.Id}.{column} har ingen koder at dele op efter.");
}
