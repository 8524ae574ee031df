namespace Virker.Committee;

/// <summary>Where the document contradicts itself. The printed value stays; the note says so.</summary>
internal static class Contradictions
{
    public static IEnumerable<PrintedNote> Find(PrintedHead head, IReadOnlyList<ReadCase> cases)
    {
        foreach (var read in cases)
        {
            foreach (var table in read.Tables)
            {
                if (Total(table) is { } note) yield return note;
            }

            foreach (var decision in read.Item.Decisions.Where(d => head.MeetingDate is not null && d.Date > head.MeetingDate))
            {
                yield return new PrintedNote(
                    "date_contradicts",
                    $"Beslutningen er dateret {decision.Date:dd-MM-yyyy}, efter mødet.",
                    read.Item.Number,
                    decision.Line
                );
            }

            if (read.Item.Decisions is [.., { Kind: DecisionKinds.NoExplicit, Text.Count: > 0 } last])
            {
                yield return new PrintedNote(
                    "no_explicit_decision",
                    "Beslutningsfeltet indeholder ingen udtrykkelig beslutning.",
                    read.Item.Number,
                    last.Line
                );
            }
        }

        foreach (var twice in cases.Where(c => c.Item.Number is not null).GroupBy(c => c.Item.Number).Where(g => g.Count() > 1))
        {
            yield return new PrintedNote("number_twice", $"Punkt {twice.Key} er trykt to gange.", twice.Key);
        }
    }

    /// <summary>A last row called total (or without a label) that is not the sum of the rows above it.</summary>
    private static PrintedNote? Total(PrintedTable table)
    {
        var rows = table.Rows.Where(r => r.Values is not null).ToList();
        if (rows.Count < 3 || rows.Count != table.Rows.Count || !IsTotal(rows[^1].Label)) return null;
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var column = c;
            var parts = rows.Take(rows.Count - 1).Select(r => r.Values![column]).ToList();
            if (
                rows[^1].Values![column] is not decimal printed
                || parts.Any(p => p is string)
                || parts.Sum(p => p as decimal? ?? 0) == printed
            )
                continue;
            return new PrintedNote(
                "total_contradicts",
                $"Kolonnen {table.Columns[c]} giver {parts.Sum(p => p as decimal? ?? 0)}, men der står {printed}.",
                table.Item
            );
        }

        return null;
    }

    private static bool IsTotal(string? label) =>
        label is null
        || label.StartsWith("i alt", StringComparison.OrdinalIgnoreCase)
        || label.StartsWith("samlet", StringComparison.OrdinalIgnoreCase)
        || label.StartsWith("total", StringComparison.OrdinalIgnoreCase)
        || label.StartsWith("sum", StringComparison.OrdinalIgnoreCase);
}
