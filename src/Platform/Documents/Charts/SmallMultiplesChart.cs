using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// One small line chart for each series, on axes that can be compared; on its own axis where the series is of something
/// else than the others.
/// </summary>
internal static class SmallMultiplesChart
{
    public static double Height(Chart chart, double width, double type)
    {
        var across = Across(chart, width, type);
        var own = chart.Data.Series.Any(series => series.Panel is not null);
        return (Heading(chart).Length == 0 ? 0 : type * 2) + Math.Max(1,
            Math.Ceiling(chart.Data.Series.Count / (double)across)) * (width / across * (own ? 0.28 : 0.55)
            + type * (own ? 5 + (1.4 * (HeadRows(chart, width / across, type) - 1)) : 3));
    }

    public static void Draw(Chart chart, ChartCanvas canvas)
    {
        var shared = Shared(chart);
        canvas.Text(0, canvas.Row * 0.9, Heading(chart), canvas.Width, paint: ChartPaint.Muted);
        var across = Across(chart, canvas.Width, canvas.Type);
        double top = Heading(chart).Length == 0 ? 0 : canvas.Type * 2, wide = canvas.Width / across;
        var tall = (canvas.Height - top) / Math.Max(1, Math.Ceiling(chart.Data.Series.Count / (double)across));
        for (var i = 0; i < chart.Data.Series.Count; i++)
            Panel(chart, canvas, shared, i, (wide * (i % across), top + tall * (i / across), wide, tall));
    }

    private static bool IsBroken(ChartScale scale) => scale.Low > 0 || scale.High < 0;

    private static string Heading(Chart chart)
    {
        var broken = chart.Data.Series.Any(series => series.Panel is not null)
            ? "Hver figur har sin egen akse; en brudt akse begynder ikke ved 0"
            : IsBroken(Shared(chart)) ? "Akserne begynder ikke ved 0" : "";
        return string.Join(" · ", new[] { chart.Data.Unit, ChartFrame.TargetText(chart), broken }.Where(text =>
            text.Length > 0));
    }

    private static ChartScale Shared(Chart chart) =>
        Scale(chart.Data.Series.Where(series => series.Panel is null).SelectMany(series => series.Values),
            chart.Target?.Value, chart.Data.Decimals);

    private static ChartScale Scale(IEnumerable<double?> values, double? target, int decimals) =>
        ChartScale.Of(values.Append(target).OfType<double>(), fromZero: false, decimals, steps: 3);

    /// <summary>As many beside one another as can be read; three where each tells its unit and target.</summary>
    private static int Across(Chart chart, double width, double type) =>
        chart.Data.Series.Any(series => series.Panel is not null)
            ? Math.Clamp((int)(width / (type * 15)), 1, 3)
            : Math.Clamp(
                chart.Data.Series.Count,
                1,
                Math.Clamp((int)(width / (type * 13)), 1, chart.Data.Series.Count is 2 or 4 ? 2 : 4)
            );

