using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Builds a page from its source in one pass: tags that close others without saying so (a list item the one before it),
/// tags that close nothing, and text between them. What is bound to be no document (deeper or with more elements than
/// any paper) is refused.
/// </summary>
internal sealed class HtmlTree
{
    /// <summary>No paper stands so deep.</summary>
    public const int Deepest = 1_000;

    /// <summary>Elements and texts of a page; fifty megabytes of an ordinary one hold less than a million.</summary>
    public const int Most = 5_000_000;

    private static readonly HashSet<string> Void = [.. "area base br col embed hr img input link meta param source track wbr".Split(' ')];

    private static readonly HashSet<string> Raw = [.. "script style textarea title xmp iframe noembed noframes".Split(' ')];

    private static readonly HashSet<string> InHead = [.. "title meta link base script style noscript template".Split(' ')];

    private readonly string _html;
    private readonly HtmlPage _page;
    private readonly List<(int Node, string Name, int Last, bool HasElement)> _open = [];
    private readonly Dictionary<string, int> _counts = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly Dictionary<string, string> _names = [];
    private readonly HtmlTables _tables = new();
    private int _main = -1;
    private int _mainLetters;
    private bool _inMain;

    private HtmlTree(string html)
    {
        (_html, _page) = (html, new HtmlPage(html));
        _known = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Push("body", 0, 0);
    }

    public static Outcome<HtmlPage> Read(string html)
    {
        var tree = new HtmlTree(html);
        return tree.Build() is { } refusal ? refusal : tree._page;
    }

    private Refusal? Build()
    {
        var at = 0;
        while (at < _html.Length)
        {
            var tag = NextTag(at);
            if (tag > at) Text(at, tag);
            if (tag >= _html.Length) break;
            at = Tag(tag);
            if (_open.Count > Deepest)
                return new Refusal(
                    "source.too-deep",
                    "HTML-siden er indlejret så dybt, at den ikke kan være et dokument."
                );
            if (_page.Count > Most)
                return new Refusal(
                    "source.too-many-elements",
                    $"HTML-siden har mere end {Most / 1_000_000} millioner elementer; så stor en side læses ikke."
                );
        }

        while (_open.Count > 0) Pop();
        // A page may keep its content outside main: then the whole body is the safer reading.
        _page.Root = _main >= 0 && _mainLetters >= 200 ? _main : 0;
        return null;
    }

    /// <summary>The next "&lt;" that opens a tag, an end tag or a comment; others are letters.</summary>
    private int NextTag(int from)
    {
        while (true)
        {
            var at = _html.IndexOf('<', from);
            if (at < 0 || at + 1 >= _html.Length) return _html.Length;
            if (char.IsAsciiLetter(_html[at + 1]) || _html[at + 1] is '/' or '!' or '?') return at;
            from = at + 1;
        }
    }

    /// <summary>Takes a tag; where reading goes on.</summary>
    private int Tag(int at)
    {
        if (_html[at + 1] is '!' or '?') return Skipped(at);
        var ends = _html[at + 1] == '/';
        var from = ends ? at + 2 : at + 1;
        var to = from;
        while (to < _html.Length && !char.IsWhiteSpace(_html[to]) && _html[to] is not ('>' or '/')) to++;
        var close = HtmlAttributes.End(_html, to);
        var name = Named(_html.AsSpan(from, to - from));
        if (ends)
        {
            EndTag(name);
            return Math.Min(_html.Length, close + 1);
        }

        return StartTag(name, to, close);
    }

    private int Skipped(int at)
    {
        var isComment = string.CompareOrdinal(_html, at, "<!--", 0, 4) == 0;
        var end = isComment ? _html.IndexOf("-->", at + 4, StringComparison.Ordinal) : _html.IndexOf('>', at);
        return end < 0 ? _html.Length : end + (isComment ? 3 : 1);
    }

