namespace Virker.Platform;

/// <summary>The series by their sign and name, over the plot; on as many rows as it takes.</summary>
internal static class ChartLegend
{
    /// <summary>Gives the height under the last row.</summary>
    public static double Draw(Chart chart, ChartCanvas canvas, double top)
    {
        double x = 0, baseline = top + canvas.Type * 0.6, sign = canvas.Type * 1.9;
        for (var i = 0; i < chart.Data.Series.Count; i++)
        {
            var name = canvas.Fit(chart.Data.Series[i].Name, canvas.Width * 0.6);
            var wide = sign + canvas.Measure(name) + canvas.Type * 1.4;
            if (x > 0 && x + wide > canvas.Width)
                (x, baseline) = (0, baseline + canvas.Row);
            if (baseline + canvas.Row > canvas.Height * 0.5)
                break;
            Sign(chart.Kind, canvas, i, x, baseline - canvas.Type * 0.35, sign - canvas.Type * 0.4);
            canvas.Text(x + sign, baseline, name, canvas.Width - x - sign);
            x += wide;
        }
        return baseline + canvas.Row * 0.7;
    }

    private static void Sign(ChartKind kind, ChartCanvas canvas, int series, double x, double y, double width)
    {
        if (kind is ChartKind.Bar or ChartKind.StackedBar)
        {
            ChartMarks.Bar(canvas, series, x, y - canvas.Type * 0.4, width, canvas.Type * 0.8);
            return;
        }
        canvas.Add(new ChartShape([new(x, y), new(x + width, y)], false)
        {
            Stroke = ChartDrawing.Series(series), Thickness = canvas.Type * 0.2, Dash = ChartMarks.Dash(series),
        });
        ChartMarks.Marker(canvas, series, x + width / 2, y, canvas.Type * 0.3);
    }
}