    private static void Panel(
        Chart chart,
        ChartCanvas canvas,
        ChartScale shared,
        int index,
        (double X, double Y, double Width, double Height) box
    )
    {
        var series = chart.Data.Series[index];
        var (panel, goal) = (series.Panel, series.Panel is { } own ? own.Target : chart.Target?.Value);
        var scale = panel is null ? shared : Scale(series.Values, goal, panel.Decimals);
        var ticks = scale.Ticks.Select(scale.Label).Max(canvas.Measure) + canvas.Type * 0.7;
        double left = box.X + Math.Min(ticks, box.Width * 0.35), right = box.X + box.Width - canvas.Type * 1.4;
        double top = box.Y + canvas.Row * (panel is null ? 1.9 : 1.9 + HeadRows(chart, box.Width, canvas.Type)),
            bottom = Math.Max(top + 1, box.Y + box.Height - canvas.Row * 1.6);
        double Y(double value) => bottom - scale.Place(value) * (bottom - top);
        var count = chart.Data.Categories.Count;
        double X(int i) => count < 2 ? (left + right) / 2 : left + (right - left) * i / (count - 1);

        Head(chart, canvas, series, box.X, box.Y + canvas.Row, right);
        foreach (var tick in scale.Ticks)
        {
            canvas.Line(left, Y(tick), right, Y(tick), tick == 0 ? ChartPaint.Axis : ChartPaint.Grid, 0.6);
            canvas.Text(
                left - canvas.Type * 0.4,
                Y(tick) + canvas.Type * 0.35,
                scale.Label(tick),
                left - box.X,
                anchor: 1,
                paint: ChartPaint.Muted
            );
        }
        if (goal is { } target && double.IsFinite(target))
            canvas.Line(left, Y(target), right, Y(target), ChartPaint.Target, 1.2, 5, 3);
        ChartLines.Draw(canvas, ChartLines.Points(series, count, X, Y));
        if (IsBroken(scale)) ChartLines.Break(canvas, left, bottom);
        Ends(chart, canvas, left, right, bottom + canvas.Row);
    }

    /// <summary>So many small charts leave room for two lines of name on a page; of more, a long name is cut.</summary>
    private const int MostWithLongNames = 18;

    /// <summary>Two where the name of a series that tells its own unit and target does not fit on one.</summary>
    private static int HeadRows(Chart chart, double width, double type) =>
        chart.Data.Series.Count <= MostWithLongNames && chart.Data.Series.Any(series => series.Panel is not null
            && ChartCanvas.Measure(series.Name, type, bold: true) > (width - (type * 1.4)) * 0.94) ? 2 : 1;

    /// <summary>The name with the latest value; below them unit and target, where they are the series' own.</summary>
    private static void Head(
        Chart chart,
        ChartCanvas canvas,
        ChartSeries series,
        double left,
        double baseline,
        double right
    )
    {
        var value = series.Values.LastOrDefault(value => value is { } number && double.IsFinite(number));
        if (series.Panel is not { } panel)
        {
            var latest = Danish.Number(value, chart.Data.Decimals);
            canvas.Text(
                left,
                baseline,
                series.Name,
                right - left - canvas.Measure(latest) * 1.1 - canvas.Type,
                bold: true
            );
            canvas.Text(right, baseline, latest, (right - left) / 2, anchor: 1, bold: true, paint: ChartPaint.Series1);
            return;
        }

        var rows = HeadRows(chart, right - left + (canvas.Type * 1.4), canvas.Type);
        var names = canvas.Wrap(series.Name, (right - left) * 0.94, rows);
        for (var i = 0; i < names.Count; i++)
            canvas.Text(left, baseline + (canvas.Row * i), names[i], right - left, bold: true);
        baseline += canvas.Row * (rows - 1);
        var own = Danish.Amount((decimal?)value, panel.Decimals, panel.Unit);
        canvas.Text(left, baseline + canvas.Row, own, right - left, bold: true, paint: ChartPaint.Series1);
        if (panel.Target is { } goal)
            canvas.Text(
                right,
                baseline + canvas.Row,
                $"Mål {Danish.Number(goal, panel.Decimals)}",
                right - left - canvas.Measure(own) * 1.1 - canvas.Type,
                anchor: 1,
                paint: ChartPaint.Target
            );
    }

    private static void Ends(Chart chart, ChartCanvas canvas, double left, double right, double baseline)
    {
        if (chart.Data.Categories.Count == 0)
            return;
        canvas.Text(left, baseline, chart.Data.Categories[0], (right - left) / 2, paint: ChartPaint.Muted);
        if (chart.Data.Categories.Count > 1)
            canvas.Text(
                right,
                baseline,
                chart.Data.Categories[^1],
                (right - left) / 2,
                anchor: 1,
                paint: ChartPaint.Muted
            );
    }
}
