namespace Virker.Platform;

/// <summary>
/// A table with one column header for each column. Each row's cells, spans counted, fill the columns; a short row is
/// filled up with empty cells, and what sticks out is refused by <see cref="Check"/>.
/// </summary>
public sealed record DocumentTable(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows)
    : DocumentBlock
{
    /// <summary>
    /// A row of headers above the column headers, each over one or more columns; empty text where a column has none.
    /// </summary>
    public IReadOnlyList<ColumnGroup> Groups { get; init; } = [];

    /// <summary>The first cell of each row is the row's header.</summary>
    public bool RowHeaders { get; init; }

    public string? Note { get; init; }

    /// <summary>On paper in small type with little air, for an overview that is to stand on one page.</summary>
    public bool IsDense { get; init; }

    /// <summary>An empty cell is no header, even where the first column holds headers.</summary>
    internal bool IsRowHeader(PlacedCell placed) =>
        RowHeaders && placed.Column == 0 && placed.Cell.Runs.Any(run => !string.IsNullOrWhiteSpace(run.Text));

    /// <summary>
    /// Throws when groups or rows do not fit the columns: the table is built by code, so that is a bug.
    /// </summary>
    public DocumentTable Check()
    {
        if (Columns.Count == 0)
            throw new InvalidOperationException($"The table \"{Caption}\" has no columns.");
        if (Groups.Count > 0 && Groups.Sum(group => Math.Max(1, group.Columns)) != Columns.Count)
            throw new InvalidOperationException(
                $"The groups of \"{Caption}\" do not cover its {Columns.Count} columns."
            );
        TableGrid.Lay(this);
        return this;
    }
}

public sealed record TableColumn(string Header)
{
    /// <summary>Numbers stand to the right, with figures of equal width.</summary>
    public bool Numeric { get; init; }

    /// <summary>Share of the width relative to the other columns; 0 lets the content decide.</summary>
    public double Width { get; init; }

    public static TableColumn Number(string header) => new(header) { Numeric = true };

    public static implicit operator TableColumn(string header) => new(header);
}

public sealed record ColumnGroup(string Header, int Columns);

public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>A sum: set in bold, with a line above.</summary>
    public bool Total { get; init; }

    public static TableRow Of(params TableCell[] cells) => new(cells);
}

public sealed record TableCell(IReadOnlyList<TextRun> Runs)
{
    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    public static TableCell Of(string? text) => new([new TextRun(text ?? "")]);

    public static implicit operator TableCell(string? text) => Of(text);
}

/// <summary>Where each cell of a table lies when spans are counted.</summary>
internal sealed record PlacedCell(TableCell Cell, int Row, int Column, int Rows, int Columns)
{
    public bool IsEmptyFill { get; init; }
}

internal static class TableGrid
{
    /// <summary>The cells of each row in reading order; every slot of the grid is covered exactly once.</summary>
    public static IReadOnlyList<IReadOnlyList<PlacedCell>> Lay(DocumentTable table)
    {
        int columns = table.Columns.Count, rows = table.Rows.Count;
        var taken = new bool[rows, columns];
        var laid = new List<IReadOnlyList<PlacedCell>>(rows);
        for (var row = 0; row < rows; row++)
            laid.Add(LayRow(table, taken, row, columns, rows));
        return laid;
    }

    private static List<PlacedCell> LayRow(DocumentTable table, bool[,] taken, int row, int columns, int rows)
    {
        var placed = new List<PlacedCell>();
        var column = 0;
        foreach (var cell in table.Rows[row].Cells)
        {
            while (column < columns && taken[row, column])
                column++;
            var wide = Math.Max(1, cell.ColumnSpan);
            var tall = Math.Clamp(cell.RowSpan, 1, rows - row);
            if (column + wide > columns || Enumerable.Range(column, wide).Any(c => taken[row, c]))
                throw new InvalidOperationException(
                    $"Row {row + 1} of the table \"{table.Caption}\" does not fit its {columns} columns."
                );
            placed.Add(Take(taken, new(cell, row, column, tall, wide)));
            column += wide;
        }
        for (; column < columns; column++)
        {
            if (!taken[row, column])
                placed.Add(Take(taken, new(TableCell.Of(""), row, column, 1, 1) { IsEmptyFill = true }));
        }
        return placed;
    }

    private static PlacedCell Take(bool[,] taken, PlacedCell cell)
    {
        for (var row = cell.Row; row < cell.Row + cell.Rows; row++)
        {
            for (var column = cell.Column; column < cell.Column + cell.Columns; column++)
                taken[row, column] = true;
        }
        return cell;
    }
}
