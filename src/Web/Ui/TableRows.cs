using System.Globalization;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Web;

/// <summary>Sorting, filtering and export of a table whose rows all are at hand.</summary>
internal static class TableRows
{
    private static readonly CompareInfo Alphabet = Danish.Culture.CompareInfo;

    public static IReadOnlyList<TRow> Arranged<TRow>(
        IReadOnlyList<TRow> rows,
        IReadOnlyList<Column<TRow>> columns,
        TableQuery query,
        bool sortable,
        bool filterable
    )
    {
        IEnumerable<TRow> arranged = rows;
        if (filterable && query.Filter is { } filter)
        {
            string[] phrase = [WrittenText.Folded(filter)];
            arranged = arranged.Where(row => columns.Any(c => WrittenText.Holds(phrase, c.Text(row))));
        }

        if (sortable && columns.FirstOrDefault(c => c.Sortable && c.Key == query.Sort) is { } column)
        {
            // What has no value is last whichever way the rest is turned.
            var known = arranged.OrderBy(row => column.Value(row) is null);
            arranged = query.Descending
                ? known.ThenByDescending(column.Value, ByValue.It)
                : known.ThenBy(column.Value, ByValue.It);
        }

        return [.. arranged];
    }

    /// <summary>
    /// The rows with the columns' own values, so that a spreadsheet gets dates and numbers and not words.
    /// </summary>
    public static ExportTable Export<TRow>(
        string caption,
        IReadOnlyList<TRow> rows,
        IReadOnlyList<Column<TRow>> columns
    ) =>
        new(
            caption,
            [.. columns.Select(c => new ExportColumn(c.Heading, 1))],
            rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => c.Value(row))])
        );

    /// <summary>The class of a column's cells, by the first value that is known.</summary>
    public static string? Align<TRow>(Column<TRow> column, IEnumerable<TRow> rows)
    {
        if (column.IsNumber) return "number";
        return rows.Select(column.Value).FirstOrDefault(value => value is not null) switch
        {
            int or long or double or decimal or Money => "number",
            DateOnly or DateTimeOffset => "nowrap",
            _ => null,
        };
    }

    /// <summary>Words by the Danish alphabet, all else by its own order, the empty last.</summary>
    private sealed class ByValue : IComparer<object?>
    {
        public static readonly ByValue It = new();

        public int Compare(object? a, object? b) => (a, b) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            (string x, string y) => Alphabet.Compare(x, y, CompareOptions.IgnoreCase),
            (IComparable x, _) when x.GetType() == b.GetType() => x.CompareTo(b),
            _ => Alphabet.Compare(a.ToString(), b.ToString()),
        };
    }
}
