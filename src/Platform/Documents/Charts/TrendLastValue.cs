using Virker.Kernel;

namespace Virker.Platform;

/// <summary>The last complete value of a trend where it stands, with its days and how it has changed.</summary>
internal static class TrendLastValue
{
    public static void Draw(Chart chart, ChartCanvas canvas, ChartFrame frame, TrendLine line, Func<int, double> x)
    {
        if (line.LastComplete is not { } last) return;
        var (px, py) = (x(last.Index), frame.Y(last.Value));
        canvas.Add(new ChartDot(px, py, canvas.Type * 0.34, ChartPaint.Series1, ChartPaint.Paper));
        var lines = Words(chart, line, last.Index, last.Value);
        var wide = Math.Min(
            lines.Max(text => ChartCanvas.Measure(text, canvas.Type, bold: true)) + canvas.Type * 0.6,
            frame.Right - frame.Left
        );
        var left = Math.Clamp(px - wide / 2, frame.Left, Math.Max(frame.Left, frame.Right - wide));
        var near = Drawn(chart, line, x, frame.Y)
            .Where(p => p.X >= left - canvas.Type && p.X <= left + wide + canvas.Type)
            .Select(p => p.Y)
            .Append(py)
            .ToList();
        var top = Top(canvas, frame, near, canvas.Type * 1.2 * lines.Length);
        for (var i = 0; i < lines.Length; i++)
            canvas.Text(
                left + wide / 2,
                top + canvas.Type * (1 + 1.2 * i),
                lines[i],
                wide,
                anchor: 0.5,
                bold: i == 0,
                paint: i == 0 ? ChartPaint.Series1 : ChartPaint.Muted
            );
    }

    private static string[] Words(Chart chart, TrendLine line, int index, double value)
    {
        var number = Danish.Number(value, chart.Data.Decimals);
        return
        [
            chart.Data.Series.Count > 1 ? $"{chart.Data.Series[0].Name} {number}" : number,
            .. new[] { line.Categories[index], chart.Trend?.Change }.OfType<string>(),
        ];
    }

    /// <summary>Above everything that is drawn there; where there is no room for it, below.</summary>
    private static double Top(ChartCanvas canvas, ChartFrame frame, IReadOnlyList<double> near, double tall)
    {
        var (above, below) = (near.Min() - tall - canvas.Type * 0.7, near.Max() + canvas.Type * 0.4);
        return Math.Max(0, above >= frame.Top - canvas.Type ? above : Math.Min(below, frame.Bottom - tall));
    }

    private static IEnumerable<ChartPoint> Drawn(
        Chart chart,
        TrendLine line,
        Func<int, double> x,
        Func<double, double> y
    ) =>
        [
            .. chart
                .Data.Series.SelectMany(s => ChartLines.Points(s, line.Categories.Count, x, y))
                .SelectMany(run => run),
            .. line.Ahead.SelectMany(
                (step, i) =>
                    new[]
                    {
                        new ChartPoint(x(line.AheadFrom + i), y(step.High95)),
                        new ChartPoint(x(line.AheadFrom + i), y(step.Low95)),
                    }
            ),
            .. chart.Target is { } target && double.IsFinite(target.Value)
                ? line.Categories.Select((_, i) => new ChartPoint(x(i), y(target.Value)))
                : [],
        ];
}
