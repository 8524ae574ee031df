using System.Net;

namespace Virker.Platform;

/// <summary>
/// A page of HTML as elements and texts that point into the source: nothing is copied before it is printed, so that a
/// page of fifty megabytes takes little more memory than its text.
/// </summary>
internal sealed class HtmlPage(string source)
{
    /// <summary>
    /// An element (its name) or a text (no name); where its attributes or its letters stand in the source.
    /// </summary>
    public struct Node
    {
        public int Parent, FirstChild, NextSibling, From, Length, Name;
        public bool FollowsElement;
    }

    private readonly List<Node> _nodes = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _numbers = [];

    public string Source => source;

    public int Count => _nodes.Count;

    /// <summary>What stands in the style elements.</summary>
    public List<string> Styles { get; } = [];

    /// <summary>The node where reading begins: the body, or what the page says is its main part.</summary>
    public int Root { get; set; } = -1;

    /// <summary>
    /// Tables with short cells side by side and no other table within: tables to a reader, not to a layout.
    /// </summary>
    public HashSet<int> DataTables { get; } = [];

    public bool IsText(int node) => _nodes[node].Name < 0;

    /// <summary>The element's name in small letters; empty for a text.</summary>
    public string Name(int node) => _nodes[node].Name is >= 0 and var name ? _names[name] : "";

    public int Parent(int node) => _nodes[node].Parent;

    public int FirstChild(int node) => _nodes[node].FirstChild;

    public int NextSibling(int node) => _nodes[node].NextSibling;

    /// <summary>Whether another element stands before it under the same parent.</summary>
    public bool FollowsElement(int node) => _nodes[node].FollowsElement;

    public ReadOnlySpan<char> Raw(int node) => source.AsSpan(_nodes[node].From, _nodes[node].Length);

    /// <summary>The text with its named and numbered letters in place.</summary>
    public string Text(int node) => Decoded(Raw(node));

    public bool HasAttributes(int node) => _nodes[node].Length > 0;

    /// <summary>
    /// The value of an attribute; empty where it has none, null where the element has no such attribute.
    /// </summary>
    public string? Attribute(int node, string name) => HtmlAttributes.Find(Raw(node), name);

    public int Add(int parent, string? name, int from, int length, int before, bool followsElement)
    {
        var node = _nodes.Count;
        var number = name is null ? -1 : Number(name);
        _nodes.Add(
            new Node
            {
                Parent = parent,
                FirstChild = -1,
                NextSibling = -1,
                From = from,
                Length = length,
                Name = number,
                FollowsElement = followsElement,
            }
        );
        var nodes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_nodes);
        if (before >= 0) nodes[before].NextSibling = node;
        else if (parent >= 0) nodes[parent].FirstChild = node;
        return node;
    }

    public static string Decoded(ReadOnlySpan<char> raw)
    {
        var text = raw.ToString();
        return text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
    }

    private int Number(string name)
    {
        if (_numbers.TryGetValue(name, out var number)) return number;
        _names.Add(name);
        return _numbers[name] = _names.Count - 1;
    }
}
