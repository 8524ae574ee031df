using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Upright bars from zero; what is below zero hangs down.</summary>
internal static class BarChart
{
    public static void Draw(Chart chart, ChartCanvas canvas)
    {
        var values = chart.Data.Series.Count == 0 ? new ChartSeries("", []) : chart.Data.Series[0];
        var heights = values.Values.OfType<double>();
        var scale = ChartScale.Of(
            chart.Target is { } target ? heights.Append(target.Value) : heights,
            fromZero: true,
            chart.Data.Decimals
        );
        string[] side = chart.Target is null ? [] : [ChartFrame.TargetText(chart)];
        var frame = new ChartFrame(chart, canvas, scale, side);
        frame.Grid();
        var slot = (frame.Right - frame.Left) / Math.Max(1, chart.Data.Categories.Count);
        for (var i = 0; i < chart.Data.Categories.Count; i++)
        {
            if (ChartTable.ValueAt(values, i) is { } value)
                Bar(chart, canvas, frame, value, (frame.Left + (slot * i), slot));
        }
        var zero = frame.Y(0);
        canvas.Line(frame.Left, zero, frame.Right, zero, ChartPaint.Axis);
        frame.Categories(i => frame.Left + (slot * (i + 0.5)));
        var labels = new List<SideLabel>();
        frame.Target(labels);
        frame.SideLabels(labels);
    }

    private static void Bar(Chart chart, ChartCanvas canvas, ChartFrame frame, double value, (double Left,
        double Width) slot)
    {
        double x = slot.Left + (slot.Width * 0.12), wide = slot.Width * 0.76, y = frame.Y(value), zero = frame.Y(0);
        ChartMarks.Bar(canvas, 0, x, Math.Min(y, zero), wide, Math.Abs(y - zero));
        var text = Danish.Number(value, chart.Data.Decimals);
        if (canvas.Measure(text) <= wide * 1.1)
            canvas.Text(x + (wide / 2), value < 0 ? y + (canvas.Type * 1.05) : y - (canvas.Type * 0.35), text,
                wide * 1.15, anchor: 0.5);
    }
}
