namespace Virker.Platform;

/// <summary>A chart with its caption; what the chart shows is told by the element's Alt.</summary>
internal static class PaperFigure
{
    public static IEnumerable<Slab> Lay(FigureBlock figure, StructureTag parent, double x, double width)
    {
        var group = StructureTag.Block("Div", parent);
        var caption = CleanText.Line(figure.Caption ?? figure.Chart.Title);
        var slabs = new List<Slab>();
        if (caption.Length > 0)
            slabs.AddRange(
                SetText.Lines(
                    Stretch.Plain(caption, TypeStyle.Caption, StructureTag.Block("Caption", group)),
                    x,
                    width,
                    16,
                    keepWithNext: true
                )
            );
        var alt = new[] { CleanText.Line(figure.Alt), caption, "Diagram" }.First(text => text.Length > 0);
        var tag = StructureTag.Block("Figure", group).Entry("Alt", PdfSyntax.Text(alt));
        var drawing = ChartDrawing.Of(figure.Chart, width);
        slabs.Add(new(drawing.Height, (page, top) =>
        {
            var bottom = PaperPage.Height - top - drawing.Height;
            tag.With("Layout", $"/Placement /Block /BBox {PdfSyntax.Box(x, bottom, x + drawing.Width, bottom + drawing.Height)}");
            PaperDrawing.Draw(drawing, page, tag, x, top);
        }) { Before = 6 });
        return slabs;
    }
}
