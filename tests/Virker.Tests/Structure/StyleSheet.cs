using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>A rule of a style sheet: under which conditions it holds, and for which selectors, in full.</summary>
internal sealed record StyleRule(string Condition, IReadOnlyList<string> Selectors);

/// <summary>
/// What the style walls read of a style sheet: its rules with nested selectors joined, and its lines without comments
/// and without what stands between quotes. Only what the house's own sheets use is understood.
/// </summary>
internal static partial class StyleSheet
{
    public static IReadOnlyList<StyleRule> Read(string text)
    {
        var rules = new List<StyleRule>();
        var open = new Stack<(string Condition, IReadOnlyList<string> Selectors)>();
        open.Push(("", []));
        var head = "";
        foreach (var sign in string.Join('\n', Lines(text).Select(l => l.Text)))
        {
            if (sign is not ('{' or '}' or ';'))
            {
                head += sign;
                continue;
            }

            if (sign == '{') open.Push(Open(open.Peek(), Blank().Replace(head.Trim(), " "), rules));
            if (sign == '}') open.Pop();
            head = "";
        }

        return rules;
    }

    public static IEnumerable<(int Number, string Text)> Lines(string text) =>
        text.Split('\n').Select((line, at) => (at + 1, Comment().Replace(Quoted().Replace(line, "\"\""), "")));

    private static (string Condition, IReadOnlyList<string> Selectors) Open(
        (string Condition, IReadOnlyList<string> Selectors) around,
        string head,
        List<StyleRule> rules
    )
    {
        if (head.StartsWith('@')) return (around.Condition + head, around.Selectors);
        var own = Comma().Split(head).Select(s => s.Trim());
        IReadOnlyList<string> full = around.Selectors.Count == 0
            ? [.. own]
            : [.. around.Selectors.SelectMany(_ => own, Joined)];
        rules.Add(new(around.Condition, full));
        return (around.Condition, full);
    }

    private static string Joined(string outer, string inner) =>
        inner.Contains('&') ? inner.Replace("&", outer, StringComparison.Ordinal) : $"{outer} {inner}";

    [GeneratedRegex(""" "[^"]*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@",(?![^(]*\))")]
    private static partial Regex Comma();
}
