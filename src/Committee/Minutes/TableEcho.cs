using System.Text.RegularExpressions;

namespace Virker.Committee;

/// <summary>
/// The reader gives a section's text line by line, rows of tables with it. Those that stand as tables are taken out
/// again: a row is its label followed by figures, and a heading of columns is the line above the first row that holds
/// no sentence.
/// </summary>
internal sealed partial class TableEcho(IReadOnlyList<PrintedTable> tables)
{
    private readonly HashSet<string> _captions = [.. tables.Select(t => t.Caption).OfType<string>().Select(Plain)];
    private readonly List<string> _labels =
    [
        .. tables.SelectMany(t => t.Rows).Select(r => r.Label).OfType<string>().Select(Plain),
    ];

    /// <summary>
    /// How many of the lines that are kept stand before the table's first row; null where the table is not among the
    /// lines.
    /// </summary>
    public int? KeptBefore(PrintedTable table, IReadOnlyList<string> lines)
    {
        if (table.Rows.FirstOrDefault(r => r.Label is not null)?.Label is not { } label) return null;
        var plain = Plain(label);
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsRow(lines[i]) && Plain(Numbered().Replace(lines[i], "")).StartsWith(plain, StringComparison.Ordinal))
                return Without([.. lines.Take(i + 1)]).Count;
        }

        return null;
    }

    public IReadOnlyList<string> Without(IReadOnlyList<string> lines)
    {
        if (tables.Count == 0) return lines;
        var isRow = lines.Select(IsRow).ToList();
        return
        [
            .. lines.Where(
                (line, i) =>
                    !isRow[i]
                    && !_captions.Contains(Plain(line))
                    && !(i + 1 < lines.Count && isRow[i + 1] && IsHeading(line))
            ),
        ];
    }

    private bool IsRow(string line)
    {
        var plain = Plain(Numbered().Replace(line, ""));
        return Figures().IsMatch(plain)
            || _labels.Exists(label =>
                plain.StartsWith(label, StringComparison.Ordinal) && Figures().IsMatch(plain[label.Length..])
            );
    }

    private static bool IsHeading(string line) => line.Length < 160 && !line.EndsWith('.') && !line.EndsWith(':');

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim().TrimEnd(':');

    /// <summary>Nothing but figures, dashes, footnote marks and what stands in brackets after a figure.</summary>
    [GeneratedRegex(@"^(?:\s*(?:[-–]|[+-]?\d[\d.]*(?:,\d+)?\s?%?|\([^)]*\)|[¹²³⁾]+))*\s*$")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^\d{1,2}\.\s")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
