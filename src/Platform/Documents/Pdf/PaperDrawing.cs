using System.Text;

namespace Virker.Platform;

/// <summary>A chart's drawing on paper, all of it the content of one element.</summary>
internal static class PaperDrawing
{
    /// <summary>How far a circle's Bézier handles reach, as a share of its radius.</summary>
    private const double Handle = 0.5523;

    public static void Draw(ChartDrawing drawing, PaperPage page, StructureTag tag, double x, double top)
    {
        foreach (var mark in drawing.Marks)
        {
            switch (mark)
            {
                case ChartLabel label:
                    var face = FontFaces.Face(label.Bold, false);
                    var extent = ChartCanvas.Measure(label.Text, label.Size, label.Bold);
                    page.Text(
                        tag,
                        label.Text,
                        face,
                        label.Size,
                        ChartDrawing.Inks[(int)label.Paint],
                        x + label.X - label.Anchor * extent,
                        top + label.Baseline
                    );
                    break;
                case ChartShape shape:
                    page.Path(tag, Operators(shape, x, top));
                    break;
                case ChartDot dot:
                    page.Path(tag, Operators(dot, x, top));
                    break;
            }
        }
    }

    private static string Operators(ChartShape shape, double x, double top)
    {
        var path = new StringBuilder(Paints(shape.Fill, shape.Stroke)).Append($"{N(shape.Thickness)} w 1 j ");
        if (shape.Dash.Count > 0)
            path.Append($"[{string.Join(' ', shape.Dash.Select(N))}] 0 d ");
        for (var i = 0; i < shape.Points.Count; i++)
            path.Append(
                $"{N(x + shape.Points[i].X)} {N(PaperPage.Height - top - shape.Points[i].Y)} {(i == 0 ? 'm' : 'l')} "
            );
        return path.Append(shape.Closed ? "h " : "").Append(Operator(shape.Fill, shape.Stroke)).ToString();
    }

    private static string Operators(ChartDot dot, double x, double top)
    {
        double cx = x + dot.X, cy = PaperPage.Height - top - dot.Y, r = dot.Radius, k = r * Handle;
        var path = new StringBuilder(Paints(dot.Fill, dot.Stroke)).Append($"0.8 w {N(cx + r)} {N(cy)} m ");
        ReadOnlySpan<(double, double, double, double, double, double)> arcs =
        [
            (r, k, k, r, 0, r), (-k, r, -r, k, -r, 0), (-r, -k, -k, -r, 0, -r), (k, -r, r, -k, r, 0),
        ];
        foreach (var (x1, y1, x2, y2, x3, y3) in arcs)
            path.Append($"{N(cx + x1)} {N(cy + y1)} {N(cx + x2)} {N(cy + y2)} {N(cx + x3)} {N(cy + y3)} c ");
        return path.Append("h ").Append(Operator(dot.Fill, dot.Stroke)).ToString();
    }

    private static string Paints(ChartPaint fill, ChartPaint stroke) =>
        (fill == ChartPaint.None ? "" : ChartDrawing.Inks[(int)fill].Operands + " rg ")
        + (stroke == ChartPaint.None ? "" : ChartDrawing.Inks[(int)stroke].Operands + " RG ");

    private static string Operator(ChartPaint fill, ChartPaint stroke) => (fill, stroke) switch
    {
        (ChartPaint.None, ChartPaint.None) => "n ",
        (ChartPaint.None, _) => "S ",
        (_, ChartPaint.None) => "f ",
        _ => "B ",
    };

    private static string N(double value) => PdfSyntax.Number(value);
}
