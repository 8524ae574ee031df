namespace Virker.Platform;

internal static class ChartTable
{
    public static DocumentTable Of(Chart chart, string caption)
    {
        var data = chart.Data;
        var rows = data.Categories.Select((category, i) => new TableRow(
            [TableCell.Of(category), .. data.Series.Select(series => TableCell.Of(DanishFormat.Number(ValueAt(series, i), data.Decimals)))]));
        var first = new TableColumn(chart.CategoryHeader.Length > 0 ? chart.CategoryHeader : "Kategori");
        return new DocumentTable(caption, [first, .. data.Series.Select(series => TableColumn.Number(series.Name))], [.. rows])
        {
            RowHeaders = true,
            Note = Notes(chart),
        };
    }

    /// <summary>The value of a category, or null when it is missing.</summary>
    public static double? ValueAt(ChartSeries series, int category) =>
        category < series.Values.Count && series.Values[category] is { } value && double.IsFinite(value) ? value : null;

    private static string? Notes(Chart chart)
    {
        var unit = chart.Data.Unit.Length > 0 ? $"Enhed: {chart.Data.Unit}." : null;
        var target = chart.Target is { } line ? $"{line.Label}: {DanishFormat.Number(line.Value, chart.Data.Decimals)}." : null;
        return (unit, target) is (null, null) ? null : string.Join(' ', new[] { unit, target }.Where(part => part is not null));
    }
}
