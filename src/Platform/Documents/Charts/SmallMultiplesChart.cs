namespace Virker.Platform;

/// <summary>One small line chart for each series, on axes that can be compared.</summary>
internal static class SmallMultiplesChart
{
    public static double Height(Chart chart, double width, double type)
    {
        var across = Across(chart, width, type);
        return type * 2 + Math.Max(1, Math.Ceiling(chart.Data.Series.Count / (double)across)) * (width / across * 0.55 + type * 3);
    }

    public static void Draw(Chart chart, ChartCanvas canvas)
    {
        var values = chart.Data.Series.SelectMany(series => series.Values.OfType<double>());
        var scale = ChartScale.Of(chart.Target is { } target ? values.Append(target.Value) : values, fromZero: false, chart.Data.Decimals, steps: 3);
        var heading = string.Join(" · ", new[] { chart.Data.Unit, ChartFrame.TargetText(chart) }.Where(text => text.Length > 0));
        canvas.Text(0, canvas.Row * 0.9, heading, canvas.Width, paint: ChartPaint.Muted);
        var across = Across(chart, canvas.Width, canvas.Type);
        double top = canvas.Type * 2, wide = canvas.Width / across;
        var tall = (canvas.Height - top) / Math.Max(1, Math.Ceiling(chart.Data.Series.Count / (double)across));
        for (var i = 0; i < chart.Data.Series.Count; i++)
            Panel(chart, canvas, scale, i, (wide * (i % across), top + tall * (i / across), wide, tall));
    }

    /// <summary>As many beside one another as can be read.</summary>
    private static int Across(Chart chart, double width, double type) => Math.Clamp(chart.Data.Series.Count, 1, Math.Clamp((int)(width / (type * 13)), 1, chart.Data.Series.Count is 2 or 4 ? 2 : 4));

    private static void Panel(Chart chart, ChartCanvas canvas, ChartScale scale, int index, (double X, double Y, double Width, double Height) box)
    {
        var series = chart.Data.Series[index];
        var ticks = scale.Ticks.Select(scale.Label).Max(canvas.Measure) + canvas.Type * 0.7;
        double left = box.X + Math.Min(ticks, box.Width * 0.35), right = box.X + box.Width - canvas.Type * 1.4;
        double top = box.Y + canvas.Row * 1.9, bottom = Math.Max(top + 1, box.Y + box.Height - canvas.Row * 1.6);
        double Y(double value) => bottom - scale.Place(value) * (bottom - top);
        var count = chart.Data.Categories.Count;
        double X(int i) => count < 2 ? (left + right) / 2 : left + (right - left) * i / (count - 1);

        var latest = DanishFormat.Number(series.Values.LastOrDefault(value => value is { } number && double.IsFinite(number)), chart.Data.Decimals);
        canvas.Text(box.X, box.Y + canvas.Row, series.Name, right - box.X - canvas.Measure(latest) * 1.1 - canvas.Type, bold: true);
        canvas.Text(right, box.Y + canvas.Row, latest, box.Width / 2, anchor: 1, bold: true, paint: ChartPaint.Series1);
        foreach (var tick in scale.Ticks)
        {
            canvas.Line(left, Y(tick), right, Y(tick), tick == 0 ? ChartPaint.Axis : ChartPaint.Grid, 0.6);
            canvas.Text(left - canvas.Type * 0.4, Y(tick) + canvas.Type * 0.35, scale.Label(tick), left - box.X, anchor: 1, paint: ChartPaint.Muted);
        }
        if (chart.Target is { } target && double.IsFinite(target.Value))
            canvas.Line(left, Y(target.Value), right, Y(target.Value), ChartPaint.Target, 1.2, 5, 3);
        // Panels need no signs to tell them apart: all lines are drawn alike.
        LineChart.Series(canvas, 0, LineChart.Points(series, count, X, Y));
        Ends(chart, canvas, left, right, bottom + canvas.Row);
    }

    private static void Ends(Chart chart, ChartCanvas canvas, double left, double right, double baseline)
    {
        if (chart.Data.Categories.Count == 0)
            return;
        canvas.Text(left, baseline, chart.Data.Categories[0], (right - left) / 2, paint: ChartPaint.Muted);
        if (chart.Data.Categories.Count > 1)
            canvas.Text(right, baseline, chart.Data.Categories[^1], (right - left) / 2, anchor: 1, paint: ChartPaint.Muted);
    }
}
