using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Headings that were broken over two lines are put together, and a first item that stuck to the word for contents is
/// parted from it.
/// </summary>
internal static partial class Rejoined
{
    public static List<SourceLine> Of(List<SourceLine> lines)
    {
        var whole = new List<SourceLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (Stuck().Match(lines[i].Text) is { Success: true } stuck)
            {
                whole.Add(lines[i] with { Text = stuck.Groups["word"].Value });
                whole.Add(lines[i] with { Text = stuck.Groups["item"].Value });
            }
            else if (i + 1 < lines.Count && Broken(lines[i], lines[i + 1]) is { } heading)
            {
                whole.Add(heading);
                i++;
            }
            else whole.Add(lines[i]);
        }

        return whole;
    }

    private static SourceLine? Broken(SourceLine line, SourceLine next)
    {
        if (line.Text.Length is 0 or > 110 || next.IsBlank || next.Text.Length > 110 || line.IsRow || next.IsRow)
            return null;
        var (first, second) = (line.Text.Trim(), next.Text.Trim());
        if (first.Length == 0 || !char.IsUpper(first[0]))
            return null;
        var joined =
            first.EndsWith('-') && char.IsLower(second[0]) && !AndOr().IsMatch(second)
                ? first[..^1] + second
                : first + " " + second;
        if (MayBeDecision().IsMatch(joined))
        {
            return
                DecisionHeadings.Recognise(first) is not { Date: not null }
                && DecisionHeadings.Recognise(joined) is { Rest: null, Date: not null, Body: not null }
                && SectionHeadings.Recognise(next) is null
                ? line with
                {
                    Text = joined,
                }
                : null;
        }

        return
            first.Length < 70
            && second.Length < 60
            && (char.IsLower(second[0]) || first.EndsWith('-'))
            && SectionHeadings.KeyOf(joined) is not null
            && SectionHeadings.KeyOf(first) is null
            ? line with
            {
                Text = joined,
            }
            : null;
    }

    [GeneratedRegex(
        @"^\s*(?<word>Indholdsfortegnelse|Indhold|Dagsorden)(?<item>\d{1,4}\.?\s?\p{Lu}.*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Stuck();

    [GeneratedRegex(@"\b(?:beslutning|afgørelse|vedtagelse)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MayBeDecision();

    [GeneratedRegex(@"^(?:og|eller|samt)\s", RegexOptions.CultureInvariant)]
    private static partial Regex AndOr();
}
