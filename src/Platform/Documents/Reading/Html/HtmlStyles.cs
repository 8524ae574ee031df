namespace Virker.Platform;

/// <summary>
/// The rules of a page's own style sheets that say what is shown: by element, class and id, alone or together, and by
/// what stands around. Rules with states, attributes or neighbours are left out; what they hide is read.
/// </summary>
internal sealed class HtmlStyles
{
    private const int Most = 2_000;
    private const int MostOfKey = 40;

    private sealed record Part(string? Element, string? Id, string[] Classes);

    private sealed record Rule(Part[] Parts, int Weight, int Order, HtmlDeclarations Declared);

    private readonly Dictionary<string, List<Rule>> _byKey = [];
    private int _count;

    public HtmlStyles(IEnumerable<string> sheets)
    {
        foreach (var sheet in sheets) Read(CssText.WithoutComments(sheet), 0);
    }

    public bool IsEmpty => _count == 0;

    /// <summary>What the sheets and the element's own style say of it, the weightiest last.</summary>
    public HtmlDeclarations Of(HtmlPage page, int node)
    {
        var declared = HtmlDeclarations.None;
        if (_count > 0 && Matching(page, node) is { Count: > 0 } rules)
        {
            foreach (var rule in rules.OrderBy(r => r.Weight).ThenBy(r => r.Order))
                declared = declared.Under(rule.Declared);
        }

        return page.HasAttributes(node) && page.Attribute(node, "style") is { Length: > 0 } own
            ? declared.Under(HtmlDeclarations.Read(own))
            : declared;
    }

    private List<Rule> Matching(HtmlPage page, int node)
    {
        var found = new List<Rule>();
        Take(page.Name(node));
        if (!page.HasAttributes(node)) return found;
        if (page.Attribute(node, "id") is { Length: > 0 } id) Take("#" + id);
        foreach (var name in Classes(page, node)) Take("." + name);
        return found;

        void Take(string key)
        {
            if (_byKey.TryGetValue(key, out var rules)) found.AddRange(rules.Where(r => Applies(r, page, node)));
        }
    }

    private static bool Applies(Rule rule, HtmlPage page, int node)
    {
        if (!Fits(rule.Parts[^1], page, node)) return false;
        var at = page.Parent(node);
        for (var part = rule.Parts.Length - 2; part >= 0; at = page.Parent(at), part--)
        {
            while (at >= 0 && !Fits(rule.Parts[part], page, at)) at = page.Parent(at);
            if (at < 0) return false;
        }

        return true;
    }

    private static bool Fits(Part part, HtmlPage page, int node) =>
        (part.Element is null || part.Element == page.Name(node))
        && (part.Id is null || (page.HasAttributes(node) && page.Attribute(node, "id") == part.Id))
        && (
            part.Classes.Length == 0
            || (page.HasAttributes(node) && Classes(page, node) is var own && part.Classes.All(own.Contains))
        );

    private static string[] Classes(HtmlPage page, int node) =>
        page.Attribute(node, "class")?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private void Read(string sheet, int depth)
    {
        var at = 0;
        while (at < sheet.Length && _count < Most)
        {
            var open = sheet.IndexOf('{', at);
            if (open < 0) return;
            var close = CssText.BlockEnd(sheet, open);
            var selector = sheet[at..open].Trim();
            // What stands before a rule without a block ("@import …;") ends with its semicolon.
            if (selector.LastIndexOf(';') is >= 0 and var semicolon) selector = selector[(semicolon + 1)..].Trim();
            var block = sheet[(open + 1)..close];
            if (selector.StartsWith('@'))
            {
                if (depth < 3 && CssText.IsForScreens(selector)) Read(block, depth + 1);
            }
            else if (HtmlDeclarations.Read(block) is { SaysNothing: false } declared)
            {
                foreach (var one in selector.Split(',')) Add(one.Trim(), declared);
            }

            at = close + 1;
        }
    }

    private void Add(string selector, HtmlDeclarations declared)
    {
        if (_count >= Most || selector.Length is 0 or > 300 || selector.AsSpan().IndexOfAny("[]:+~*") >= 0)
            return;
        var parts = selector
            .Replace('>', ' ')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(Parse)
            .ToArray();
        if (parts.Length is 0 or > 6 || parts.Any(p => p is null))
            return;
        var last = parts[^1]!;
        var key =
            last.Id is { } id ? "#" + id
            : last.Classes.Length > 0 ? "." + last.Classes[0]
            : last.Element!;
        if (!_byKey.TryGetValue(key, out var rules))
            _byKey[key] = rules = [];
        if (rules.Count >= MostOfKey)
            return;
        var weight = parts.Sum(p =>
            (p!.Id is null ? 0 : 10_000) + (p.Classes.Length * 100) + (p.Element is null ? 0 : 1)
        );
        rules.Add(new Rule(parts!, weight, _count++, declared));
    }

    /// <summary>"div.a.b#c"; null for anything else.</summary>
    private static Part? Parse(string text)
    {
        var at = 0;
        string Word()
        {
            var from = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_')) at++;
            return text[from..at];
        }

        var element = Word().ToLowerInvariant();
        string? id = null;
        var classes = new List<string>();
        while (at < text.Length)
        {
            var mark = text[at++];
            var word = Word();
            if (word.Length == 0 || mark is not ('.' or '#')) return null;
            if (mark == '#') id = word;
            else classes.Add(word);
        }

        return new Part(element.Length == 0 ? null : element, id, [.. classes]);
    }
}
