using Virker.Kernel;

namespace Virker.Platform;

/// <summary>A label at the right edge of the plot, on the height of what it names.</summary>
internal sealed record SideLabel(double Y, string Text, ChartPaint Paint);

/// <summary>The plot of a chart with two axes: its edges, grid, labels, legend and target line.</summary>
internal sealed class ChartFrame
{
    private readonly ChartCanvas _canvas;
    private readonly Chart _chart;

    private readonly IReadOnlyList<IReadOnlyList<string>> _categories;

    public ChartFrame(Chart chart, ChartCanvas canvas, ChartScale scale, IReadOnlyList<string> sideLabels)
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
        _categories = Names(chart, (Right - Left) / Math.Max(1, chart.Data.Categories.Count));
        var rows = Math.Max(1, _categories.Select(lines => lines.Count).DefaultIfEmpty(1).Max());
        Bottom = Math.Max(Top + canvas.Type, canvas.Height - canvas.Type * 0.5 - canvas.Row * rows);
    }

    public ChartScale Scale { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    /// <summary>True where zero is not on the axis; it is then drawn broken, and says so.</summary>
    public bool IsBroken => Scale.Low > 0 || Scale.High < 0;

    public double Y(double value) => Bottom - Scale.Place(value) * (Bottom - Top);

    public void Grid()
    {
        foreach (var tick in Scale.Ticks)
        {
            var y = Y(tick);
            _canvas.Line(Left, y, Right, y, tick == 0 ? ChartPaint.Axis : ChartPaint.Grid, tick == 0 ? 1 : 0.6);
            _canvas.Text(
                Left - _canvas.Type * 0.5,
                y + _canvas.Type * 0.35,
                Scale.Label(tick),
                Left,
                anchor: 1,
                paint: ChartPaint.Muted
            );
        }
    }

    /// <summary>
    /// Under each bar on so many lines as it takes; where a word is broader than its bar, on one line, with as many
    /// of the names as there is room for.
    /// </summary>
    private IReadOnlyList<IReadOnlyList<string>> Names(Chart chart, double slot)
    {
        var wrapped = chart.Kind != ChartKind.Bar ? [] : chart.Data.Categories.Select(category =>
            _canvas.Wrap(category, slot - 2, 3)).ToList();
        return wrapped.Count > 0 && wrapped.Zip(chart.Data.Categories).All(c =>
            string.Join(' ', c.First) == CleanText.Line(c.Second)) ? wrapped
            : [.. chart.Data.Categories.Select(category => (IReadOnlyList<string>)[_canvas.Fit(category,
                (Right - Left) / 2)])];
    }

    /// <summary>As many of the labels as there is room for, the first and the last among them.</summary>
    public void Categories(Func<int, double> middle)
    {
        if (_categories.Count == 0)
            return;
        var widest = _categories.SelectMany(lines => lines).Select(_canvas.Measure).DefaultIfEmpty(0).Max()
            + _canvas.Type * 0.8;
        var every = _categories.Count < 2 ? 1 : Math.Max(1, (int)Math.Ceiling(widest / Math.Max(1e-6,
            middle(1) - middle(0))));
        var last = _categories.Count - 1;
        for (var i = 0; i <= last; i++)
        {
            var shown = i == last || (i % every == 0 && (last - i >= every || last - i == 0));
            if (!shown)
                continue;
            for (var line = 0; line < _categories[i].Count; line++)
            {
                _canvas.Text(middle(i), Bottom + _canvas.Row * (line + 1), _categories[i][line], _canvas.Width / 2,
                    anchor: 0.5, paint: ChartPaint.Muted);
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
        ? $"{target.Label} {Danish.Number(target.Value, chart.Data.Decimals)}" : "";

    /// <summary>
    /// Side labels in the order of their heights, on so many lines as it takes, moved apart where they would lie on
    /// one another.
    /// </summary>
    public void SideLabels(IEnumerable<SideLabel> labels)
    {
        var left = Right + (_canvas.Type * 0.7);
        var order = labels.OrderBy(label => label.Y).Select(label => (Of: label, Lines: _canvas.Wrap(label.Text,
            _canvas.Width - left, 3))).Where(l => l.Lines.Count > 0).ToList();
        var row = Math.Min(_canvas.Type * 1.2, (Bottom - Top + _canvas.Row) / Math.Max(1, order.Sum(l =>
            l.Lines.Count)));
        var tops = order.Select(l => l.Of.Y - (l.Lines.Count * row / 2)).ToArray();
        for (var i = 1; i < tops.Length; i++)
            tops[i] = Math.Max(tops[i], tops[i - 1] + (order[i - 1].Lines.Count * row));
        for (var i = tops.Length - 1; i >= 0; i--)
            tops[i] = Math.Min(tops[i], (i == tops.Length - 1 ? Bottom + (row * 0.7)
                : tops[i + 1]) - (order[i].Lines.Count * row));
        foreach (var ((label, lines), top) in order.Zip(tops))
        {
            for (var line = 0; line < lines.Count; line++)
                _canvas.Text(left, top + (row * (line + 0.5)) + (_canvas.Type * 0.35), lines[line],
                    _canvas.Width - left, paint: label.Paint);
        }
    }
}
