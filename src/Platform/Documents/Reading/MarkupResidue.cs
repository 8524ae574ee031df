using System.Text.RegularExpressions;

namespace Virker.Platform;

/// <summary>Takes away what mark-up left in a text: bold and italic marks, tags, heading marks, links. Underscores stay, for they stand in names of files.</summary>
public static partial class MarkupResidue
{
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny("*<#[") < 0) return text.TrimEnd(' ');
        var clean = Tags().Replace(text, m => m.Value.StartsWith("<http", StringComparison.OrdinalIgnoreCase) ? m.Value[1..^1] : "");
        clean = Stars().Replace(Link().Replace(clean, "${text}"), "");
        return Hash().Replace(clean, "").TrimEnd(' ');
    }

    public static bool IsMarkedHeading(string text) => Hash().IsMatch(text);

    public static string Collapse(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"</?(?:[A-Za-z][A-Za-z0-9]{0,11}(?:\s[^<>]{0,200})?/?|https?://[^<>\s]{1,400})>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\[(?<text>[^\[\]]{1,200})\]\(https?://[^()\s]{1,400}\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*+(?!\))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stars();

    [GeneratedRegex(@"^\s*#{1,6}\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
