using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Committee;

/// <summary>How a line prints an item's number.</summary>
internal enum NumberStyle
{
    /// <summary>"Punkt 3: Titel", "Sag nr. 12".</summary>
    Named,

    /// <summary>"3. Titel", "3.".</summary>
    Listed,

    /// <summary>The number is all that stands on the line.</summary>
    Alone,

    /// <summary>"3Titel", where a page lost the space.</summary>
    Glued,

    /// <summary>"3 Titel".</summary>
    Spaced,
}

/// <summary>
/// A line that may head an item, or be a line of a list, a table or a sentence: what stands around it decides.
/// </summary>
internal sealed partial record ItemHeading(
    int At,
    int Number,
    int? Sub,
    string? Title,
    string? Type,
    NumberStyle Style,
    bool Marked
)
{
    public string Key { get; } = KeyOf(Title ?? "");

    /// <summary>The letters and digits of a title, to tell the same title printed twice.</summary>
    public static string KeyOf(string title) =>
        title.Length > 400 ? "" : Letters().Replace(title.ToLowerInvariant(), "");

    public bool Named => Style == NumberStyle.Named;

    /// <summary>Sub-items stand between their item and the next.</summary>
    public int Order => (Number * 100) + (Sub is { } sub ? sub + 1 : 0);

    public static ItemHeading? Read(SourceLine line, int at)
    {
        var text = Bullet().Replace(line.Text.Replace('\t', ' ').Trim(), "");
        if (text.Length is 0 or > 400 || !text.AsSpan(0, Math.Min(text.Length, 24)).ContainsAnyInRange('0', '9'))
            return null;
        foreach (var (style, pattern) in Styles)
        {
            if (pattern().Match(text) is not { Success: true } m) continue;
            var title = m.Groups["title"].Value;
            return style == NumberStyle.Named || !NoTitle().IsMatch(title) ? Of(at, m, style, line.IsHeading) : null;
        }

        return null;
    }

    /// <summary>The type letter behind a title; only those that exist are taken.</summary>
    public static (string Title, string? Type) SplitType(string title)
    {
        var m = TypeLetter().Match(title);
        return m.Success ? (title[..m.Index].Trim(), m.Groups["t"].Value.Trim()) : (title.Trim(), null);
    }

    /// <summary>
    /// The title without the case's number in brackets behind it ("Sprogkurser (sag 25/00817)"), and that number.
    /// </summary>
    public static (string Title, string? CaseNo) SplitCase(string title) =>
        CaseBehind().Match(title) is { Success: true, Index: > 2 } m
            ? (title[..m.Index].Trim(), m.Groups["no"].Value)
            : (title, null);

    private static readonly (NumberStyle Style, Func<Regex> Pattern)[] Styles =
    [
        (NumberStyle.Named, Point),
        (NumberStyle.Listed, SubNumbered),
        (NumberStyle.Listed, Listed),
        (NumberStyle.Alone, Alone),
        (NumberStyle.Glued, Glued),
        (NumberStyle.Spaced, Spaced),
    ];

    private static ItemHeading Of(int at, Match m, NumberStyle style, bool marked)
    {
        var (title, type) = SplitType(ReadableLines.Collapse(m.Groups["title"].Value));
        int? sub = m.Groups["sub"].Success ? WrittenNumber.Code(m.Groups["sub"].ValueSpan) : null;
        return new ItemHeading(
            at,
            WrittenNumber.Code(m.Groups["n"].ValueSpan) ?? 0,
            sub,
            title.Length == 0 ? null : title,
            type,
            style,
            marked
        );
    }

    [GeneratedRegex(@"^[-–•·▪*]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(
        @"^(?:(?:Dagsordens?punkt|Punkt|Pkt\.?)\s*(?:nr\.?\s*)?(?<n>\d{1,5})(?:\.(?<sub>\d{1,2}))?(?:\s*[:–—]\s*|\s+-\s+|\.\s+|\s*$|\s+(?=\p{Lu}))|Sag\s*(?:nr\.?\s*)?(?<n>\d{1,5})(?:\s*[:–—]\s*|\s+-\s+|\.\s+|\s*$))(?<title>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Point();

    [GeneratedRegex(@"^(?<n>\d{1,3})\.(?<sub>\d{1,2})\.?\s+(?<title>[\p{Lu}""”«].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SubNumbered();

    [GeneratedRegex(@"^(?<n>\d{1,5})\s*[.)]\s*(?<title>[\p{Lu}\d""”«(].*|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^(?<n>\d{1,3})(?<title>)$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^(?<n>\d{1,3})(?<title>\p{Lu}[\p{L}-]*\p{Ll}.{2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();

    [GeneratedRegex(@"^(?<n>\d{1,3})\s+(?:[-–]\s+)?(?<title>[\p{Lu}""”«].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^\s*at\b|^[\d\s.,-]+(?:kr|pct|%)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoTitle();

    [GeneratedRegex(@"\s*\(\s*(?<t>[BOD])\s*\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex TypeLetter();

    [GeneratedRegex(
        @"\s*[(\[](?:sag|sags?nr|sagsid|j\.?\s?nr|journalnr)\.?\s?:?\s?(?<no>[\p{L}\d][\p{L}\d./-]*\d[\p{L}\d./-]*)[)\]]$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex CaseBehind();

    [GeneratedRegex(@"[^\p{L}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
