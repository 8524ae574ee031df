using System.Text.RegularExpressions;

namespace Virker.Platform;

/// <summary>Tables drawn with bars ("| Mål | 2025 |", a line of dashes below the head) become rows of cells.</summary>
internal static partial class PipeTables
{
    public static List<SourceLine> AsRows(List<SourceLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (!lines[i].Text.StartsWith('|') || !Rule().IsMatch(lines[i].Text) || !IsBarred(lines[i - 1])) continue;
            lines[i - 1] = Row(lines[i - 1]);
            lines.RemoveAt(i);
            for (; i < lines.Count && IsBarred(lines[i]); i++) lines[i] = Row(lines[i]);
        }

        return lines;
    }

    private static bool IsBarred(SourceLine line) => line.Text.Length > 4 && line.Text.StartsWith('|') && line.Text.TrimEnd().EndsWith('|');

    private static SourceLine Row(SourceLine line) => line with { Text = string.Join('\t', line.Text.Trim().Trim('|').Split('|').Select(c => c.Trim())) };

    [GeneratedRegex(@"^\|(?:\s?:?-{2,}:?\s?\|)+\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rule();
}