    private int StartTag(string name, int attributes, int close)
    {
        var next = Math.Min(_html.Length, close + 1);
        if (name is "html" or "body") return next;
        if (IsOpen("head") && !InHead.Contains(name)) EndTag("head");
        foreach (var (ended, within) in HtmlNesting.Ends(name)) CloseWithin(ended, within);
        var selfClosed = close > attributes && close < _html.Length && _html[close - 1] == '/' && (IsOpen("svg") || IsOpen("math"));
        var node = Push(name, attributes, Math.Min(close, _html.Length) - attributes);
        if (_main < 0 && (name == "main" || (close - attributes > 8 && _page.Attribute(node, "role") == "main")))
            (_main, _inMain) = (node, true);
        if (Void.Contains(name) || selfClosed)
        {
            Pop();
            return next;
        }

        return Raw.Contains(name) ? RawText(name, next) : next;
    }

    /// <summary>What a script, a style or a title holds is no mark-up: all of it up to its own end.</summary>
    private int RawText(string name, int from)
    {
        var end = from;
        while (
            (end = _html.IndexOf("</", end, StringComparison.Ordinal)) >= 0
            && string.Compare(_html, end + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0
        )
            end += 2;
        if (end < 0)
            end = _html.Length;
        if (name == "style")
            _page.Styles.Add(_html[from..end]);
        Pop();
        return end >= _html.Length ? end : Math.Min(_html.Length, HtmlAttributes.End(_html, end) + 1);
    }

    private void EndTag(string name)
    {
        if (name is "html" or "body" || !IsOpen(name))
            return;
        if (
            HtmlNesting.IsFormatting(name)
            && _open.FindLastIndex(o => o.Name == name || HtmlNesting.IsBlock(o.Name)) is var at
            && _open[at].Name != name
        )
        {
            // A mark of bold or italics that is closed inside a later paragraph: the paragraph stays open.
            return;
        }

        while (_open[^1].Name != name) Pop();
        Pop();
    }

    /// <summary>Closes the nearest open element of the name, unless one of the others stands between.</summary>
    private void CloseWithin(string name, string[] within)
    {
        if (!IsOpen(name)) return;
        for (var i = _open.Count - 1; i > 0; i--)
        {
            if (_open[i].Name == name)
            {
                while (_open.Count > i) Pop();
                return;
            }

            if (Array.IndexOf(within, _open[i].Name) >= 0) return;
        }
    }

    private void Text(int from, int to)
    {
        var letters = _html.AsSpan(from, to - from).Trim().Length;
        if (letters > 0 && IsOpen("head")) EndTag("head");
        Attach(_page.Add(_open[^1].Node, null, from, to - from, _open[^1].Last, false), false);
        _tables.Letters(letters);
        if (_inMain) _mainLetters += letters;
    }

    private int Push(string name, int from, int length)
    {
        var node =
            _open.Count == 0
                ? _page.Add(-1, name, from, length, -1, false)
                : _page.Add(_open[^1].Node, name, from, length, _open[^1].Last, _open[^1].HasElement);
        if (_open.Count > 0)
            Attach(node, true);
        _open.Add((node, name, -1, false));
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
        _tables.Opened(name, _page.FollowsElement(node));
        return node;
    }

    private void Attach(int node, bool element) => _open[^1] = _open[^1] with { Last = node, HasElement = _open[^1].HasElement || element };

    private void Pop()
    {
        var (node, name, _, _) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _counts[name]--;
        _inMain &= node != _main;
        if (_tables.Closed(name)) _page.DataTables.Add(node);
    }

    private bool IsOpen(string name) => _counts.TryGetValue(name, out var count) && count > 0;

    private string Named(ReadOnlySpan<char> written)
    {
        if (_known.TryGetValue(written, out var known, out _)) return known!;
        var name = written.ToString().ToLowerInvariant();
        if (_names.TryGetValue(name, out var same)) return same;
        _counts.TryAdd(name, 0);
        return _names[name] = name;
    }
}
