using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Tests.Platform;

/// <summary>
/// The lines of text that a document's PDF must give in reading order, worked out from the model alone.
/// </summary>
internal sealed partial class DocumentLines
{
    private readonly List<string> _lines = [];
    private int _level;

    public static IReadOnlyList<string> Of(Document document)
    {
        var lines = new DocumentLines();
        if (document.Blocks is not [Heading { Level: 1 }, ..])
            lines.Heading(1, document.Title);
        lines.Blocks(document.Blocks);
        return lines._lines;
    }

    public static IReadOnlyList<string> Of(TaggedPdf pdf) => [.. pdf.Root.All.Select(Line).OfType<string>()];

    /// <summary>Where the paper first says something else than the document; null when it nowhere does.</summary>
    public static string? FirstDifference(TaggedPdf pdf, Document document)
    {
        IReadOnlyList<string> paper = Of(pdf), model = Of(document);
        var at = paper.Zip(model).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == paper.Count && at == model.Count
            ? null
            : $"line {at}: \"{paper.ElementAtOrDefault(at)}\" for \"{model.ElementAtOrDefault(at)}\"";
    }

    private static string? Line(PdfElement element)
    {
        var text = Normal(element.Type == "Figure" ? element.Alt! : element.Line);
        return element.Type switch
        {
            "TH" or "TD" or "Figure" or "Lbl" => $"{element.Type} {text}",
            "LBody" or "P" or "Caption" or ['H', _] when text.Length > 0 => $"{element.Type} {text}",
            _ => null,
        };
    }

    /// <summary>Spaces alike, and without what has no width: that may be there or not.</summary>
    public static string Normal(string? text)
    {
        var kept = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            if (
                kind is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune.Value is '\n' or '\t' or '\r'
            )
                kept.Append(' ');
            else if (
                kind is not (UnicodeCategory.Control or UnicodeCategory.Format)
                && (rune.Value & 0xFFFE) != 0xFFFE
                && rune.Value is < 0xFE00 or > 0xFE0F
            )
                kept.Append(rune.ToString());
        }
        return Spaces().Replace(kept.ToString().Normalize(NormalizationForm.FormC), " ").Trim();
    }

    private static string Normal(IEnumerable<TextRun> runs) => Normal(string.Concat(runs.Select(run => run.Text)));

    private void Blocks(IEnumerable<DocumentBlock> blocks)
    {
        foreach (var block in blocks)
            Block(block);
    }

    private void Block(DocumentBlock block)
    {
        switch (block)
        {
            case Heading heading:
                Heading(heading.Level, heading.Text);
                break;
            case Paragraph paragraph:
                Add("P", Normal(paragraph.Runs));
                break;
            case ItemList list:
                List(list);
                break;
            case DocumentTable table:
                Table(table);
                break;
            case FigureBlock figure:
                Figure(figure);
                break;
            case DefinitionRows rows:
                foreach (var row in rows.Rows)
                {
                    _lines.Add($"Lbl {Normal(row.Label)}");
                    Add("LBody", Normal(row.Value));
                }
                break;
            case NoticeBlock notice:
                Add("P", Normal(notice.Title));
                Add("P", Normal(notice.Runs));
                break;
            case SignOff signOff:
                Heading(2, signOff.Title);
                foreach (var person in signOff.Signatories)
                    new[] { person.Name, person.Role, person.Signed ?? "Ikke underskrevet" }
                        .ToList()
                        .ForEach(line => Add("P", Normal(line)));
                break;
        }
    }

    private void Add(string type, string text)
    {
        if (text.Length > 0)
            _lines.Add($"{type} {text}");
    }

    private void Heading(int level, string text)
    {
        _level = Math.Max(1, Math.Min(Math.Min(4, level), _level + 1));
        Add(
            $"H{_level}",
            Normal(text) is { Length: > 0 } visible ? visible
                : CleanText.Line(text).Length > 0 ? ""
                : "–"
        );
    }

    private void List(ItemList list)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            var label = _lines.Count;
            _lines.Add(list.Numbered ? $"Lbl {list.Start + i}." : "Lbl •");
            Blocks(list.Items[i].Blocks);
            for (var line = label + 1; line < _lines.Count; line++)
                _lines[line] = _lines[line] is "Lbl •" ? "Lbl –" : _lines[line] is "Lbl –" ? "Lbl •" : _lines[line];
        }
    }

    private void Figure(FigureBlock figure)
    {
        var caption = Normal(figure.Caption ?? figure.Chart.Title);
        Add("Caption", caption);
        var alt = new[] { figure.Alt, figure.Caption ?? figure.Chart.Title, "Diagram" }.First(text =>
            CleanText.Line(text).Length > 0
        );
        _lines.Add($"Figure {Normal(alt)}");
        if (!figure.TableElsewhere)
            Table(figure.Chart.ToTable());
    }

    private void Table(DocumentTable table)
    {
        Add("Caption", Normal(table.Caption));
        foreach (
            var header in table
                .Groups.Select(group => group.Header)
                .Concat(table.Columns.Select(column => column.Header))
        )
            _lines.Add(CleanText.Line(header).Length > 0 ? $"TH {Normal(header)}" : "TD ");
        var beside = 0;
        foreach (var row in table.Rows)
        {
            var at = beside > 0 ? 1 : 0;
            beside = Math.Max(0, beside - 1);
            if (at == 0 && row.Cells is [{ RowSpan: > 1 and var rows }, ..])
                beside = rows - 1;
            foreach (var cell in row.Cells)
            {
                var header = table.RowHeaders && at == 0 && !cell.Runs.All(run => string.IsNullOrWhiteSpace(run.Text));
                _lines.Add($"{(header ? "TH" : "TD")} {Normal(cell.Runs)}");
                at += cell.ColumnSpan;
            }
            _lines.AddRange(Enumerable.Repeat("TD ", table.Columns.Count - at));
        }
        Add("P", Normal(table.Note));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
