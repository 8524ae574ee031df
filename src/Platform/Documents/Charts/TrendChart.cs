using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A figure through time: what is known, what is expected, what it is held against, and what it is to reach.
/// </summary>
internal static class TrendChart
{
    public static void Draw(Chart chart, ChartCanvas canvas)
    {
        var line = new TrendLine(chart);
        var scale = ChartScale.Of(line.Heights, fromZero: false, chart.Data.Decimals);
        var frame = new ChartFrame(chart with { Data = chart.Data with { Categories = line.Categories } }, canvas,
            scale, [.. SideTexts(chart, line)]);
        double X(int i) => frame.Left + ((frame.Right - frame.Left) * (0.02 + (0.96 * line.Place(i))));
        frame.Grid();
        if (frame.IsBroken)
        {
            canvas.Text(frame.Left, frame.Top - (canvas.Type * 0.5), "Aksen begynder ikke ved 0", canvas.Width * 0.6,
                paint: ChartPaint.Muted);
            ChartLines.Break(canvas, frame.Left, frame.Bottom);
        }

        Fan(chart, canvas, line, X, frame.Y);
        var labels = new List<SideLabel>();
        Target(chart, canvas, frame, line, X, labels);
        for (var i = chart.Data.Series.Count - 1; i > 0; i--) Beside(chart, canvas, line, i, X, frame.Y, labels);
        Own(chart, canvas, line, X, frame.Y, labels);
        Ahead(chart, canvas, line, X, frame.Y, labels);
        Years(canvas, frame, line, X);
        frame.SideLabels(labels);
        TrendLastValue.Draw(chart, canvas, frame, line, X);
    }

    private static IEnumerable<string> SideTexts(Chart chart, TrendLine line)
    {
        yield return TargetText(chart);
        foreach (var series in chart.Data.Series.Skip(1)) yield return LastText(chart, series);
        if (line.Ahead.Count > 0) yield return Expected(chart, line);
        if (line.EndsInPart) yield return InPart(chart, line);
    }

    /// <summary>Widest first, both from the last complete value, so that the fan opens where the line ends.</summary>
    private static void Fan(Chart chart, ChartCanvas canvas, TrendLine line, Func<int, double> x, Func<double, double> y)
    {
        if (line.Ahead.Count == 0 || line.LastComplete is not { } last)
            return;
        foreach (
            var (paint, low, high) in new (ChartPaint, Func<ChartStep, double>, Func<ChartStep, double>)[]
            {
                (ChartPaint.Band95, s => s.Low95, s => s.High95),
                (ChartPaint.Band80, s => s.Low80, s => s.High80),
            }
        )
        {
            var up = line.Ahead.Select((step, i) => new ChartPoint(x(line.AheadFrom + i), y(high(step))));
            var down = line.Ahead.Select((step, i) => new ChartPoint(x(line.AheadFrom + i), y(low(step)))).Reverse();
            canvas.Add(new ChartShape([new(x(last.Index), y(last.Value)), .. up, .. down], true) { Fill = paint });
        }
    }

    private static void Ahead(
        Chart chart,
        ChartCanvas canvas,
        TrendLine line,
        Func<int, double> x,
        Func<double, double> y,
        ICollection<SideLabel> labels
    )
    {
        if (line.Ahead.Count == 0 || line.LastComplete is not { } last)
            return;
        List<ChartPoint> points =
        [
            new(x(last.Index), y(last.Value)),
            .. line.Ahead.Select((step, i) => new ChartPoint(x(line.AheadFrom + i), y(step.Value))),
        ];
        canvas.Add(
            new ChartShape(points, false)
            {
                Stroke = ChartPaint.Series1,
                Thickness = canvas.Type * 0.14,
                Dash = [4, 3],
            }
        );
        labels.Add(new(points[^1].Y, Expected(chart, line), ChartPaint.Series1));
    }

    /// <summary>The target ends on its day where that is in the picture.</summary>
    private static void Target(
        Chart chart,
        ChartCanvas canvas,
        ChartFrame frame,
        TrendLine line,
        Func<int, double> x,
        ICollection<SideLabel> labels
    )
    {
        if (chart.Target is not { } target || !double.IsFinite(target.Value)) return;
        var (y, at) = (frame.Y(target.Value), target.At is null ? -1 : line.Categories.ToList().IndexOf(target.At));
        var right = at < 0 ? frame.Right : x(at);
        canvas.Line(frame.Left, y, right, y, ChartPaint.Target, 1.4, 5, 3);
        if (at >= 0) canvas.Line(right, y - canvas.Type * 0.5, right, y + canvas.Type * 0.5, ChartPaint.Target, canvas.Type * 0.16);
        labels.Add(new(y, TargetText(chart), ChartPaint.Target));
    }

