namespace Virker.Platform;

/// <summary>The course of one series at the height of a line of text: no axes, a dot at the latest value.</summary>
internal static class SparklineChart
{
    public static void Draw(Chart chart, ChartCanvas canvas)
    {
        if (chart.Data.Series.Count == 0)
            return;
        var series = chart.Data.Series[0];
        var values = series.Values.OfType<double>().Where(double.IsFinite).ToList();
        if (chart.Target is { } target && double.IsFinite(target.Value))
            values.Add(target.Value);
        var scale = ChartScale.Of(values, fromZero: false, chart.Data.Decimals);
        double pad = Math.Min(3, canvas.Height / 4),
            tall = canvas.Height - 2 * pad,
            count = chart.Data.Categories.Count;
        double X(int i) => count < 2 ? canvas.Width / 2 : pad + (canvas.Width - 2 * pad) * i / (count - 1);
        double Y(double value) => pad + tall - scale.Place(value) * tall;
        if (chart.Target is { } line && double.IsFinite(line.Value))
            canvas.Line(pad, Y(line.Value), canvas.Width - pad, Y(line.Value), ChartPaint.Target, 0.8, 3, 2);
        var runs = ChartLines.Points(series, chart.Data.Categories.Count, X, Y);
        foreach (var run in runs.Where(run => run.Count > 1))
            canvas.Add(new ChartShape(run, false) { Stroke = ChartPaint.Series1, Thickness = 1.5 });
        foreach (var alone in runs.Where(run => run.Count == 1))
            canvas.Add(new ChartDot(alone[0].X, alone[0].Y, 1.2, ChartPaint.Series1, ChartPaint.None));
        if (runs.LastOrDefault() is { } last)
            canvas.Add(new ChartDot(last[^1].X, last[^1].Y, Math.Min(2.4, pad), ChartPaint.Series1, ChartPaint.Paper));
    }
}
