namespace Virker.Platform;

internal static class LineChart
{
    public static void Draw(Chart chart, ChartCanvas canvas)
    {
        var values = chart.Data.Series.SelectMany(series => series.Values.OfType<double>());
        var scale = ChartScale.Of(chart.Target is { } target ? values.Append(target.Value) : values, fromZero: false, chart.Data.Decimals);
        // Names stand at the ends of their lines when there is room, else in a legend.
        var direct = chart.Data.Series.Count <= 6 && chart.Data.Series.All(series => canvas.Measure(EndText(chart, series)) < canvas.Width * 0.3);
        var names = chart.Data.Series.Select(series => direct ? EndText(chart, series) : LastValue(chart, series));
        var frame = new ChartFrame(chart, canvas, scale, [.. names, ChartFrame.TargetText(chart)], legend: !direct);
        frame.Grid();
        var labels = new List<SideLabel>();
        frame.Target(labels);
        double X(int i) => At(frame, i, chart.Data.Categories.Count);
        for (var i = 0; i < chart.Data.Series.Count; i++)
        {
            var points = Points(chart.Data.Series[i], chart.Data.Categories.Count, X, frame.Y);
            Series(canvas, i, points);
            if (points.LastOrDefault(run => run.Count > 0) is { } last)
                labels.Add(new(last[^1].Y, direct ? EndText(chart, chart.Data.Series[i]) : LastValue(chart, chart.Data.Series[i]), ChartDrawing.Series(i)));
        }
        frame.Categories(X);
        frame.SideLabels(labels);
    }

    /// <summary>A missing value ends one run of points and begins the next.</summary>
    public static List<List<ChartPoint>> Points(ChartSeries series, int categories, Func<int, double> x, Func<double, double> y)
    {
        var runs = new List<List<ChartPoint>> { new() };
        for (var i = 0; i < categories; i++)
        {
            if (ChartTable.ValueAt(series, i) is { } value)
                runs[^1].Add(new(x(i), y(value)));
            else if (runs[^1].Count > 0)
                runs.Add([]);
        }
        return [.. runs.Where(run => run.Count > 0)];
    }

    public static void Series(ChartCanvas canvas, int series, List<List<ChartPoint>> runs)
    {
        foreach (var run in runs.Where(run => run.Count > 1))
            canvas.Add(new ChartShape(run, false) { Stroke = ChartDrawing.Series(series), Thickness = canvas.Type * 0.2, Dash = ChartMarks.Dash(series) });
        var total = runs.Sum(run => run.Count);
        var every = Math.Max(1, total / 20);
        foreach (var run in runs)
        {
            for (var i = run.Count - 1; i >= 0; i -= every)
                ChartMarks.Marker(canvas, series, run[i].X, run[i].Y, canvas.Type * 0.28);
        }
    }

    /// <summary>Where a category lies.</summary>
    public static double At(ChartFrame frame, int i, int count)
    {
        var margin = (frame.Right - frame.Left) * 0.02;
        return count < 2 ? (frame.Left + frame.Right) / 2 : frame.Left + margin + (frame.Right - frame.Left - 2 * margin) * i / (count - 1);
    }

    private static string EndText(Chart chart, ChartSeries series) =>
        chart.Data.Series.Count == 1 ? LastValue(chart, series) : $"{series.Name} {LastValue(chart, series)}";

    private static string LastValue(Chart chart, ChartSeries series) =>
        DanishFormat.Number(series.Values.LastOrDefault(value => value is { } number && double.IsFinite(number)), chart.Data.Decimals);
}
