namespace Virker.Platform;

/// <summary>
/// A notice: shaded, with a bar at its left. The shade is drawn line by line, so that it may go over a page break.
/// </summary>
internal static class PaperNotice
{
    private const double Pad = 12;
    private const double Edge = 7;

    public static IEnumerable<Slab> Lay(
        NoticeBlock notice,
        StructureTag parent,
        double x,
        double width,
        PaperLinks links
    )
    {
        var tag = StructureTag.Block("Div", parent);
        var bar = notice.Kind == NoticeKind.Warning ? Ink.Warning : Ink.Accent;
        var lines = new List<SetLine>();
        var title = CleanText.Line(notice.Title);
        if (title.Length > 0)
            lines.AddRange(
                LineBreaker.Break(
                    Stretch.Plain(title, TypeStyle.Body with { Bold = true, Ink = bar }, StructureTag.Block("P", tag)),
                    width - 2 * Pad
                )
            );
        if (notice.Runs.Any(run => !string.IsNullOrWhiteSpace(run.Text)))
            lines.AddRange(
                LineBreaker.Break(
                    Stretch.Of(notice.Runs, TypeStyle.Body, StructureTag.Block("P", tag), links),
                    width - 2 * Pad
                )
            );
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            double above = i == 0 ? Edge : 0, below = i == lines.Count - 1 ? Edge : 0;
            yield return new Slab(line.Leading + above + below, (page, top) =>
            {
                page.Rectangle(null, x, top, width, line.Leading + above + below + 0.2, Ink.Shade);
                page.Rectangle(null, x, top, 3, line.Leading + above + below + 0.2, bar);
                line.Draw(page, x + Pad, top + above);
            })
            {
                Before = i == 0 ? 12 : 0,
                KeepWithNext = i < lines.Count - 1 && (i < 2 || i == lines.Count - 2),
            };
        }
    }
}
