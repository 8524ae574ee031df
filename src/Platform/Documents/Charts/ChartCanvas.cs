namespace Virker.Platform;

/// <summary>Collects marks, and keeps text inside the box: what is too long is cut with an ellipsis.</summary>
internal sealed class ChartCanvas(double width, double height, double type)
{
    private readonly List<ChartMark> _marks = [];

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>The size of ordinary text.</summary>
    public double Type { get; } = type;

    public double Row { get; } = type * 1.4;

    public IReadOnlyList<ChartMark> Marks => _marks;

    public static double Measure(string text, double size, bool bold = false) =>
        FontFaces.Of(FontFaces.Face(bold, false)).Width(text, size);

    public double Measure(string text) => Measure(text, Type);

    public void Add(ChartMark mark) => _marks.Add(mark);

    public void Line(
        double x1,
        double y1,
        double x2,
        double y2,
        ChartPaint stroke,
        double thickness = 1,
        params double[] dash
    ) =>
        Add(
            new ChartShape([new(x1, y1), new(x2, y2)], false)
            {
                Stroke = stroke,
                Thickness = thickness,
                Dash = dash,
            }
        );

    public void Rectangle(double x, double y, double width, double height, ChartPaint fill) =>
        Add(
            new ChartShape([new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)], true)
            {
                Fill = fill,
            }
        );

    /// <summary>Text whose whole extent stays inside the box and within <paramref name="room"/>.</summary>
    public void Text(
        double x,
        double baseline,
        string text,
        double room,
        double anchor = 0,
        bool bold = false,
        ChartPaint paint = ChartPaint.Text
    )
    {
        var fitted = Fit(text, Math.Min(room, Width), bold);
        if (fitted.Length == 0)
            return;
        var extent = Measure(fitted, Type, bold);
        var left = Math.Clamp(x - anchor * extent, 0, Math.Max(0, Width - extent));
        var line = Math.Clamp(baseline, Type, Math.Max(Type, Height - Type * 0.25));
        Add(new ChartLabel(left + anchor * extent, line, fitted, Type) { Anchor = anchor, Bold = bold, Paint = paint });
    }

    public string Fit(string text, double room, bool bold = false)
    {
        var clean = CleanText.Line(text);
        if (Measure(clean, Type, bold) <= room)
            return clean;
        var runes = clean.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var kept = runes.Count;
        while (kept > 0 && Measure(string.Concat(runes.Take(kept)) + "…", Type, bold) > room)
            kept--;
        return kept == 0 ? "" : string.Concat(runes.Take(kept)).TrimEnd() + "…";
    }

    /// <summary>The text on at most so many lines, the last one cut where there is more.</summary>
    public IReadOnlyList<string> Wrap(string text, double room, int most)
    {
        var lines = new List<string>();
        var words = new Queue<string>(CleanText.Line(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.Count > 0 && lines.Count < most)
        {
            var line = words.Dequeue();
            while (words.Count > 0 && (lines.Count == most - 1 || Measure(line + " " + words.Peek()) <= room))
                line += " " + words.Dequeue();
            lines.Add(Fit(line, room));
        }
        return lines;
    }
}
