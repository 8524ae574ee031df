namespace Virker.Platform;

/// <summary>Upright bars, side by side or stacked; what is below zero hangs down.</summary>
internal static class BarChart
{
    public static void Draw(Chart chart, ChartCanvas canvas)
    {
        var stacked = chart.Kind == ChartKind.StackedBar;
        var heights = stacked ? Sums(chart) : chart.Data.Series.SelectMany(series => series.Values.OfType<double>());
        var scale = ChartScale.Of(chart.Target is { } target ? heights.Append(target.Value) : heights, fromZero: true, chart.Data.Decimals);
        string[] side = chart.Target is null ? [] : [ChartFrame.TargetText(chart)];
        var frame = new ChartFrame(chart, canvas, scale, side, legend: chart.Data.Series.Count > 1);
        frame.Grid();
        var count = Math.Max(1, chart.Data.Categories.Count);
        var slot = (frame.Right - frame.Left) / count;
        for (var i = 0; i < chart.Data.Categories.Count; i++)
        {
            if (stacked)
                Stack(chart, canvas, frame, i, frame.Left + slot * i, slot);
            else
                Group(chart, canvas, frame, i, frame.Left + slot * i, slot);
        }
        var zero = frame.Y(0);
        canvas.Line(frame.Left, zero, frame.Right, zero, ChartPaint.Axis);
        frame.Categories(i => frame.Left + slot * (i + 0.5));
        var labels = new List<SideLabel>();
        frame.Target(labels);
        frame.SideLabels(labels);
    }

    private static void Group(Chart chart, ChartCanvas canvas, ChartFrame frame, int category, double left, double slot)
    {
        var wide = slot * 0.76 / Math.Max(1, chart.Data.Series.Count);
        for (var i = 0; i < chart.Data.Series.Count; i++)
        {
            if (ChartTable.ValueAt(chart.Data.Series[i], category) is not { } value)
                continue;
            var x = left + slot * 0.12 + wide * i;
            double y = frame.Y(value), zero = frame.Y(0);
            ChartMarks.Bar(canvas, i, x, Math.Min(y, zero), wide * 0.94, Math.Abs(y - zero));
            var text = DanishFormat.Number(value, chart.Data.Decimals);
            if (canvas.Measure(text) <= wide * 1.06)
                canvas.Text(x + wide * 0.47, value < 0 ? y + canvas.Type * 1.05 : y - canvas.Type * 0.35, text, wide * 1.1, anchor: 0.5);
        }
    }

    private static void Stack(Chart chart, ChartCanvas canvas, ChartFrame frame, int category, double left, double slot)
    {
        double up = 0, down = 0, x = left + slot * 0.16, wide = slot * 0.68;
        var values = chart.Data.Series.Select(series => ChartTable.ValueAt(series, category)).ToList();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value || value == 0)
                continue;
            var from = value < 0 ? down : up;
            double y1 = frame.Y(from), y2 = frame.Y(from + value);
            ChartMarks.Bar(canvas, i, x, Math.Min(y1, y2), wide, Math.Abs(y1 - y2));
            canvas.Line(x, y2, x + wide, y2, ChartPaint.Paper, canvas.Type * 0.1);
            _ = value < 0 ? down += value : up += value;
        }
        var total = DanishFormat.Number(up + down, chart.Data.Decimals);
        if (values.Any(value => value is not null) && canvas.Measure(total) <= slot)
            canvas.Text(left + slot / 2, frame.Y(up) - canvas.Type * 0.35, total, slot, anchor: 0.5, bold: true);
    }

    private static IEnumerable<double> Sums(Chart chart) => Enumerable.Range(0, chart.Data.Categories.Count).SelectMany(i =>
    {
        var values = chart.Data.Series.Select(series => ChartTable.ValueAt(series, i) ?? 0).ToList();
        return new[] { values.Where(value => value > 0).Sum(), values.Where(value => value < 0).Sum() };
    });
}
