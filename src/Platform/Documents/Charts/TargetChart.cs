namespace Virker.Platform;

/// <summary>Values as lying bars, each with a mark at its target.</summary>
internal static class TargetChart
{
    private const double RowHeight = 3.4;

    public static double Height(Chart chart, double type) => type * (3.2 + RowHeight * Math.Max(1, chart.Data.Categories.Count));

    public static void Draw(Chart chart, ChartCanvas canvas)
    {
        var count = chart.Data.Categories.Count;
        var scale = ChartScale.Of(Enumerable.Range(0, count).SelectMany(i => new[] { Value(chart, i), Target(chart, i) }).OfType<double>(), fromZero: true, chart.Data.Decimals);
        var left = Math.Min(canvas.Width * 0.36, chart.Data.Categories.Select(canvas.Measure).DefaultIfEmpty(0).Max() + canvas.Type);
        var right = canvas.Width - Math.Min(canvas.Width * 0.3, Enumerable.Range(0, count).Select(i => canvas.Measure(Text(chart, i))).DefaultIfEmpty(0).Max() + canvas.Type * 1.4);
        double X(double value) => left + scale.Place(value) * (right - left);
        var tall = (canvas.Height - canvas.Type * 2.6) / Math.Max(1, count);
        var bottom = tall * count;
        Axis(chart, canvas, scale, X, bottom);
        for (var i = 0; i < count; i++)
            Row(chart, canvas, i, X, (tall * i, tall, left, right));
        canvas.Line(X(0), 0, X(0), bottom, ChartPaint.Axis);
    }

    private static void Axis(Chart chart, ChartCanvas canvas, ChartScale scale, Func<double, double> x, double bottom)
    {
        var ticks = scale.Ticks.ToList();
        var room = x(ticks[^1]) - x(ticks[0]);
        var every = Math.Max(1, (int)Math.Ceiling(ticks.Max(tick => canvas.Measure(scale.Label(tick)) + canvas.Type) * (ticks.Count - 1) / room));
        for (var i = 0; i < ticks.Count; i++)
        {
            canvas.Line(x(ticks[i]), 0, x(ticks[i]), bottom, ChartPaint.Grid, 0.6);
            if (i % every == 0)
                canvas.Text(x(ticks[i]), bottom + canvas.Type * 1.2, scale.Label(ticks[i]), room, anchor: 0.5, paint: ChartPaint.Muted);
        }
        canvas.Text(x(ticks[^1]), bottom + canvas.Type * 2.35, chart.Data.Unit, canvas.Width, anchor: 1, paint: ChartPaint.Muted);
    }

    private static void Row(Chart chart, ChartCanvas canvas, int i, Func<double, double> x, (double Top, double Height, double Left, double Right) at)
    {
        var middle = at.Top + at.Height / 2;
        var lines = canvas.Wrap(chart.Data.Categories[i], at.Left - canvas.Type * 0.8, 2);
        for (var line = 0; line < lines.Count; line++)
        {
            var baseline = middle + canvas.Type * 0.35 + (line - (lines.Count - 1) / 2.0) * canvas.Type * 1.2;
            canvas.Text(at.Left - canvas.Type * 0.7, baseline, lines[line], at.Left, anchor: 1);
        }
        if (Value(chart, i) is { } value)
            ChartMarks.Bar(canvas, 0, Math.Min(x(0), x(value)), middle - at.Height * 0.24, Math.Abs(x(value) - x(0)), at.Height * 0.48);
        if (Target(chart, i) is { } target)
        {
            // Paper on both sides keeps the mark visible where it crosses the bar.
            canvas.Line(x(target), middle - at.Height * 0.4, x(target), middle + at.Height * 0.4, ChartPaint.Paper, canvas.Type * 0.5);
            canvas.Line(x(target), middle - at.Height * 0.4, x(target), middle + at.Height * 0.4, ChartPaint.Target, canvas.Type * 0.26);
        }
        canvas.Text(at.Right + canvas.Type * 0.7, middle + canvas.Type * 0.35, Text(chart, i), canvas.Width - at.Right - canvas.Type * 0.7);
    }

    private static string Text(Chart chart, int i)
    {
        var value = DanishFormat.Number(Value(chart, i), chart.Data.Decimals);
        return Target(chart, i) is { } target ? $"{value} ({(chart.Target?.Label ?? "mål").ToLowerInvariant()} {DanishFormat.Number(target, chart.Data.Decimals)})" : value;
    }

    private static double? Value(Chart chart, int i) => chart.Data.Series.Count > 0 ? ChartTable.ValueAt(chart.Data.Series[0], i) : null;

    private static double? Target(Chart chart, int i) => (chart.Data.Series.Count > 1 ? ChartTable.ValueAt(chart.Data.Series[1], i) : null)
        ?? (chart.Target is { } all && double.IsFinite(all.Value) ? all.Value : null);
}
