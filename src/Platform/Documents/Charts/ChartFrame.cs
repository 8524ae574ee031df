namespace Virker.Platform;

/// <summary>A label at the right edge of the plot, on the height of what it names.</summary>
internal sealed record SideLabel(double Y, string Text, ChartPaint Paint);

/// <summary>The plot of a chart with two axes: its edges, grid, labels, legend and target line.</summary>
internal sealed class ChartFrame
{
    private readonly ChartCanvas _canvas;
    private readonly Chart _chart;

    public ChartFrame(Chart chart, ChartCanvas canvas, ChartScale scale, IReadOnlyList<string> sideLabels, bool legend)
    {
        (_chart, _canvas, Scale) = (chart, canvas, scale);
        var ticks = scale.Ticks.Select(scale.Label).ToList();
        Left = Math.Min(canvas.Width * 0.3, ticks.Max(canvas.Measure) + canvas.Type * 0.8);
        var side = sideLabels.Count == 0 ? canvas.Type * 0.6 : sideLabels.Max(canvas.Measure) + canvas.Type * 1.2;
        Right = canvas.Width - Math.Min(side, canvas.Width * 0.34);
        Top = canvas.Row * 0.9;
        if (chart.Data.Unit.Length > 0)
        {
            canvas.Text(0, Top, chart.Data.Unit, canvas.Width, paint: ChartPaint.Muted);
            Top += canvas.Row * 0.8;
        }
        if (legend)
            Top = ChartLegend.Draw(chart, canvas, Top);
        var slot = chart.Data.Categories.Count == 0 ? 0 : (Right - Left) / chart.Data.Categories.Count;
        CategoryLines = chart.Kind is ChartKind.Bar or ChartKind.StackedBar
            ? [.. chart.Data.Categories.Select(category => canvas.Wrap(category, slot - 2, 3))]
            : [.. chart.Data.Categories.Select(category => (IReadOnlyList<string>)[canvas.Fit(category, (Right - Left) / 2)])];
        Bottom = Math.Max(Top + canvas.Type, canvas.Height - canvas.Type * 0.5 - canvas.Row * Math.Max(1, CategoryLines.Select(lines => lines.Count).DefaultIfEmpty(1).Max()));
    }

    public ChartScale Scale { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    private IReadOnlyList<IReadOnlyList<string>> CategoryLines { get; }

    public double Y(double value) => Bottom - Scale.Place(value) * (Bottom - Top);

    public void Grid()
    {
        foreach (var tick in Scale.Ticks)
        {
            var y = Y(tick);
            _canvas.Line(Left, y, Right, y, tick == 0 ? ChartPaint.Axis : ChartPaint.Grid, tick == 0 ? 1 : 0.6);
            _canvas.Text(Left - _canvas.Type * 0.5, y + _canvas.Type * 0.35, Scale.Label(tick), Left, anchor: 1, paint: ChartPaint.Muted);
        }
    }

    /// <summary>As many of the labels as there is room for, the first and the last among them.</summary>
    public void Categories(Func<int, double> middle)
    {
        if (CategoryLines.Count == 0)
            return;
        var widest = CategoryLines.SelectMany(lines => lines).Select(_canvas.Measure).DefaultIfEmpty(0).Max() + _canvas.Type * 0.8;
        var every = CategoryLines.Count < 2 ? 1 : Math.Max(1, (int)Math.Ceiling(widest / Math.Max(1e-6, middle(1) - middle(0))));
        var last = CategoryLines.Count - 1;
        for (var i = 0; i <= last; i++)
        {
            var shown = i == last || (i % every == 0 && (last - i >= every || last - i == 0));
            if (!shown)
                continue;
            for (var line = 0; line < CategoryLines[i].Count; line++)
            {
                _canvas.Text(middle(i), Bottom + _canvas.Row * (line + 1), CategoryLines[i][line], _canvas.Width / 2, anchor: 0.5, paint: ChartPaint.Muted);
            }
        }
    }

    public void Target(ICollection<SideLabel> labels)
    {
        if (_chart.Target is not { } target || !double.IsFinite(target.Value))
            return;
        _canvas.Line(Left, Y(target.Value), Right, Y(target.Value), ChartPaint.Target, 1.4, 5, 3);
        labels.Add(new(Y(target.Value), TargetText(_chart), ChartPaint.Target));
    }

    public static string TargetText(Chart chart) => chart.Target is { } target && double.IsFinite(target.Value)
        ? $"{target.Label} {DanishFormat.Number(target.Value, chart.Data.Decimals)}" : "";

    /// <summary>Side labels in the order of their heights, moved apart where they would lie on one another.</summary>
    public void SideLabels(IEnumerable<SideLabel> labels)
    {
        var order = labels.OrderBy(label => label.Y).ToList();
        var heights = order.Select(label => label.Y).ToArray();
        var row = Math.Min(_canvas.Row * 0.95, (Bottom - Top + _canvas.Row) / Math.Max(1, order.Count));
        for (var i = 1; i < heights.Length; i++)
            heights[i] = Math.Max(heights[i], heights[i - 1] + row);
        for (var i = heights.Length - 1; i >= 0; i--)
            heights[i] = Math.Min(heights[i], i == heights.Length - 1 ? Bottom + row * 0.3 : heights[i + 1] - row);
        for (var i = 0; i < order.Count; i++)
            _canvas.Text(Right + _canvas.Type * 0.7, heights[i] + _canvas.Type * 0.35, order[i].Text, _canvas.Width - Right - _canvas.Type * 0.7, paint: order[i].Paint);
    }
}
