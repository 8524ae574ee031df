using System.Globalization;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// A drawing as an <c>svg</c> element. Colours are presentation attributes, which any style sheet overrides by the
/// classes; there is no style attribute and no id, so that any number of charts may stand on one page under a strict
/// content security policy.
/// </summary>
internal static class ChartSvg
{
    private const double Type = 13;

    public static string Write(Chart chart, string alt, double width, double height)
    {
        var drawing = ChartDrawing.Of(chart, width, height, chart.Kind == ChartKind.Sparkline ? 10 : Type);
        var svg = Open(chart, alt, drawing.Width, drawing.Height);
        foreach (var mark in drawing.Marks)
            Append(svg, mark);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>
    /// On paper of its own, with the title above and the source below; it brings a family of type along, since no style
    /// sheet does.
    /// </summary>
    public static string Alone(Chart chart, string alt, string? source)
    {
        const double Width = 800, Edge = 20;
        var drawing = ChartDrawing.Of(chart, Width - 2 * Edge, 0, Type);
        var head = new ChartCanvas(Width - 2 * Edge, 1000, Type * 1.25);
        var (titles, sources) = (
            head.Wrap(chart.Title, Width - 2 * Edge, 3),
            new ChartCanvas(Width - 2 * Edge, 1000, Type * 0.85).Wrap(source ?? "", Width - 2 * Edge, 4)
        );
        var top = Edge + titles.Count * head.Row + Type * 0.6;
        var height = top + drawing.Height + Type * 1.2 * (sources.Count + 1) + Edge;
        var svg = Open(chart, alt, Width, height);
        Append(
            svg,
            new ChartShape([new(0, 0), new(Width, 0), new(Width, height), new(0, height)], true)
            {
                Fill = ChartPaint.Paper,
            }
        );
        for (var i = 0; i < titles.Count; i++)
            Append(svg, new ChartLabel(Edge, Edge + head.Row * (i + 0.8), titles[i], head.Type) { Bold = true });
        svg.Append($"<g transform=\"translate({N(Edge)} {N(top)})\">");
        foreach (var mark in drawing.Marks)
            Append(svg, mark);
        svg.Append("</g>");
        for (var i = 0; i < sources.Count; i++)
            Append(
                svg,
                new ChartLabel(Edge, top + drawing.Height + Type * 1.2 * (i + 1.5), sources[i], Type * 0.85)
                {
                    Paint = ChartPaint.Muted,
                }
            );
        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder Open(Chart chart, string alt, double width, double height)
    {
        var svg = new StringBuilder();
        svg.Append(
            $"<svg class=\"chart-svg chart-{chart.Kind.ToString().ToLowerInvariant()}\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" font-family=\"IBM Plex Sans, Arial, sans-serif\" "
        );
        svg.Append($"viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\">");
        return svg.Append("<title>")
            .Append(HtmlText.Encode(chart.Title))
            .Append("</title><desc>")
            .Append(HtmlText.Encode(alt))
            .Append("</desc>");
    }

    private static void Append(StringBuilder svg, ChartMark mark)
    {
        switch (mark)
        {
            case ChartShape shape:
                Append(svg, shape);
                break;
            case ChartDot dot:
                svg.Append(
                    $"<circle cx=\"{N(dot.X)}\" cy=\"{N(dot.Y)}\" r=\"{N(dot.Radius)}\"{Paints(dot.Fill, dot.Stroke)}/>"
                );
                break;
            case ChartLabel label:
                var anchor = label.Anchor switch
                {
                    0 => "",
                    0.5 => " text-anchor=\"middle\"",
                    _ => " text-anchor=\"end\"",
                };
                var bold = label.Bold ? " font-weight=\"600\"" : "";
                svg.Append(
                    $"<text x=\"{N(label.X)}\" y=\"{N(label.Baseline)}\" font-size=\"{N(label.Size)}\"{anchor}{bold}{Paints(label.Paint, ChartPaint.None, text: true)}>"
                );
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
        var classes = string.Join(
            ' ',
            new[]
            {
                fill == ChartPaint.None ? "" : $"chart-fill-{Name(fill)}",
                stroke == ChartPaint.None ? "" : $"chart-stroke-{Name(stroke)}",
            }.Where(name => name.Length > 0)
        );
        var strokes = stroke == ChartPaint.None ? "" : $" stroke=\"{ChartDrawing.Inks[(int)stroke].Hex}\"";
        var fills = fill == ChartPaint.None ? "none" : ChartDrawing.Inks[(int)fill].Hex;
        return $" class=\"{(text ? "chart-text " : "")}{classes}\" fill=\"{fills}\"{strokes}";
    }

    private static string Name(ChartPaint paint) => paint.ToString().ToLowerInvariant();

    private static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
