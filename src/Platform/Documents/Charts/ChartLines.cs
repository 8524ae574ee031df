namespace Virker.Platform;

/// <summary>What every chart with a line is made of: the points of a series, and the line through them.</summary>
internal static class ChartLines
{
    /// <summary>A missing value ends one run of points and begins the next.</summary>
    public static List<List<ChartPoint>> Points(ChartSeries series, int categories, Func<int, double> x, Func<double,
        double> y)
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

    public static void Draw(ChartCanvas canvas, List<List<ChartPoint>> runs)
    {
        foreach (var run in runs.Where(run => run.Count > 1))
            canvas.Add(new ChartShape(run, false) { Stroke = ChartPaint.Series1, Thickness = canvas.Type * 0.2 });
        foreach (var run in runs.Where(run => run.Count == 1))
            canvas.Add(Dot(canvas, run[0]));
        if (runs.Count > 0)
            canvas.Add(Dot(canvas, runs[^1][^1]));
    }

    /// <summary>The sign that an axis is broken: it does not begin at zero.</summary>
    public static void Break(ChartCanvas canvas, double x, double bottom)
    {
        var type = canvas.Type;
        (double Across, double Up)[] steps = [(0, 1.5), (0, 1.15), (-0.35, 0.95), (0.35, 0.6), (0, 0.4), (0, 0)];
        canvas.Add(new ChartShape([.. steps.Select(s => new ChartPoint(x + (s.Across * type),
            bottom - (s.Up * type)))], false)
        {
            Stroke = ChartPaint.Axis, Thickness = type * 0.1,
        });
    }

    private static ChartDot Dot(ChartCanvas canvas, ChartPoint at) => new(at.X, at.Y, canvas.Type * 0.28,
        ChartPaint.Series1, ChartPaint.Paper);
}
