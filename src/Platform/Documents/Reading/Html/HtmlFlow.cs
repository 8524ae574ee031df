using System.Text;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Walks a tree of HTML without recursion (a hostile page may nest a hundred thousand deep) and prints its blocks as
/// lines: headings marked, list items with their mark, table rows with tabs.
/// </summary>
internal sealed class HtmlFlow(HtmlPage page)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "aside",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "caption",
        "blockquote",
        "pre",
        "form",
        "fieldset",
        "legend",
        "details",
        "summary",
        "figure",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "address",
        "label",
        "body",
    };

    private readonly List<SourceLine> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly HtmlShown _shown = new(page);
    private readonly Stack<(int Node, bool Before)> _visibilities = new();
    private bool _visible = true;
    private readonly Stack<int> _listCounts = new();
    private readonly Stack<bool> _tables = new();
    private int _rows;
    private bool _heading;
    private string? _mark;
    private bool _onlyStrong = true;
    private int _strong;

    public static List<SourceLine> Lines(HtmlPage page)
    {
        var flow = new HtmlFlow(page);
        flow.Walk(page.Root);
        flow.EndLine();
        return flow._lines;
    }

    private void Walk(int root)
    {
        var node = root;
        while (true)
        {
            var open = Open(node);
            if (open && page.FirstChild(node) is >= 0 and var child)
            {
                node = child;
                continue;
            }

            if (open) Close(node);
            while (node != root && page.NextSibling(node) < 0)
            {
                node = page.Parent(node);
                Close(node);
            }

            if (node == root) return;
            node = page.NextSibling(node);
        }
    }

    /// <summary>Opens an element, or prints a text; whether what is within is to be read.</summary>
    private bool Open(int node)
    {
        if (page.IsText(node))
        {
            if (_visible) Write(page.Text(node));
            return false;
        }

        if (!_shown.IsLaidOut(node, out var visible)) return false;
        if (visible is { } now && now != _visible)
        {
            _visibilities.Push((node, _visible));
            _visible = now;
        }

        var name = page.Name(node);
        if (name == "br") Break();
        if (name is "td" or "th") Cell(node);
        if (name is "strong" or "b") _strong++;
        if (!Blocks.Contains(name)) return true;
        if (name == "table") _tables.Push(_rows == 0 && page.DataTables.Contains(node));
        if (name == "tr" && _tables.TryPeek(out var data) && data)
        {
            EndLine();
            _rows++;
        }
        else if (_rows == 0) EndLine();
        else if (_text.Length > 0 && _text[^1] is not (' ' or '\t' or '\u2028')) _text.Append('\u2028');
        if (name is "ul" or "ol") _listCounts.Push(name == "ul" ? -1 : StartOf(node));
        if (name == "li") Mark();
        if (name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6") _heading = true;
        return true;
    }

    private void Close(int node)
    {
        var name = page.Name(node);
        if (_visibilities.TryPeek(out var turned) && turned.Node == node) _visible = _visibilities.Pop().Before;
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

    private int StartOf(int list)
    {
        if (!page.HasAttributes(list)) return 1;
        var start = WrittenNumber.Code(page.Attribute(list, "start")) is > 0 and < 10_000 and var n ? n : 1;
        var alpha =
            page.Attribute(list, "type") is "A" or "a"
            || (page.Attribute(list, "style") ?? "").Contains("alpha", StringComparison.OrdinalIgnoreCase);
        return alpha ? start + 100_000 : start;
    }

    private void Mark()
    {
        if (_listCounts.Count == 0 || _rows > 0) return;
        var count = _listCounts.Pop();
        _mark = (count < 0 ? "- " : count > 100_000 ? $"{(char)('A' + ((count - 100_001) % 26))}. " : $"{count}. ");
        _listCounts.Push(count < 0 ? -1 : count + 1);
    }

    private void Cell(int cell)
    {
        if (_rows == 0)
        {
            EndLine();
            return;
        }

        if (page.FollowsElement(cell)) _text.Append('\t');
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
