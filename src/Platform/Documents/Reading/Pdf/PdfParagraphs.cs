using System.Text.RegularExpressions;

namespace Virker.Platform;

/// <summary>
/// Lines of pages to lines of text: page furniture (what stands at the top or foot of most pages) is dropped, lines
/// that were only broken at the margin are joined, and a wider gap becomes a blank line.
/// </summary>
internal static partial class PdfParagraphs
{
    public static List<SourceLine> Of(List<(List<PdfLine> Lines, double Height)> pages)
    {
        var kept = WithoutFurniture(pages);
        var all = kept.SelectMany(p => p).ToList();
        var body = all.Count == 0 ? 10 : all.GroupBy(l => l.Size).OrderByDescending(g => g.Sum(l => l.Text.Length)).First().Key;
        var margin = all.Count == 0 ? 0 : all.Select(l => l.Right).OrderDescending().Skip(all.Count / 20).First();
        var leading = Leading(kept);
        var lines = new List<SourceLine>();
        PdfLine? above = null;
        foreach (var line in all)
        {
            var heading = line.Text.Length < 200 && (line.Size > body * 1.12 || (line.Bold && line.Text.Length < 120));
            var joined = above is not null && Continues(above, line, margin, leading, body, lines[^1]);
            if (joined)
            {
                lines[^1] = lines[^1] with { Text = Joined(lines[^1].Text, line.Text) };
            }
            else
            {
                if (
                    above is not null
                    && (
                        above.Page != line.Page
                        || above.Baseline < line.Baseline
                        || above.Baseline - line.Baseline > leading * 1.35
                    )
                )
                    lines.Add(Numbered(lines, "", line.Page, false));
                lines.Add(Numbered(lines, line.Text, line.Page, heading));
            }

            above =
                line.Text.Contains('\t') || above is null || !joined
                    ? line
                    : line with
                    {
                        CellLeft = above.CellLeft,
                        Left = Math.Min(line.Left, above.Left),
                    };
        }

        return lines;
    }

    private static SourceLine Numbered(List<SourceLine> lines, string text, int page, bool heading) =>
        new(lines.Count + 1, text, page, heading);

    private static bool Continues(
        PdfLine above,
        PdfLine line,
        double margin,
        double leading,
        double body,
        SourceLine open
    )
    {
        if (open.IsRow && GoesOnInCell(above, line, leading))
            return true;
        if (open.IsRow || line.Text.Contains('\t') || Math.Abs(above.Size - line.Size) > 0.6 || above.Bold != line.Bold)
            return false;
        if (ListMark().IsMatch(line.Text) || (Label().IsMatch(line.Text) && Label().IsMatch(above.Text)))
            return false;
        var gap = above.Baseline - line.Baseline;
        // A line higher up is the head of the next column, which goes on as the next page does.
        var samePage = above.Page == line.Page && gap >= 0;
        if (samePage && (gap > leading * Math.Max(1, line.Size / body) * 1.15 || gap > line.Size * 2.5)) return false;
        // The first word of this line would still have fitted on the line above: so the break was meant.
        var word = line.Text.Split(' ')[0].Length * line.Size * 0.5;
        if (above.Right + word < margin - (2 * line.Size)) return false;
        return samePage || (line.Text.Length > 0 && char.IsLower(line.Text[0]) && !above.Text.EndsWith('.'));
    }

    /// <summary>A line that stands right below the last cell of a row and as far in is the rest of that cell.</summary>
    private static bool GoesOnInCell(PdfLine above, PdfLine line, double leading) =>
        above.Page == line.Page
        && !line.Text.Contains('\t')
        && !line.Bold
        && Math.Abs(line.Left - above.CellLeft) < 2
        && above.CellLeft > above.Left + 20
        && above.Baseline - line.Baseline < leading * 1.3;

    private static string Joined(string above, string line)
    {
        if (
            above.EndsWith('-')
            && above.Length > 1
            && char.IsLetter(above[^2])
            && line.Length > 0
            && char.IsLower(line[0])
            && !line.StartsWith("og ", StringComparison.Ordinal)
            && !line.StartsWith("eller ", StringComparison.Ordinal)
        )
        {
            return above[..^1] + line;
        }

        return above + " " + line;
    }

    private static double Leading(List<List<PdfLine>> pages)
    {
        var gaps = new List<double>();
        foreach (var page in pages)
        {
            for (var i = 1; i < page.Count; i++)
            {
                var gap = page[i - 1].Baseline - page[i].Baseline;
                if (gap > 1 && gap < 60) gaps.Add(Math.Round(gap, 0));
            }
        }

        // The closest gap that is common: paragraphs stand further apart than the lines within one.
        return gaps.Count == 0
            ? 14
            : gaps.GroupBy(g => g)
                .Where(g => g.Count() * 12 >= gaps.Count && g.Key > 5)
                .Select(g => g.Key)
                .DefaultIfEmpty(14)
                .Min();
    }

    private static List<List<PdfLine>> WithoutFurniture(List<(List<PdfLine> Lines, double Height)> pages)
    {
        var seen = new Dictionary<string, int>();
        foreach (var (lines, height) in pages)
        {
            foreach (var key in lines.Where(l => AtEdge(l, height)).Select(Key).Distinct())
                seen[key] = seen.GetValueOrDefault(key) + 1;
        }

        var often = Math.Max(2, (pages.Count + 1) / 2);
        return
        [
            .. pages.Select(p =>
                p.Lines.Where(l => !AtEdge(l, p.Height) || (seen[Key(l)] < often && !PageNumber().IsMatch(l.Text)))
                    .ToList()
            ),
        ];
    }

    private static bool AtEdge(PdfLine line, double height) =>
        line.Baseline > height * 0.915 || line.Baseline < height * 0.085;

    private static string Key(PdfLine line) => Digits().Replace(line.Text, "#");

    [GeneratedRegex(@"^(?:[-–•·▪◦]|\(?\d{1,3}[.)]|[A-Za-z][.)])\s", RegexOptions.None)]
    private static partial Regex ListMark();

    /// <summary>One label below another: "Mødested: …", "Fraværende: …".</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L} /]{2,28}:(?:\s|$)", RegexOptions.None)]
    private static partial Regex Label();

    [GeneratedRegex(@"\d+", RegexOptions.None)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:side\s*)?\d{1,4}(?:\s*(?:af|/|of)\s*\d{1,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
