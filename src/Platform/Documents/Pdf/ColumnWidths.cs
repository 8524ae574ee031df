namespace Virker.Platform;

/// <summary>The text of a table's cell, ready to be set.</summary>
internal sealed record CellText(int Column, int Columns, IReadOnlyList<Stretch> Stretches);

/// <summary>
/// Shares out a table's width: what the contents need at least, then what they would like, then the rest to the columns
/// of text.
/// </summary>
internal static class ColumnWidths
{
    public const double Pad = 5;

    public static double[] Share(DocumentTable table, IReadOnlyList<CellText> cells, double width)
    {
        var (least, wanted) = Needs(table.Columns.Count, cells);
        for (var i = 0; i < least.Length; i++)
        {
            // One column of long text must not press all others to their least.
            wanted[i] = Math.Clamp(wanted[i], least[i], Math.Max(least[i], width * 0.6));
        }
        if (table.Columns.Any(column => column.Width > 0))
            wanted = Asked(table, least, wanted, width);
        double leastSum = least.Sum(), wantedSum = wanted.Sum();
        if (leastSum >= width)
            return [.. least.Select(column => column * width / leastSum)];
        return wantedSum >= width ? Levelled(least, wanted, width) : Spread(table, wanted, width - wantedSum);
    }

    /// <summary>Columns that ask for little get it; those of long text share the rest alike.</summary>
    private static double[] Levelled(double[] least, double[] wanted, double width)
    {
        double low = 0, high = width;
        double[] At(double level) => [.. wanted.Select((column, i) => Math.Max(least[i], Math.Min(column, level)))];
        for (var i = 0; i < 40; i++)
            (low, high) = At((low + high) / 2).Sum() > width ? (low, (low + high) / 2) : ((low + high) / 2, high);
        return At(low);
    }

    /// <summary>How much of the width the longest words alone would take; above 1 they must be divided.</summary>
    public static double Pressure(DocumentTable table, IReadOnlyList<CellText> cells, double width) =>
        Needs(table.Columns.Count, cells).Least.Sum() / width;

    private static (double[] Least, double[] Wanted) Needs(int columns, IReadOnlyList<CellText> cells)
    {
        double[] least = new double[columns], wanted = new double[columns];
        foreach (var cell in cells.OrderBy(cell => cell.Columns))
        {
            var (word, line) = LineBreaker.Extent(cell.Stretches);
            Raise(least, cell, word + 2 * Pad);
            Raise(wanted, cell, line + 2 * Pad);
        }
        return (least, wanted);
    }

    private static void Raise(double[] widths, CellText cell, double need)
    {
        var lacking = need - widths.AsSpan(cell.Column, cell.Columns).ToArray().Sum();
        for (var i = cell.Column; lacking > 0 && i < cell.Column + cell.Columns; i++)
            widths[i] += lacking / cell.Columns;
    }

    private static double[] Asked(DocumentTable table, double[] least, double[] wanted, double width)
    {
        var open = table.Columns.Select((column, i) => column.Width > 0 ? 0 : wanted[i]).Sum();
        var shares = table.Columns.Sum(column => column.Width);
        var room = Math.Max(0, width - open);
        return
        [
            .. table.Columns.Select(
                (column, i) => Math.Max(least[i], column.Width > 0 ? room * column.Width / shares : wanted[i])
            ),
        ];
    }

    private static double[] Spread(DocumentTable table, double[] wanted, double rest)
    {
        var weights = table.Columns.Select((column, i) => wanted[i] * (column.Numeric ? 0.5 : 1)).ToArray();
        var sum = weights.Sum();
        return [.. wanted.Select((column, i) => column + (sum > 0 ? rest * weights[i] / sum : rest / wanted.Length))];
    }
}
