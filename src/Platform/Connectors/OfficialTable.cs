using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A table of official statistics as its source answered: named columns, rows of text in Danish writing (1.234,5), and
/// null for what the source marks as missing.
/// </summary>
public sealed record OfficialTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>The place of the first column with one of the names, whatever their case; -1 where none has.</summary>
    public int IndexOf(params string[] names) =>
        Columns
            .Select((column, i) => (column, i))
            .Where(c => names.Contains(c.column.Trim(), StringComparer.OrdinalIgnoreCase))
            .Select(c => c.i)
            .DefaultIfEmpty(-1)
            .First();

    /// <summary>A number in Danish writing; null where it is missing or is no number.</summary>
    public static decimal? Number(string? text) => WrittenNumber.Read(text).Match<decimal?>(value => value, _ => null);

    /// <summary>
    /// Why the table cannot be used: the first cell of a column that is neither a number nor lacking. Left out it would
    /// be a figure that nobody misses.
    /// </summary>
    public Refusal? Unreadable(int column) =>
        Rows.Select((row, i) => (Cell: row[column], Line: i + 1))
            .FirstOrDefault(c => c.Cell is not null && Number(c.Cell) is null)
            is { Cell: { } cell, Line: var line }
            ? new(
                "official.number",
                $"I svarets række {line} står der »{cell}«, som ikke er et tal, der kan læses. Intet er hentet."
            )
            : null;

    /// <summary>"-", ".." and nothing are how the sources write what is not there.</summary>
    internal static string? Cell(string? text) =>
        text?.Trim() is null or "" or "-" or "." or ".." or "..." or "\u2013" ? null : text.Trim();

    /// <summary>A number written with a dot, as machines do, in Danish writing.</summary>
    internal static string FromMachine(string number) => number.Replace('.', ',');
}
