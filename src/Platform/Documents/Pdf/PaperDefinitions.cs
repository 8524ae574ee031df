namespace Virker.Platform;

/// <summary>Labels and values: a list whose labels are the terms.</summary>
internal static class PaperDefinitions
{
    public static IEnumerable<Slab> Lay(
        DefinitionRows rows,
        StructureTag parent,
        double x,
        double width,
        PaperLinks links
    )
    {
        if (rows.Rows.Count == 0)
            return [];
        var list = StructureTag.Block("L", parent).With("List", "/ListNumbering /None");
        var style = TypeStyle.Body with { Ink = Ink.Muted };
        var font = FontFaces.Of(FontFace.Regular);
        var labels = rows.Rows.Max(row => font.Width(CleanText.Line(row.Label), style.Size));
        var indent = Math.Min(labels + 16, width * 0.38);
        return
        [
            .. rows.Rows.Select(
                (row, i) => Row(row, list, (x, width, indent), style, links).ToSlab() with { Before = i == 0 ? 10 : 0 }
            ),
        ];
    }

    private static Band Row(
        Definition row,
        StructureTag list,
        (double X, double Width, double Indent) at,
        TypeStyle style,
        PaperLinks links
    )
    {
        var item = StructureTag.Block("LI", list);
        var label = LineBreaker.Break(
            Stretch.Plain(CleanText.Line(row.Label) + " ", style, StructureTag.Block("Lbl", item)),
            at.Indent - 10
        );
        var body = StructureTag.Block("LBody", item);
        var value = LineBreaker.Break(Stretch.Of(row.Value, TypeStyle.Body, body, links), at.Width - at.Indent);
        var lines = new List<BandLine>();
        var height = Math.Max(Place(lines, label, at.X), Place(lines, value, at.X + at.Indent));
        return new(
            at.X,
            at.Width,
            Math.Max(height, style.Leading) + 5,
            lines,
            [new(Math.Max(height, style.Leading) + 4.5, 0.4, Ink.Rule)]
        );
    }

    private static double Place(List<BandLine> lines, IReadOnlyList<SetLine> column, double x)
    {
        var y = 2.5;
        foreach (var line in column)
        {
            lines.Add(new(line, x, y));
            y += line.Leading;
        }
        return y;
    }
}
