namespace Virker.Platform;

internal sealed record BandLine(SetLine Line, double X, double Y);

/// <summary>A line across the band, or from one of its measures to another.</summary>
internal sealed record BandRule(double Y, double Thickness, Ink Ink, double From = 0, double? To = null);

/// <summary>
/// Cells beside one another: one table row, or the rows that row spans tie together. Its lines stand in reading order,
/// cell by cell; when a page ends inside it, the lines that do not fit go on at the top of the next.
/// </summary>
internal sealed record Band(
    double X,
    double Width,
    double Height,
    IReadOnlyList<BandLine> Lines,
    IReadOnlyList<BandRule> Rules
)
{
    private const double Pad = 4;

    public Ink? Shade { get; init; }

    public Slab ToSlab() => new(Height, Draw) { Split = Split };

    private void Draw(PaperPage page, double top)
    {
        if (Shade is { } shade)
            page.Rectangle(null, X, top, Width, Height, shade);
        foreach (var rule in Rules)
            page.Line(
                null,
                X + rule.From,
                top + rule.Y,
                X + (rule.To ?? Width),
                top + rule.Y,
                rule.Ink,
                rule.Thickness
            );
        foreach (var (line, x, y) in Lines)
            line.Draw(page, x, top + y);
    }

    private (Slab First, Slab Next)? Split(double room)
    {
        var stay = Lines.Where(line => line.Y + line.Line.Leading + Pad <= room).ToList();
        var go = Lines.Where(line => line.Y + line.Line.Leading + Pad > room).ToList();
        if (stay.Count == 0 || go.Count == 0)
            return null;
        var shift = go.Min(line => line.Y) - Pad;
        var height = stay.Max(line => line.Y + line.Line.Leading) + Pad;
        var first = this with
        {
            Height = height,
            Lines = stay,
            Rules = [.. Rules.Where(rule => rule.Y < height), new(height, 0.5, Ink.Rule)],
        };
        var rest = this with
        {
            Height = Height - shift,
            Lines = [.. go.Select(line => line with { Y = line.Y - shift })],
            Rules =
            [
                .. Rules
                    .Where(rule => rule.Y > height && rule.Y > shift)
                    .Select(rule => rule with { Y = rule.Y - shift }),
            ],
        };
        return (first.ToSlab(), rest.ToSlab());
    }
}
