using System.Text;

namespace Virker.Platform;

internal static class HtmlTable
{
    public static void Write(StringBuilder html, DocumentTable table)
    {
        var caption = HtmlText.Encode(table.Caption);
        // Focusable, so that a wide table can be scrolled by keyboard on a phone.
        html.Append($"<div class=\"doc-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{caption}\">\n");
        html.Append($"<table class=\"doc-table\">\n<caption>{caption}</caption>\n<thead>\n");
        WriteGroups(html, table);
        html.Append("<tr>");
        foreach (var column in table.Columns)
            WriteHeader(html, column);
        html.Append("</tr>\n</thead>\n<tbody>\n");
        var grid = TableGrid.Lay(table);
        for (var row = 0; row < grid.Count; row++)
            WriteRow(html, table, grid[row], table.Rows[row].Total);
        html.Append("</tbody>\n</table>\n</div>\n");
        if (table.Note is not null)
            html.Append("<p class=\"doc-small\">").Append(HtmlText.Encode(table.Note)).Append("</p>\n");
    }

    private static void WriteGroups(StringBuilder html, DocumentTable table)
    {
        if (table.Groups.Count == 0)
            return;
        html.Append("<tr>");
        foreach (var group in table.Groups)
        {
            var span = Span("colspan", group.Columns);
            html.Append(group.Header.Length == 0 ? $"<td{span}></td>"
                : $"<th scope=\"colgroup\"{span}>{HtmlText.Encode(group.Header)}</th>");
        }
        html.Append("</tr>\n");
    }

    private static void WriteHeader(StringBuilder html, TableColumn column)
    {
        var number = column.Numeric ? " class=\"doc-number\"" : "";
        html.Append(
            column.Header.Length == 0 ? "<td></td>" : $"<th scope=\"col\"{number}>{HtmlText.Encode(column.Header)}</th>"
        );
    }

    private static void WriteRow(StringBuilder html, DocumentTable table, IReadOnlyList<PlacedCell> cells, bool total)
    {
        html.Append(total ? "<tr class=\"doc-total\">" : "<tr>");
        foreach (var placed in cells)
        {
            var header = table.IsRowHeader(placed);
            var number = table.Columns[placed.Column].Numeric && !header ? " class=\"doc-number\"" : "";
            html.Append(header ? "<th scope=\"row\"" : "<td").Append(number)
                .Append(Span("colspan", placed.Columns)).Append(Span("rowspan", placed.Rows)).Append('>')
                .Runs(placed.Cell.Runs).Append(header ? "</th>" : "</td>");
        }
        html.Append("</tr>\n");
    }

    private static string Span(string name, int span) => span > 1 ? $" {name}=\"{span}\"" : "";
}
