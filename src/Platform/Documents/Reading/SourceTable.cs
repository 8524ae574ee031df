using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>A row of a table: its label (null where the cell is empty) and its other cells as printed.</summary>
public sealed record SourceRow(int Line, string? Label, string? Footnote, IReadOnlyList<string> Cells);

/// <summary>A table as printed: caption, columns, rows. A table that was cut by a page is one table again.</summary>
public sealed record SourceTable(
    string? Caption,
    string? StubHeader,
    IReadOnlyList<string> Columns,
    IReadOnlyList<SourceRow> Rows,
    int FirstLine,
    int LastLine,
    bool WasSplit
)
{
    /// <summary>The tables among the lines, in order.</summary>
    public static List<SourceTable> Find(IReadOnlyList<SourceLine> lines) => SourceTableFinder.Find(lines);
}

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
        int CaptionAt,
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
            var to = i;
            while (to + 1 < lines.Count && IsRow(lines[to + 1]))
                to++;
            var rows = Enumerable
                .Range(i, to - i + 1)
                .Select(n => (Line: lines[n].Number, Cells: Cells(lines[n].Text)))
                .ToList();
            var heads = rows.TakeWhile(
                    (r, n) =>
                        n < MostHeads && n < rows.Count - 1 && IsHead(r.Cells) && (n == 0 || r.Cells[0].Length == 0)
                )
                .Count();
            // A page break may have printed the head again, with no line between.
            var body = rows.Skip(heads).Where(r => !rows.Take(heads).Any(h => h.Cells.SequenceEqual(r.Cells))).ToList();
            var inner =
                body.Count > 1
                && body[0].Cells is [{ Length: > 0 }, ..]
                && body[0].Cells.Skip(1).All(c => c.Length == 0)
                && heads > 0
                    ? body[0].Cells[0]
                    : null;
            if (inner is not null)
                body.RemoveAt(0);
            var captionAt = CaptionAbove(lines, i);
            if (rows.Count > 1 || (chunks.Count > 0 && rows[0].Cells.Length == chunks[^1].Width))
            {
                chunks.Add(
                    new Chunk(
                        i,
                        to,
                        [.. rows.Take(heads).Select(r => r.Cells)],
                        body,
                        captionAt < 0 ? null : lines[captionAt].Text.Trim(),
                        captionAt,
                        inner,
                        rows.Max(r => r.Cells.Length)
                    )
                );
            }

            i = to;
        }

        return chunks;
    }

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
