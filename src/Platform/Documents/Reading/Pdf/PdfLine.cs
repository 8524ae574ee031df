using System.Text;

namespace Virker.Platform;

/// <summary>
/// A printed line of a page: pieces that share a baseline, with a tab where the gap is as wide as between two columns.
/// </summary>
internal sealed record PdfLine(
    int Page,
    double Left,
    double Right,
    double Baseline,
    double Size,
    bool Bold,
    string Text,
    double CellLeft = 0
)
{
    public static List<PdfLine> Of(int page, List<PdfSpan> spans)
    {
        return [.. PdfColumns.InOrder(Rows(spans)).SelectMany(rows => Joined(page, rows))];
    }

    private static IEnumerable<PdfLine> Joined(int page, List<List<PdfSpan>> rows)
    {
        var gaps = rows.ConvertAll(Gaps);
        var lines = new List<PdfLine>();
        for (var i = 0; i < rows.Count; i++)
        {
            var beside = (i > 0 ? gaps[i - 1] : []).Concat(i + 1 < rows.Count ? gaps[i + 1] : []).ToList();
            lines.Add(Join(page, rows[i], beside));
        }

        return lines.Where(l => l.Text.Trim().Length > 0);
    }

    private static List<List<PdfSpan>> Rows(List<PdfSpan> spans)
    {
        var rows = new List<List<PdfSpan>>();
        foreach (
            var span in spans
                .Where(s => s.Text.Length > 0)
                .OrderByDescending(s => Math.Round(s.Baseline, 1))
                .ThenBy(s => s.Left)
        )
        {
            if (
                rows.Count == 0
                || Math.Abs(rows[^1][0].Baseline - span.Baseline) > 0.45 * Math.Max(rows[^1][0].Size, span.Size)
            )
                rows.Add([]);
            rows[^1].Add(span);
        }

        rows.ForEach(r => r.Sort((a, b) => a.Left.CompareTo(b.Left)));
        return rows;
    }

    /// <summary>Where nothing is printed for at least the width of a letter.</summary>
    private static List<(double From, double To)> Gaps(List<PdfSpan> row)
    {
        var gaps = new List<(double, double)>();
        var right = double.MaxValue;
        foreach (var span in row.Where(s => s.Text.Trim().Length > 0))
        {
            if (span.Left - right > 0.8 * span.Size) gaps.Add((right, span.Left));
            right = right == double.MaxValue ? span.Right : Math.Max(right, span.Right);
        }

        return gaps;
    }

    /// <summary>
    /// A wide gap parts two columns; a narrower one does when the line above or below has a gap at the same place.
    /// </summary>
    private static bool Parts(double from, double to, double size, List<(double From, double To)> beside) =>
        to - from > 1.9 * size
        || (to - from > 0.8 * size && beside.Exists(g => Math.Min(g.To, to) - Math.Max(g.From, from) > 0.3 * size));

    private static PdfLine Join(int page, List<PdfSpan> row, List<(double From, double To)> beside)
    {
        var text = new StringBuilder();
        var size = row.GroupBy(s => Math.Round(s.Size, 1)).OrderByDescending(g => g.Sum(s => s.Text.Length)).First().Key;
        double? right = null;
        var cellLeft = row[0].Left;
        foreach (var span in row)
        {
            // The same word drawn twice to look bold.
            if (
                right is { } drawn
                && span.Right <= drawn + 0.5
                && span.Left < drawn - (0.5 * size)
                && text.ToString().EndsWith(span.Text.Trim(), StringComparison.Ordinal)
            )
                continue;
            var spaced = text.Length > 0 && text[^1] is ' ' or '\t';
            if (right is { } end && Parts(end, span.Left, size, beside))
            {
                text.Append('\t');
                cellLeft = span.Left;
            }
            else if (right is { } near && span.Left - near > 0.14 * size && !spaced && !span.Text.StartsWith(' ')) text.Append(' ');
            text.Append(span.Text);
            if (span.Text.Trim().Length > 0 || right is null) right = Math.Max(right ?? span.Right, span.Right);
        }

        var letters = row.Where(s => s.Text.Trim().Length > 0).ToList();
        return new PdfLine(
            page,
            row[0].Left,
            letters.Count > 0 ? letters.Max(s => s.Right) : row[^1].Right,
            row[0].Baseline,
            size,
            letters.Count > 0 && letters.All(s => s.Bold),
            PlainTextSource.Tidy(text.ToString()).Trim(' '),
            cellLeft
        );
    }
}
