using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// A line of a list: its mark (a number, a letter or a bullet) and its text with what was broken onto further lines.
/// </summary>
internal sealed record ListEntry(int Line, string? Mark, string Text, string Raw);

/// <summary>Lists with any kind of mark; a blank line inside a list does not end it.</summary>
internal static partial class PlanLists
{
    /// <summary>The list that starts at or right below a line, and the line after it.</summary>
    public static (List<ListEntry> Entries, int End) Read(IReadOnlyList<SourceLine> lines, int from)
    {
        var entries = new List<ListEntry>();
        var end = from;
        for (var i = from; i < lines.Count; i++)
        {
            if (lines[i].IsBlank) continue;
            var mark = Mark().Match(lines[i].Text);
            if (mark.Success)
            {
                var text = mark.Groups["second"].Success
                    ? lines[i].Text[mark.Length..]
                    : lines[i].Text[(mark.Groups["mark"].Index + mark.Groups["mark"].Length)..];
                var name = mark.Groups["second"].Success ? mark.Groups["second"].Value : mark.Groups["mark"].Value;
                entries.Add(
                    new ListEntry(
                        lines[i].Number,
                        char.IsLetterOrDigit(name[0]) ? name.TrimEnd('.', ')') : null,
                        Text(text),
                        text.Trim()
                    )
                );
            }
            else if (entries.Count > 0 && !lines[i - 1].IsBlank && !lines[i].IsHeading && !lines[i].IsRow)
            {
                entries[^1] = entries[^1] with
                {
                    Text = Text(entries[^1].Text + " " + lines[i].Text),
                    Raw = entries[^1].Raw + " " + lines[i].Text.Trim(),
                };
            }
            else break;

            end = i + 1;
        }

        return (entries, end);
    }

    public static bool IsEntry(string line) => Mark().IsMatch(line);

    public static string Text(string text) =>
        MarkupResidue.Collapse(MarkupResidue.Clean(text)).TrimStart('-', '•', ' ');

    [GeneratedRegex(
        @"^\s*(?<mark>[-–•·▪◦●○*✓→►➢]|\d{1,2}[.)]|[a-zA-Z][.)]|o(?=\s))(?=[\s*]|\p{Lu})\s*(?:(?<second>[a-z]|\d{1,2})[.)]\s)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();
}
