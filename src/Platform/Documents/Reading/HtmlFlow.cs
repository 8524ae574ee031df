using System.Text;
using AngleSharp.Dom;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Walks a tree of HTML without recursion (a hostile page may nest a hundred thousand deep) and prints its blocks as lines:
/// headings marked, list items with their mark, table rows with tabs.
/// </summary>
internal sealed class HtmlFlow
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "nav", "footer", "noscript", "template", "svg", "iframe", "button", "select", "head", "object", "canvas", "textarea",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "header", "aside", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "caption", "blockquote", "pre",
        "form", "fieldset", "legend", "details", "summary", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "address", "label", "body",
    };

    private readonly List<SourceLine> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly Stack<int> _listCounts = new();
    private readonly Stack<bool> _tables = new();
    private int _tablesMeasured;
    private int _rows;
    private bool _heading;
    private string? _mark;
    private bool _onlyStrong = true;
    private int _strong;

    public static List<SourceLine> Lines(INode root)
    {
        var flow = new HtmlFlow();
        flow.Walk(root);
        flow.EndLine();
        return flow._lines;
    }

    private void Walk(INode root)
    {
        var node = root;
        while (true)
        {
            if (Open(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            Close(node);
            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                Close(node);
            }

            if (node == root) return;
            node = node.NextSibling!;
        }
    }

    private bool Open(INode node)
    {
        if (node is IText text)
        {
            Write(text.Data);
            return false;
        }

        if (node is not IElement element || Hidden(element)) return false;
        var name = element.LocalName;
        if (name == "br") Break();
        if (name is "td" or "th") Cell(element);
        if (name is "strong" or "b") _strong++;
        if (!Blocks.Contains(name)) return true;
        if (name == "table") _tables.Push(_rows == 0 && IsData(element));
        if (name == "tr" && _tables.TryPeek(out var data) && data)
        {
            EndLine();
            _rows++;
        }
        else if (_rows == 0) EndLine();
        else if (_text.Length > 0 && _text[^1] is not (' ' or '\t' or '\u2028')) _text.Append('\u2028');
        if (name is "ul" or "ol") _listCounts.Push(name == "ul" ? -1 : StartOf(element));
        if (name == "li") Mark(element);
        if (name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6") _heading = true;
        return true;
    }

    private void Close(INode node)
    {
        if (node is not IElement element || Hidden(element)) return;
        var name = element.LocalName;
        if (name is "strong" or "b") _strong = Math.Max(0, _strong - 1);
        if (name is "ul" or "ol" && _listCounts.Count > 0) _listCounts.Pop();
        if (name == "table" && _tables.Count > 0) _tables.Pop();
        if (name == "tr" && _rows > 0 && _tables.TryPeek(out var data) && data)
        {
            _rows--;
            EndLine();
        }
        else if (Blocks.Contains(name) && _rows == 0)
        {
            EndLine();
            if (name is "p" or "table" or "ul" or "ol" or "div" or "section" || name[0] == 'h') Blank();
        }
    }

    private static bool Hidden(IElement element) =>
        Skipped.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || element.GetAttribute("role") is "navigation" or "search" or "contentinfo" || element.LocalName == "input";

    /// <summary>Old pages lay out their whole text in tables; only one with short cells side by side is a table to a reader.</summary>
    private bool IsData(IElement table)
    {
        if (_tablesMeasured++ > 500 || table.QuerySelector("table") is not null) return false;
        var cells = table.QuerySelectorAll("td, th");
        return cells.Any(c => c.PreviousElementSibling is not null) && cells.All(c => c.TextContent.Length < 400);
    }

    private static int StartOf(IElement list)
    {
        var start = WrittenNumber.Code(list.GetAttribute("start")) is > 0 and < 10_000 and var n ? n : 1;
        var alpha = list.GetAttribute("type") is "A" or "a" || (list.GetAttribute("style") ?? "").Contains("alpha", StringComparison.OrdinalIgnoreCase);
        return alpha ? start + 100_000 : start;
    }

    private void Mark(IElement item)
    {
        if (_listCounts.Count == 0 || _rows > 0) return;
        var count = _listCounts.Pop();
        _mark = (count < 0 ? "- " : count > 100_000 ? $"{(char)('A' + ((count - 100_001) % 26))}. " : $"{count}. ");
        _listCounts.Push(count < 0 ? -1 : count + 1);
    }

    private void Cell(IElement cell)
    {
        if (_rows == 0)
        {
            EndLine();
            return;
        }

        if (cell.PreviousElementSibling is not null) _text.Append('\t');
    }

    private void Write(string data)
    {
        foreach (var c in data)
        {
            var space = char.IsWhiteSpace(c);
            if (space && (_text.Length == 0 || _text[^1] is ' ' or '\t')) continue;
            if (_mark is { } mark)
            {
                // The mark of a list stands before its text; a heading within a list has none.
                (_mark, _onlyStrong) = (null, _onlyStrong && _heading);
                if (!_heading) _text.Append(mark);
            }

            if (!space && _strong == 0) _onlyStrong = false;
            _text.Append(space ? ' ' : c);
        }
    }

    private void Break()
    {
        if (_rows > 0) _text.Append('\u2028');
        else EndLine();
    }

    private void EndLine()
    {
        var text = PlainTextSource.Tidy(_text.ToString());
        _text.Clear();
        if (text.Trim().Length > 0)
        {
            var strongLine = _onlyStrong && text.Length < 120 && !text.Contains('\t');
            _lines.Add(new SourceLine(_lines.Count + 1, text, 1, _heading || strongLine));
        }

        (_heading, _onlyStrong) = (false, true);
    }

    private void Blank()
    {
        if (_lines.Count > 0 && !_lines[^1].IsBlank) _lines.Add(new SourceLine(_lines.Count + 1, ""));
    }
}
