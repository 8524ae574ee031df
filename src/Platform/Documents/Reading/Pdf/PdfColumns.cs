namespace Virker.Platform;

/// <summary>
/// Puts a page set in two columns in reading order: where line after line leaves the same upright strip of the page
/// free and both sides hold
/// running text, the left side is read before the right. Cells of a table are short; they stay beside one another.
/// </summary>
internal static class PdfColumns
{
    private const int FewestRows = 6;
    private const double NarrowestStrip = 9;

    public static IEnumerable<List<List<PdfSpan>>> InOrder(List<List<PdfSpan>> rows)
    {
        var from = 0;
        foreach (var (first, last, strip) in Regions(rows))
        {
            if (first > from) yield return rows[from..first];
            var columns = rows[first..(last + 1)];
            yield return Side(columns, s => s.Left < strip);
            yield return Side(columns, s => s.Left >= strip);
            from = last + 1;
        }

        if (from < rows.Count) yield return rows[from..];
    }

    private static List<List<PdfSpan>> Side(List<List<PdfSpan>> rows, Func<PdfSpan, bool> isOn) =>
        [.. rows.Select(r => r.Where(isOn).ToList()).Where(r => r.Count > 0)];

    private static List<(int First, int Last, double Strip)> Regions(List<List<PdfSpan>> rows)
    {
        var regions = new List<(int First, int Last, double Strip)>();
        if (rows.Count < FewestRows) return regions;
        foreach (var strip in Strips(rows))
        {
            for (var first = 0; first < rows.Count; first++)
            {
                var last = first;
                while (last < rows.Count && !Crosses(rows[last], strip))
                    last++;
                if (
                    last - first >= FewestRows
                    && !regions.Exists(r => first <= r.Last && r.First < last)
                    && IsProse(rows[first..last], strip)
                )
                    regions.Add((first, last - 1, strip));
                first = last;
            }
        }

        return [.. regions.OrderBy(r => r.First)];
    }

    /// <summary>The places that most lines leave free near the middle, the commonest first.</summary>
    private static IEnumerable<double> Strips(List<List<PdfSpan>> rows)
    {
        var texts = rows.SelectMany(r => r).Where(s => s.Text.Trim().Length > 0).ToList();
        if (texts.Count == 0) return [];
        var (left, right) = (texts.Min(s => s.Left), texts.Max(s => s.Right));
        // A column begins where many lines begin: the strip is what lies just left of it.
        return texts
            .Where(s => s.Left > left + ((right - left) * 0.3) && s.Left < left + ((right - left) * 0.7))
            .GroupBy(s => Math.Round(s.Left))
            .Where(g => g.Count() >= FewestRows / 2)
            .OrderByDescending(g => g.Count())
            .Take(8)
            .Select(g => g.Min(s => s.Left) - 1);
    }

    private static bool Crosses(List<PdfSpan> row, double strip) =>
        row.Exists(s => s.Text.Trim().Length > 0 && s.Left < strip && s.Right > strip - NarrowestStrip);

    private static bool IsProse(List<List<PdfSpan>> rows, double strip)
    {
        var (left, right) = (Side(rows, s => s.Left < strip), Side(rows, s => s.Left >= strip));
        return Reads(left) && Reads(right) && Fills(left) && Fills(right);
    }

    /// <summary>Most lines run out to where the longest does, as set text does and cells do not.</summary>
    private static bool Fills(List<List<PdfSpan>> rows)
    {
        var widths = rows.ConvertAll(r => r.Max(s => s.Right) - r.Min(s => s.Left));
        var widest = widths.Max();
        return widths.Count(w => w > widest * 0.6) * 3 > rows.Count * 2;
    }

    /// <summary>Lines of running text: most of several words, few of figures.</summary>
    private static bool Reads(List<List<PdfSpan>> rows)
    {
        if (rows.Count < FewestRows / 2) return false;
        var lines = rows.ConvertAll(r => string.Concat(r.Select(s => s.Text)).Trim());
        var letters = lines.Sum(l => l.Count(char.IsLetter));
        return letters > lines.Sum(l => l.Count(char.IsDigit)) * 6
            && lines.Average(l => l.Length) > 20
            && lines.Count(l => l.Count(c => c == ' ') >= 2 || l.Length > 24) * 3 > lines.Count * 2;
    }
}