    private static void Beside(Chart chart, ChartCanvas canvas, TrendLine line, int index, Func<int, double> x,
        Func<double, double> y, ICollection<SideLabel> labels)
    {
        var series = chart.Data.Series[index];
        var runs = ChartLines.Points(series, line.Categories.Count, x, y);
        foreach (var run in runs)
        {
            if (run.Count == 1) canvas.Add(new ChartDot(run[0].X, run[0].Y, canvas.Type * 0.2, ChartPaint.Series6,
                ChartPaint.Paper));
            else canvas.Add(new ChartShape(run, false) { Stroke = ChartPaint.Series6, Thickness = canvas.Type * 0.13,
                Dash = ChartMarks.Dash(index - 1) });
        }

        if (runs.Count > 0) labels.Add(new(runs[^1][^1].Y, LastText(chart, series), ChartPaint.Series6));
    }

    /// <summary>What is complete in one stroke; what is not goes on dotted, with open marks.</summary>
    private static void Own(Chart chart, ChartCanvas canvas, TrendLine line, Func<int, double> x, Func<double,
        double> y, ICollection<SideLabel> labels)
    {
        foreach (var run in ChartLines.Points(line.Complete, line.Categories.Count, x, y))
        {
            if (run.Count > 1) canvas.Add(new ChartShape(run, false) { Stroke = ChartPaint.Series1, Thickness = canvas.Type * 0.22 });
            else canvas.Add(new ChartDot(run[0].X, run[0].Y, canvas.Type * 0.24, ChartPaint.Series1, ChartPaint.Paper));
        }

        var partly = line.Partial.Select(p => new ChartPoint(x(p.Index), y(p.Value))).ToList();
        if (partly.Count > 0 && line.LastComplete is { } last)
            canvas.Add(
                new ChartShape([new(x(last.Index), y(last.Value)), .. partly], false)
                {
                    Stroke = ChartPaint.Series1,
                    Thickness = canvas.Type * 0.16,
                    Dash = [1.5, 2.5],
                }
            );
        foreach (var point in partly)
            canvas.Add(new ChartDot(point.X, point.Y, canvas.Type * 0.26, ChartPaint.Paper, ChartPaint.Series1));
        if (partly.Count == 0)
            return;
        // At the edge it is told like what else ends there.
        if (line.EndsInPart) labels.Add(new(partly[^1].Y, InPart(chart, line), ChartPaint.Muted));
        else canvas.Text(partly[^1].X + (canvas.Type * 0.6), partly[^1].Y + (canvas.Type * 0.35), "foreløbig",
            canvas.Width * 0.3, paint: ChartPaint.Muted);
    }

    /// <summary>
    /// Where there are several years, they stand at their Januaries; else as many names as there is room for.
    /// </summary>
    private static void Years(ChartCanvas canvas, ChartFrame frame, TrendLine line, Func<int, double> x)
    {
        var (from, to) = (x(0), x(line.Categories.Count - 1));
        var years = line.Years().Select(year => (year.Name, At: from + ((to - from) * year.Place))).ToList();
        if (years.Count < 2)
        {
            frame.Categories(x);
            return;
        }

        var apart = Math.Max(1e-6, (years[^1].At - years[0].At) / (years.Count - 1));
        var every = Math.Max(1, (int)Math.Ceiling(canvas.Measure("2024  ") / apart));
        foreach (var (name, at) in years.Where((_, i) => i % every == 0))
        {
            canvas.Line(at, frame.Bottom, at, frame.Bottom + (canvas.Type * 0.4), ChartPaint.Axis);
            canvas.Text(at, frame.Bottom + canvas.Row, name, canvas.Width / 2, anchor: 0.5, paint: ChartPaint.Muted);
        }
    }

    /// <summary>With its day, where it has one.</summary>
    private static string TargetText(Chart chart) => chart.Target is { At: { } day }
        ? $"{ChartFrame.TargetText(chart)}, {day}" : ChartFrame.TargetText(chart);

    private static string LastText(Chart chart, ChartSeries series) =>
        $"{series.Name} {Danish.Number(series.Values.LastOrDefault(value => value is { } number && double.IsFinite(number)), chart.Data.Decimals)}";

    private static string InPart(Chart chart, TrendLine line) =>
        $"Foreløbig {Danish.Number(line.Partial[^1].Value, chart.Data.Decimals)}";

    private static string Expected(Chart chart, TrendLine line) =>
        $"Ventet {Danish.Number(line.Ahead[^1].Value, chart.Data.Decimals)}";
}
