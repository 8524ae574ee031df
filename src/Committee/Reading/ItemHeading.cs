using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>A line that may head an item: "Punkt 3: Titel (O)", or "3. Titel (O)", which may also be a line of a list.</summary>
internal sealed partial record ItemHeading(int At, int Number, string? Title, string? Type, bool Named, bool Marked)
{
    public string Key { get; } = Letters().Replace((Title ?? "").ToLowerInvariant(), "");

    public static ItemHeading? Read(IReadOnlyList<SourceLine> lines, int at)
    {
        var text = lines[at].Text.Replace('\t', ' ').Trim();
        if (text.Length is 0 or > 400) return null;
        var named = Point().Match(text);
        if (named.Success) return Of(at, named, true, lines[at].IsHeading);
        var listed = Listed().Match(text);
        if (!listed.Success || Recommended().IsMatch(listed.Groups["title"].Value)) return null;
        return Of(at, listed, false, lines[at].IsHeading);
    }

    /// <summary>The type letter behind a title; only those that exist are taken.</summary>
    public static (string Title, string? Type) SplitType(string title)
    {
        var m = TypeLetter().Match(title);
        return m.Success ? (title[..m.Index].Trim(), m.Groups["t"].Value.Trim()) : (title.Trim(), null);
    }

    private static ItemHeading Of(int at, Match m, bool named, bool marked)
    {
        var (title, type) = SplitType(ReadableLines.Collapse(m.Groups["title"].Value));
        return new ItemHeading(at, int.Parse(m.Groups["n"].ValueSpan, null), title.Length == 0 ? null : title, type, named, marked);
    }

    [GeneratedRegex(@"^(?:Dagsordens?punkt|Punkt|Pkt\.?|Sag)\s*(?:nr\.?\s*)?(?<n>\d{1,4})(?:\s*[:–—]\s*|\s+-\s+|\.\s+|\s*$)(?<title>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Point();

    [GeneratedRegex(@"^(?<n>\d{1,4})\s*[.)]\s*(?<title>[\p{Lu}\d""”«(].*|)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^\s*at\b|^[\d\s.,-]+(?:kr|pct|%)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Recommended();

    [GeneratedRegex(@"\s*\(\s*(?<t>[BOD])\s*\)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TypeLetter();

    [GeneratedRegex(@"[^\p{L}\d]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Letters();
}
