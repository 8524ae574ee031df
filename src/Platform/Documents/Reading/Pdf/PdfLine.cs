using System.Text;

namespace Virker.Platform;

/// <summary>A printed line of a page: pieces that share a baseline, with a tab where the gap is as wide as between two columns.</summary>
internal sealed record PdfLine(int Page, double Left, double Right, double Baseline, double Size, bool Bold, string Text)
{
    public static List<PdfLine> Of(int page, List<PdfSpan> spans)
    {
        var lines = new List<PdfLine>();
        var row = new List<PdfSpan>();
        foreach (var span in spans.Where(s => s.Text.Length > 0).OrderByDescending(s => Math.Round(s.Baseline, 1)).ThenBy(s => s.Left))
        {
            if (row.Count > 0 && Math.Abs(row[0].Baseline - span.Baseline) > 0.45 * Math.Max(row.Max(s => s.Size), span.Size))
            {
                lines.Add(Join(page, row));
                row.Clear();
            }

            row.Add(span);
        }

        if (row.Count > 0) lines.Add(Join(page, row));
        return [.. lines.Where(l => l.Text.Trim().Length > 0)];
    }

    private static PdfLine Join(int page, List<PdfSpan> row)
    {
        var text = new StringBuilder();
        var size = row.GroupBy(s => Math.Round(s.Size, 1)).OrderByDescending(g => g.Sum(s => s.Text.Length)).First().Key;
        double? right = null;
        foreach (var span in row.OrderBy(s => s.Left))
        {
            if (right is { } end)
            {
                var gap = span.Left - end;
                var spaced = text.Length > 0 && text[^1] is ' ' or '\t';
                if (gap > 1.9 * size) text.Append(spaced ? "" : "\t");
                else if (gap > 0.14 * size && !spaced && !span.Text.StartsWith(' ')) text.Append(' ');
            }

            // The same word drawn twice to look bold.
            if (right is { } drawn && span.Right <= drawn + 0.5 && text.ToString().EndsWith(span.Text.Trim(), StringComparison.Ordinal) && span.Left < drawn - (0.5 * size)) continue;
            text.Append(span.Text);
            right = Math.Max(right ?? span.Right, span.Right);
        }

        var letters = row.Where(s => s.Text.Trim().Length > 0).ToList();
        return new PdfLine(page, row.Min(s => s.Left), row.Max(s => s.Right), row[0].Baseline, size, letters.Count > 0 && letters.All(s => s.Bold),
            PlainTextSource.Tidy(text.ToString()).Trim(' '));
    }
}
