namespace Virker.Platform;

internal readonly record struct ChartPoint(double X, double Y);

/// <summary>
/// What a mark is for; each output has its own colour for it, and a reader's forced colours may change it.
/// </summary>
internal enum ChartPaint
{
    None,
    Paper,
    Text,
    Muted,
    Grid,
    Axis,
    Target,
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,

    /// <summary>The fan of a forecast: 80 and 95 of 100 cases.</summary>
    Band80,
    Band95,
}

internal abstract record ChartMark;

/// <summary>A polygon or an open line.</summary>
internal sealed record ChartShape(IReadOnlyList<ChartPoint> Points, bool Closed) : ChartMark
{
    public ChartPaint Fill { get; init; }

    public ChartPaint Stroke { get; init; }

    public double Thickness { get; init; } = 1;

    public IReadOnlyList<double> Dash { get; init; } = [];
}

internal sealed record ChartDot(double X, double Y, double Radius, ChartPaint Fill, ChartPaint Stroke) : ChartMark;

internal sealed record ChartLabel(double X, double Baseline, string Text, double Size) : ChartMark
{
    /// <summary>0 at its start, 0.5 in its middle, 1 at its end.</summary>
    public double Anchor { get; init; }

    public bool Bold { get; init; }

    public ChartPaint Paint { get; init; } = ChartPaint.Text;
}

/// <summary>
/// A chart as marks in a box, y downwards: the one geometry that both the SVG and the PDF are made of.
/// </summary>
internal sealed record ChartDrawing(double Width, double Height, IReadOnlyList<ChartMark> Marks)
{
    public static readonly Ink[] Inks =
    [
        default,
        new(255, 255, 255),
        Ink.Text,
        Ink.Muted,
        new(0xD9, 0xDE, 0xE3),
        new(0x6B, 0x75, 0x80),
        new(0xA8, 0x20, 0x2F),
        new(0x0B, 0x53, 0x63),
        new(0xC2, 0x5A, 0x00),
        new(0x2F, 0x7D, 0x4F),
        new(0x7A, 0x4B, 0x94),
        new(0x8A, 0x6D, 0x00),
        new(0x5C, 0x67, 0x70),
        new(0xB9, 0xD3, 0xD9),
        new(0xE2, 0xEE, 0xF0),
    ];

    /// <summary>
    /// Height 0 lets the kind of chart decide. The type size follows the width: a chart on paper is narrower, in
    /// points.
    /// </summary>
    public static ChartDrawing Of(Chart chart, double width, double height = 0, double type = 8.4)
    {
        // Lower than this, the words around a plot would leave no room for it.
        var least = chart.Kind == ChartKind.Sparkline ? 1 : chart.Kind is ChartKind.Waterfall ? 0 : type * 13;
        var canvas = new ChartCanvas(width, Math.Max(least, height > 0 ? height : HeightOf(chart, width, type)), type);
        switch (chart.Kind)
        {
            case ChartKind.Bar:
                BarChart.Draw(chart, canvas);
                break;
            case ChartKind.SmallMultiples:
                SmallMultiplesChart.Draw(chart, canvas);
                break;
            case ChartKind.Sparkline:
                SparklineChart.Draw(chart, canvas);
                break;
            case ChartKind.Waterfall:
                WaterfallChart.Draw(chart, canvas);
                break;
            default:
                TrendChart.Draw(chart, canvas);
                break;
        }
        return new(canvas.Width, canvas.Height, canvas.Marks);
    }

    public static ChartPaint Series(int index) => ChartPaint.Series1 + index % 6;

    private static double HeightOf(Chart chart, double width, double type) => chart.Kind switch
    {
        ChartKind.Sparkline => width * 0.22,
        ChartKind.SmallMultiples => SmallMultiplesChart.Height(chart, width, type),
        ChartKind.Waterfall => WaterfallChart.Height(chart, type),
        ChartKind.Trend => Math.Max(width * 0.46, type * 20),
        _ => width * 0.45,
    };
}
