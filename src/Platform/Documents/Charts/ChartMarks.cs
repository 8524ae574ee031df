namespace Virker.Platform;

/// <summary>The signs of the series, which differ by dash and hatching as well as by colour.</summary>
internal static class ChartMarks
{
    private static readonly double[][] Dashes = [[], [7, 3], [2, 2.5], [9, 3, 2, 3], [4, 2], [1.5, 4]];

    public static IReadOnlyList<double> Dash(int series) => Dashes[series % Dashes.Length];

    /// <summary>A filled bar; all series but the first are hatched with lines of the paper's colour.</summary>
    public static void Bar(ChartCanvas canvas, int series, double x, double y, double width, double height)
    {
        canvas.Rectangle(x, y, width, height, ChartDrawing.Series(series));
        var gap = canvas.Type * 0.62;
        foreach (var (fromX, fromY, toX, toY) in Hatching(series % 6, width, height, gap))
            canvas.Line(x + fromX, y + fromY, x + toX, y + toY, ChartPaint.Paper, canvas.Type * 0.13);
    }

    private static IEnumerable<(double, double, double, double)> Hatching(
        int pattern,
        double width,
        double height,
        double gap
    ) =>
        pattern switch
        {
            1 => Slanted(width, height, gap).Select(line => (line.X1, height - line.Y1, line.X2, height - line.Y2)),
            2 => Steps(height, gap).Select(y => (0.0, y, width, y)),
            3 => Slanted(width, height, gap),
            4 => Steps(width, gap).Select(x => (x, 0.0, x, height)),
            5 => Slanted(width, height, gap * 1.5)
                .Concat(
                    Slanted(width, height, gap * 1.5)
                        .Select(line => (line.X1, height - line.Y1, line.X2, height - line.Y2))
                ),
            _ => [],
        };

    private static IEnumerable<double> Steps(double length, double gap) =>
        Enumerable.Range(1, Count(length, gap)).Select(i => i * gap).Where(at => at < length);

    /// <summary>Lines at 45° from the top edge and the left edge, cut at the sides of the box.</summary>
    private static IEnumerable<(double X1, double Y1, double X2, double Y2)> Slanted(
        double width,
        double height,
        double gap
    )
    {
        var step = gap * 1.4;
        return Enumerable
            .Range(1, Count(width + height, step))
            .Select(i => i * step)
            .Where(at => at < width + height)
            .Select(at =>
                (Math.Max(0, at - height), Math.Min(at, height), Math.Min(at, width), Math.Max(0, at - width))
            );
    }

    private static int Count(double length, double gap) => (int)Math.Clamp(length / gap, 0, 400);
}
