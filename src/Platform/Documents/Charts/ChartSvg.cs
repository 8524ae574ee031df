using System.Globalization;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// A drawing as an <c>svg</c> element. Colours are presentation attributes, which any style sheet overrides by the classes; there is no
/// style attribute and no id, so that any number of charts may stand on one page under a strict content security policy.
/// </summary>
internal static class ChartSvg
{
    private const double Type = 13;

    public static string Write(Chart chart, string alt, double width, double height)
    {
        var drawing = ChartDrawing.Of(chart, width, height, chart.Kind == ChartKind.Sparkline ? 10 : Type);
        var svg = new StringBuilder();
        svg.Append($"<svg class=\"chart-svg chart-{chart.Kind.ToString().ToLowerInvariant()}\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" ");
        svg.Append($"viewBox=\"0 0 {N(drawing.Width)} {N(drawing.Height)}\" width=\"{N(drawing.Width)}\" height=\"{N(drawing.Height)}\">");
        svg.Append("<title>").Append(HtmlText.Encode(chart.Title)).Append("</title><desc>").Append(HtmlText.Encode(alt)).Append("</desc>");
        foreach (var mark in drawing.Marks)
            Append(svg, mark);
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, ChartMark mark)
    {
        switch (mark)
        {
            case ChartShape shape:
                Append(svg, shape);
                break;
            case ChartDot dot:
                svg.Append($"<circle cx=\"{N(dot.X)}\" cy=\"{N(dot.Y)}\" r=\"{N(dot.Radius)}\"{Paints(dot.Fill, dot.Stroke)}/>");
                break;
            case ChartLabel label:
                var anchor = label.Anchor switch { 0 => "", 0.5 => " text-anchor=\"middle\"", _ => " text-anchor=\"end\"" };
                var bold = label.Bold ? " font-weight=\"600\"" : "";
                svg.Append($"<text x=\"{N(label.X)}\" y=\"{N(label.Baseline)}\" font-size=\"{N(label.Size)}\"{anchor}{bold}{Paints(label.Paint, ChartPaint.None, text: true)}>");
                svg.Append(HtmlText.Encode(label.Text)).Append("</text>");
                break;
        }
    }

    private static void Append(StringBuilder svg, ChartShape shape)
    {
        svg.Append("<path d=\"");
        for (var i = 0; i < shape.Points.Count; i++)
            svg.Append(i == 0 ? 'M' : 'L').Append(N(shape.Points[i].X)).Append(' ').Append(N(shape.Points[i].Y));
        svg.Append(shape.Closed ? "Z\"" : "\"").Append(Paints(shape.Fill, shape.Stroke));
        if (shape.Stroke != ChartPaint.None)
            svg.Append($" stroke-width=\"{N(shape.Thickness)}\"");
        if (shape.Dash.Count > 0)
            svg.Append($" stroke-dasharray=\"{string.Join(' ', shape.Dash.Select(N))}\"");
        svg.Append("/>");
    }

    private static string Paints(ChartPaint fill, ChartPaint stroke, bool text = false)
    {
        var classes = string.Join(' ', new[] { fill == ChartPaint.None ? "" : $"chart-fill-{Name(fill)}", stroke == ChartPaint.None ? "" : $"chart-stroke-{Name(stroke)}" }
            .Where(name => name.Length > 0));
        var strokes = stroke == ChartPaint.None ? "" : $" stroke=\"{ChartDrawing.Inks[(int)stroke].Hex}\"";
        var fills = fill == ChartPaint.None ? "none" : ChartDrawing.Inks[(int)fill].Hex;
        return $" class=\"{(text ? "chart-text " : "")}{classes}\" fill=\"{fills}\"{strokes}";
    }

    private static string Name(ChartPaint paint) => paint.ToString().ToLowerInvariant();

    private static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
