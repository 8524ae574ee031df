using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// What took a figure from one level to another, a row for each term. The lengths of the bars can be compared; the
/// levels are marks and not bars, so the axis need not begin at zero.
/// </summary>
internal static class WaterfallChart
{
    /// <summary>Terms that are drawn by themselves; the smallest of more are drawn together.</summary>
    private const int MostTerms = 10;

    private const double RowHeight = 2.3;

    public static double Height(Chart chart, double type) => type * (RowHeight * Math.Max(1, Rows(chart).Count) + 1.6);

    public static void Draw(Chart chart, ChartCanvas canvas)
    {
        var rows = Rows(chart);
        if (rows.Count == 0) return;
        var scale = ChartScale.Of(rows.SelectMany(r => new[] { r.From, r.To }), fromZero: false, chart.Data.Decimals);
        var left = Math.Min(canvas.Width * 0.42, rows.Max(r => canvas.Measure(r.Name)) + canvas.Type);
        var right =
            canvas.Width
            - Math.Min(
                canvas.Width * 0.24,
                rows.Max(r => ChartCanvas.Measure(Number(chart, r), canvas.Type, bold: true)) + canvas.Type * 1.4
            );
        double X(double value) => left + scale.Place(value) * (right - left);
        canvas.Text(0, canvas.Row * 0.9, chart.Data.Unit, canvas.Width, paint: ChartPaint.Muted);
        var tall = (canvas.Height - canvas.Type * 1.6) / rows.Count;
        for (var i = 0; i < rows.Count; i++) Row(chart, canvas, rows, i, X, (canvas.Type * 1.6 + tall * i, tall, left));
    }

    private static void Row(
        Chart chart,
        ChartCanvas canvas,
        IReadOnlyList<Term> rows,
        int i,
        Func<double, double> x,
        (double Top, double Height, double Left) at
    )
    {
        var (row, middle) = (rows[i], at.Top + at.Height / 2);
        var lines = canvas.Wrap(row.Name, at.Left - canvas.Type * 0.8, 2);
        for (var line = 0; line < lines.Count; line++)
            canvas.Text(
                at.Left - canvas.Type * 0.7,
                middle + canvas.Type * (0.35 + 1.05 * (line - (lines.Count - 1) / 2.0)),
                lines[line],
                at.Left,
                anchor: 1,
                bold: row.IsLevel
            );
        if (row.IsLevel)
            canvas.Line(
                x(row.To),
                at.Top + at.Height * 0.12,
                x(row.To),
                at.Top + at.Height * 0.88,
                ChartPaint.Axis,
                canvas.Type * 0.3
            );
        else
            ChartMarks.Bar(
                canvas,
                row.To >= row.From ? 0 : 1,
                Math.Min(x(row.From), x(row.To)),
                middle - at.Height * 0.3,
                Math.Max(1, Math.Abs(x(row.To) - x(row.From))),
                at.Height * 0.6
            );
        // From where one row ends the next begins.
        if (i + 1 < rows.Count)
            canvas.Line(
                x(row.To),
                middle + at.Height * 0.3,
                x(row.To),
                middle + at.Height * 0.7,
                ChartPaint.Muted,
                0.8
            );
        canvas.Text(
            Math.Max(x(row.From), x(row.To)) + canvas.Type * 0.6,
            middle + canvas.Type * 0.35,
            Number(chart, row),
            canvas.Width,
            bold: row.IsLevel
        );
    }

    private static string Number(Chart chart, Term row)
    {
        var number = Danish.Number(row.IsLevel ? row.To : row.To - row.From, chart.Data.Decimals);
        return row.IsLevel || row.To <= row.From ? number : $"+{number}";
    }

    /// <summary>In the order of the data; where there are many, the greatest, and the rest as one.</summary>
    private static IReadOnlyList<Term> Rows(Chart chart)
    {
        if (chart.Data.Series.Count == 0 || chart.Data.Categories.Count < 2)
            return [];
        var values = chart
            .Data.Categories.Select((name, i) => (Name: name, Value: ChartTable.ValueAt(chart.Data.Series[0], i) ?? 0))
            .ToList();
        var terms = values.Skip(1).SkipLast(1).ToList();
        var shown =
            terms.Count <= MostTerms ? terms : [.. terms.OrderByDescending(t => Math.Abs(t.Value)).Take(MostTerms - 1)];
        var rest = terms.Count - shown.Count;
        if (rest > 0)
            shown =
            [
                .. terms.Where(shown.Contains),
                ($"Øvrige ({rest})", terms.Sum(t => t.Value) - shown.Sum(t => t.Value)),
            ];
        var (rows, level) = (
            new List<Term> { new(values[0].Name, values[0].Value, values[0].Value, true) },
            values[0].Value
        );
        foreach (var (name, value) in shown)
            rows.Add(new(name, level, level += value, false));
        return [.. rows, new(values[^1].Name, values[^1].Value, values[^1].Value, true)];
    }

    private sealed record Term(string Name, double From, double To, bool IsLevel);
}
