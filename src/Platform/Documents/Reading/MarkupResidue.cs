using System.Text;
using System.Text.RegularExpressions;

namespace Virker.Platform;

/// <summary>
/// Takes away what mark-up left in a text: bold and italic marks, tags, heading marks, links. Underscores stay, for
/// they stand in names of files.
/// </summary>
public static partial class MarkupResidue
{
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny("*<#[") < 0)
            return text.TrimEnd(' ');
        var clean = Tags()
            .Replace(text, m => m.Value.StartsWith("<http", StringComparison.OrdinalIgnoreCase) ? m.Value[1..^1] : "");
        clean = Stars().Replace(Link().Replace(clean, "${text}"), "");
        return Hash().Replace(clean, "").TrimEnd(' ');
    }

    public static bool IsMarkedHeading(string text) => text.Contains('#') && Hash().IsMatch(text);

    /// <summary>On one line, a single space between the words.</summary>
    public static string Collapse(string text)
    {
        if (IsCollapsed(text)) return text;
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) collapsed.Append(c);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ') collapsed.Append(' ');
        }

        return collapsed.ToString().TrimEnd(' ');
    }

    private static bool IsCollapsed(string text)
    {
        var spaced = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && (spaced || c != ' ')) return false;
            spaced = c == ' ';
        }

        return text.Length == 0 || !spaced;
    }

    [GeneratedRegex(
        @"</?(?:[A-Za-z][A-Za-z0-9]{0,11}(?:\s[^<>]{0,200})?/?|https?://[^<>\s]{1,400})>",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tags();

    [GeneratedRegex(@"\[(?<text>[^\[\]]{1,200})\]\(https?://[^()\s]{1,400}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*+(?!\))", RegexOptions.CultureInvariant)]
    private static partial Regex Stars();

    [GeneratedRegex(@"^\s*#{1,6}\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();
}
