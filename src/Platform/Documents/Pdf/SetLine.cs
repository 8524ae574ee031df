namespace Virker.Platform;

/// <summary>A part of a line, set in one stretch's way.</summary>
internal sealed record SetPiece(Stretch Stretch, string Text, double X, double Width);

/// <summary>
/// One line of set text. <see cref="Width"/> leaves out the space at the end, which is kept so that words do not run
/// together when read.
/// </summary>
internal sealed record SetLine(IReadOnlyList<SetPiece> Pieces, double Width, double Leading)
{
    public void Draw(PaperPage page, double x, double top)
    {
        foreach (var piece in Pieces)
        {
            var (style, target) = (piece.Stretch.Style, piece.Stretch.Target);
            // The letters are centred in the leading by their ascender and descender.
            var baseline = top + Leading / 2 + style.Size * 0.36;
            page.Text(piece.Stretch.Tag, piece.Text, piece.Stretch.Face, style.Size, style.Ink, x + piece.X, baseline);
            if (target is null || piece.Stretch.Tag is not { } tag || piece.Width <= 0)
                continue;
            page.Line(tag, x + piece.X, baseline + 1.6, x + piece.X + piece.Width, baseline + 1.6, style.Ink, 0.4);
            page.Link(tag, target, piece.Stretch.Words, x + piece.X, top, piece.Width, Leading);
        }
    }
}
