using System.Globalization;
using System.Text;

namespace Virker.Web;

/// <summary>Sorting, filtering and export of a table whose rows all are at hand.</summary>
internal static class TableRows
{
    private static readonly CompareInfo Alphabet = Danish.Culture.CompareInfo;

    public static IReadOnlyList<TRow> Arranged<TRow>(IReadOnlyList<TRow> rows, IReadOnlyList<Column<TRow>> columns, TableQuery query, bool sortable, bool filterable)
    {
        IEnumerable<TRow> arranged = rows;
        if (filterable && query.Filter is { } filter)
            arranged = arranged.Where(row => columns.Any(c => Alphabet.IndexOf(c.Text(row), filter, CompareOptions.IgnoreCase) >= 0));
        if (sortable && columns.FirstOrDefault(c => c.Sortable && c.Key == query.Sort) is { } column)
            arranged = query.Descending ? arranged.OrderByDescending(column.Value, ByValue.It) : arranged.OrderBy(column.Value, ByValue.It);
        return [.. arranged];
    }

    public static byte[] Csv<TRow>(IReadOnlyList<TRow> rows, IReadOnlyList<Column<TRow>> columns)
    {
        var text = new StringBuilder("\uFEFF");
        text.AppendLine(string.Join(';', columns.Select(c => Cell(c.Heading))));
        foreach (var row in rows) text.AppendLine(string.Join(';', columns.Select(c => Cell(c.Text(row)))));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0]) && !double.TryParse(text, NumberStyles.Any, Danish.Culture, out _) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(";\"\n\r") ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
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
