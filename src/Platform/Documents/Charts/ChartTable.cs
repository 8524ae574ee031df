using Virker.Kernel;

namespace Virker.Platform;

internal static class ChartTable
{
    public static DocumentTable Of(Chart chart, string caption)
    {
        var columns = Columns(chart);
        var rows = chart.Rows.Select(
            (category, i) =>
                new TableRow([
                    TableCell.Of(category),
                    .. columns.Select(series =>
                        TableCell.Of(
                            Danish.Number(ValueAt(series, i), series.Panel?.Decimals ?? chart.Data.Decimals)
                        )
                    ),
                ])
        );
        var first = new TableColumn(chart.CategoryHeader.Length > 0 ? chart.CategoryHeader : "Kategori");
        return new DocumentTable(
            caption,
            [
                first,
                .. columns.Select(series =>
                    TableColumn.Number(
                        series.Panel is { Unit.Length: > 0 } panel ? $"{series.Name} ({panel.Unit})" : series.Name
                    )
                ),
            ],
            [.. rows]
        )
        {
            RowHeaders = true,
            Note = Notes(chart),
        };
    }

    public static IReadOnlyList<ChartSeries> Columns(Chart chart)
    {
        if (chart.Kind != ChartKind.Trend || new TrendLine(chart) is not { Ahead.Count: > 0 } line)
            return chart.Data.Series;
        ChartSeries Ahead(string name, Func<ChartStep, double> of) =>
            new(name, [.. new double?[line.AheadFrom], .. line.Ahead.Select(step => (double?)of(step))]);
        return
        [
            .. chart.Data.Series,
            Ahead("Ventet", s => s.Value),
            Ahead("80 pct. fra", s => s.Low80),
            Ahead("80 pct. til", s => s.High80),
            Ahead("95 pct. fra", s => s.Low95),
            Ahead("95 pct. til", s => s.High95),
        ];
    }

    /// <summary>The value of a category, or null when it is missing.</summary>
    public static double? ValueAt(ChartSeries series, int category) =>
        category < series.Values.Count && series.Values[category] is { } value && double.IsFinite(value) ? value : null;

    private static string? Notes(Chart chart)
    {
        var unit = chart.Data.Unit.Length > 0 ? $"Enhed: {chart.Data.Unit}." : null;
        var target = chart.Target is { } line
            ? $"{line.Label}: {Danish.Number(line.Value, chart.Data.Decimals)}."
            : null;
        return (unit, target) is (null, null)
            ? null
            : string.Join(' ', new[] { unit, target }.Where(part => part is not null));
    }
}
