using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The table of contents, whose titles are clipped and must not be taken for items. Where no body follows it, the list
/// is the agenda itself.
/// </summary>
internal static partial class TableOfContents
{
    /// <summary>The lines that belong to it; empty when there is none.</summary>
    public static HashSet<int> Find(PaperLines lines)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < Math.Min(lines.Count, 400); i++)
        {
            if (!Heading().IsMatch(lines[i].Text.Trim())) continue;
            var end = End(lines, i + 1);
            // The heading of a group right above the first item is the item's.
            while (end > i + 1 && (lines[end - 1].IsBlank || lines.IsGroup(end - 1))) end--;
            for (var n = i; n < end; n++) found.Add(n);
            if (end > i + 1) break;
            found.Clear();
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Contains("....", StringComparison.Ordinal) && Dotted().IsMatch(lines[i].Text))
                found.Add(i);
        }

        return found;
    }

    /// <summary>It ends where its first title is printed again, or where "Punkt n:" starts.</summary>
    private static int End(PaperLines lines, int from)
    {
        var first = Enumerable
            .Range(from, Math.Max(0, Math.Min(lines.Count - from, 12)))
            .FirstOrDefault(i => !lines[i].IsBlank && Key(lines[i]).Length > 5, -1);
        if (first < 0)
            return from;
        var key = Key(lines[first]);
        // Where the list itself says "Punkt 1:", the next "Punkt 2:" is more of it.
        var isNamed = lines.ItemAt(first) is { Named: true };
        for (var i = first + 1; i < Math.Min(lines.Count, from + 2000); i++)
        {
            if (!isNamed && lines.ItemAt(i) is { Named: true, Title: not null } && !Dotted().IsMatch(lines[i].Text))
                return i;
            var other = Key(lines[i]);
            if (
                other.Length > 5
                && (other == key || (other.Length >= 20 && key.Length >= 20 && other[..20] == key[..20]))
            )
                return i;
        }

        return from;
    }

    /// <summary>A numbered line of the contents whose number no item has: something was lost on the way.</summary>
    public static IEnumerable<PrintedNote> Unmet(PaperLines paper, HashSet<int> contents, List<ItemSpan> spans)
    {
        var known = spans.Select(s => s.Number).OfType<int>().ToHashSet();
        if (known.Count == 0)
            yield break;
        foreach (
            var heading in contents
                .Order()
                .Select(paper.ItemAt)
                .OfType<ItemHeading>()
                .Where(h => h.Title is not null && h.Sub is null && !known.Contains(h.Number))
        )
        {
            yield return new PrintedNote(
                "contents_without_item",
                $"Indholdsfortegnelsen nævner punkt {heading.Number}, som ikke er fundet: {heading.Title}",
                heading.Number,
                paper[heading.At].Number
            );
        }
    }

    private static string Key(SourceLine line) =>
        NotLetters().Replace(Number().Replace(line.Text.ToLowerInvariant(), ""), "");

    [GeneratedRegex(
        @"^(?:indholdsfortegnelse|indhold|punkter|punkter på dagsordenen|dagsordenspunkter|dagsordensoversigt|punktoversigt|oversigt over punkter|sagsoversigt|åbne punkter|dagsorden|sagsliste|emneliste)\s*:?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Heading();

    [GeneratedRegex(@"\.{4,}\s*\d{0,4}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(
        @"^\s*(?:punkt\s*)?\d{1,4}\s*[.):]?\s*|[\s.]*\t?\s*\d{1,4}\s*$|\(\s*[bod]\s*\)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"[^\p{L}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();
}
