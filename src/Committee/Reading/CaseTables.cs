using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Committee;

/// <summary>
/// The tables of an item with their figures read: empty and "-" are null, a qualified figure keeps what is printed.
/// </summary>
internal static partial class CaseTables
{
    public static List<PrintedTable> Read(IReadOnlyList<SourceLine> lines, int? item) =>
        [.. SourceTable.Find(lines).Select(t => Table(t, item))];

    private static PrintedTable Table(SourceTable table, int? item)
    {
        var numbered =
            table.Rows.Count > 1
            && table
                .Rows.Select(
                    (r, i) =>
                        Numbered().Match(r.Label ?? "") is { Success: true } m && m.Groups["n"].Value == $"{i + 1}"
                )
                .All(yes => yes);
        var qualified = table.Rows.Any(r => r.Cells.Any(c => Qualified().IsMatch(c)));
        return new PrintedTable(
            item,
            table.Caption,
            table.Columns,
            [.. table.Rows.Select(r => Row(r, numbered, qualified, table.Columns.Count))]
        );
    }

    private static PrintedRow Row(SourceRow row, bool numbered, bool qualified, int columns)
    {
        var label = numbered ? Numbered().Replace(row.Label!, "") : row.Label;
        var read = new PrintedRow(label)
        {
            Footnote = row.Footnote,
            Number = numbered ? (WrittenNumber.Code(Numbered().Match(row.Label!).Groups["n"].ValueSpan) ?? 0) : null,
        };
        if (qualified)
            return read with { Cells = [.. row.Cells.Select(Cell)] };
        return columns == 1
            ? read with
            {
                Value = Value(row.Cells[0]),
                Printed = row.Cells[0].Length == 0 ? null : row.Cells[0],
            }
            : read with
            {
                Values = [.. row.Cells.Select(Value)],
            };
    }

    private static object? Value(string cell) =>
        cell is "" or "-" or "–" or "—" ? null
        : PrintedNumber.Whole(Unit().Replace(cell, "")) is { } number ? number
        : cell;

    private static PrintedCell Cell(string cell)
    {
        var m = Qualified().Match(cell);
        if (!m.Success)
            return new PrintedCell(Value(cell) as decimal?, null, null, cell);
        return new PrintedCell(
            PrintedNumber.Whole(m.Groups["v"].Value),
            m.Groups["q"].Success ? m.Groups["q"].Value : null,
            m.Groups["f"].Success ? SourceTableFinder.Digit(m.Groups["f"].Value) : null,
            cell
        );
    }

    [GeneratedRegex(@"^(?<n>\d{1,3})[.)]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(?<v>[-+–]?\d[\d.]*(?:,\d+)?)\s*(?:\((?<q>[^)]{1,60})\)|(?<f>[¹²³⁴⁵])[⁾)]?)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\s*(?:%|pct\.?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
