namespace Virker.Platform;

/// <summary>A row of a table: its label (null where the cell is empty) and its other cells as printed.</summary>
public sealed record SourceRow(int Line, string? Label, string? Footnote, IReadOnlyList<string> Cells);

/// <summary>A table as printed: caption, columns, rows. A table that was cut by a page is one table again.</summary>
public sealed record SourceTable(
    string? Caption,
    string? StubHeader,
    IReadOnlyList<string> Columns,
    IReadOnlyList<SourceRow> Rows,
    int FirstLine,
    int LastLine,
    bool WasSplit
)
{
    /// <summary>The tables among the lines, in order.</summary>
    public static List<SourceTable> Find(IReadOnlyList<SourceLine> lines) => SourceTableFinder.Find(lines);
}
