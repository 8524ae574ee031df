using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Finds the tables: runs of rows, put together again where a page cut them.</summary>
public static partial class SourceTableFinder
{
    /// <summary>Rows of heading above a table; more of them are rows.</summary>
    private const int MostHeads = 8;

    private sealed record Chunk(
        int From,
        int To,
        List<string[]> Head,
        List<(int Line, string[] Cells)> Body,
        string? Caption,
        string? Inner,
        int Width
    );

    internal static List<SourceTable> Find(IReadOnlyList<SourceLine> lines)
    {
        var chunks = Chunks(lines);
        var tables = new List<SourceTable>();
        Chunk? open = null;
        var split = false;
        foreach (var chunk in chunks)
        {
            if (open is not null && Continues(lines, open, chunk))
            {
                open.Body.AddRange(chunk.Body);
                open = open with { To = chunk.To, Width = Math.Max(open.Width, chunk.Width) };
                split = true;
                continue;
            }

            if (open is not null) tables.Add(Table(lines, open, split));
            (open, split) = (chunk, false);
        }

        if (open is not null) tables.Add(Table(lines, open, split));
        return [.. tables.Where(t => t.Rows.Count > 0 && t.Columns.Count > 0)];
    }

    private static List<Chunk> Chunks(IReadOnlyList<SourceLine> lines)
    {
        var chunks = new List<Chunk>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsRow(lines[i])) continue;
            var from = i;
            while (i + 1 < lines.Count && IsRow(lines[i + 1])) i++;
            var chunk = ChunkOf(lines, from, i);
            if (from < i || (chunks.Count > 0 && chunk.Width == chunks[^1].Width)) chunks.Add(chunk);
        }

        return chunks;
    }

    private static Chunk ChunkOf(IReadOnlyList<SourceLine> lines, int from, int to)
    {
        var rows = lines
            .Skip(from)
            .Take(to - from + 1)
            .Select(l => (Line: l.Number, Cells: Cells(l.Text)))
            .ToList();
        var head = rows.Take(MostHeads)
            .Where((_, n) => n < rows.Count - 1)
            .TakeWhile((r, n) => IsHead(r.Cells) && (n == 0 || r.Cells[0].Length == 0))
            .Select(r => r.Cells)
            .ToList();
        // A page break may have printed the head again, with no line between.
        var body = rows.Skip(head.Count).Where(r => !head.Any(h => h.SequenceEqual(r.Cells))).ToList();
        var inner = head.Count > 0 && body.Count > 1 && IsTitle(body[0].Cells) ? body[0].Cells[0] : null;
        if (inner is not null) body.RemoveAt(0);
        var captionAt = CaptionAbove(lines, from);
        var caption = captionAt < 0 ? null : lines[captionAt].Text.Trim();
        return new(from, to, head, body, caption, inner, rows.Max(r => r.Cells.Length));
    }

    /// <summary>A row that only says what those below it are about.</summary>
    private static bool IsTitle(string[] cells) =>
        cells is [{ Length: > 0 }, ..] && cells.Skip(1).All(c => c.Length == 0);

    private static bool IsRow(SourceLine line) => line.IsRow && !Listed().IsMatch(line.Text) && !Labelled().IsMatch(line.Text);

    private static string[] Cells(string text) => [.. text.Split('\t').Select(c => Markup().Replace(c, "").Trim())];

    /// <summary>
    /// A heading row holds no figures but years and names; a row whose first cell is filled and whose others are years
    /// could be data.
    /// </summary>
    private static bool IsHead(string[] cells)
    {
        var rest = cells.Skip(1).Where(c => c.Length > 0).ToList();
        if (rest.Count == 0) return false;
        var years = rest.All(c => Year().IsMatch(c));
        if (years)
            return cells[0].Length == 0
                || (
                    rest.Count > 1
                    && rest.Zip(rest.Skip(1))
                        .All(p =>
                            WrittenNumber.Code(p.Second.AsSpan(0, 4)) == WrittenNumber.Code(p.First.AsSpan(0, 4)) + 1
                        )
                );
        return rest.All(c =>
            PrintedNumber.Whole(Percent().Replace(c, "")) is null
            && c is not ("-" or "–")
            && !StartsWithFigure().IsMatch(c)
        );
    }

    private static bool Continues(IReadOnlyList<SourceLine> lines, Chunk open, Chunk next)
    {
        if (open.Width != next.Width)
            return false;
        var sameHead =
            next.Head.Count > 0
            && open.Head.Count > 0
            && next.Head.Select(h => string.Join('|', h)).SequenceEqual(open.Head.Select(h => string.Join('|', h)));
        if (next.Head.Count > 0 && !sameHead)
            return false;
        var between = lines.Skip(open.To + 1).Take(next.From - open.To - 1).Where(l => !l.IsBlank).ToList();
        return between.Count == 0
            ? next.Inner is null || next.Inner == open.Inner
            : sameHead && between.Count == 1 && between[0].Text.Trim() == open.Caption;
    }

    private static int CaptionAbove(IReadOnlyList<SourceLine> lines, int row)
    {
        var at = row - 1;
        while (at >= 0 && lines[at].IsBlank && row - at < 4) at--;
        if (at < 0 || lines[at].IsBlank || lines[at].IsRow) return -1;
        var text = lines[at].Text.Trim();
        return text.Length <= 160 && (text.EndsWith(':') || !text.EndsWith('.')) && !Footnote().IsMatch(text) ? at : -1;
    }

    private static SourceTable Table(IReadOnlyList<SourceLine> lines, Chunk chunk, bool split)
    {
        var width = chunk.Width;
        var head = chunk.Head.Count > 0 ? chunk.Head : [new string[width]];
        var columns = Enumerable
            .Range(1, width - 1)
            .Select(c =>
                string.Join(
                    ' ',
                    head.Select(h => c < h.Length ? h[c] : null).Where(t => !string.IsNullOrEmpty(t)).Distinct()
                )
            )
            .ToList();
        var rows = chunk.Body.Select(r => Row(r.Line, r.Cells, width)).ToList();
        return new SourceTable(
            chunk.Inner ?? chunk.Caption,
            string.IsNullOrEmpty(head[0][0]) ? null : head[0][0],
            columns,
            rows,
            lines[chunk.From].Number,
            lines[chunk.To].Number,
            split
        );
    }

    private static SourceRow Row(int line, string[] cells, int width)
    {
        var mark = FootnoteMark().Match(cells[0]);
        var label = mark.Success ? cells[0][..mark.Index].Trim() : cells[0];
        return new SourceRow(
            line,
            label.Length == 0 ? null : label,
            mark.Success ? Digit(mark.Groups["n"].Value) : null,
            [.. Enumerable.Range(1, width - 1).Select(c => c < cells.Length ? cells[c] : "")]
        );
    }

    /// <summary>The plain digit of a superscript one.</summary>
    public static string Digit(string mark) =>
        mark.Replace('¹', '1').Replace('²', '2').Replace('³', '3').Replace('⁴', '4').Replace('⁵', '5');

    [GeneratedRegex(@"^\s*(?:\d{1,3}[.)]|[-•*]|[A-Z][.)])\t[^\t]*(?:\t\d{1,3})?$|\.{3,}\s*\t\d{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex(
        @"(?:^|\t)\s*(?:Sags?nr|Sagsid|Dok(?:ument)?\.?\s?nr|Journalnr|Initialer|Kompetence|Mødedato|Mødested|Mødetidspunkt)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Labelled();

    [GeneratedRegex(@"</?[A-Za-z][^>]{0,200}>|\*{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(?:19|20)\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\s*(?:%|pct\.?|kr\.?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex(@"^[-+–]?\d[\d.,]*(?:\s*\(|$|\s*[¹²³⁴⁵])", RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithFigure();

    [GeneratedRegex(@"\s*(?<n>[¹²³⁴⁵])\s*[⁾)]?$|\s*\*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"^(?:[¹²³⁴⁵]|\*\)|NB\b|Kilde\b|Note\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();
}
