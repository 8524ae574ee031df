using System.Globalization;
using System.Text;

namespace Virker.Platform;

internal static class CsvExport
{
    private const int Buffer = 64 * 1024;

    public static async Task WriteAsync(ExportTable table, Stream to, CancellationToken ct)
    {
        var text = new StringBuilder("\uFEFF");
        AppendRow(text, table.Columns.Select(column => ExportValue.Of(column.Header, 0)));
        foreach (var row in table.Rows)
        {
            AppendRow(
                text,
                table.Columns.Select((column, i) => ExportValue.Of(i < row.Count ? row[i] : null, column.Decimals))
            );
            if (text.Length < Buffer)
                continue;
            await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
            text.Clear();
        }
        await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
        await to.FlushAsync(ct);
    }

    private static void AppendRow(StringBuilder text, IEnumerable<ExportValue> values) =>
        text.AppendJoin(';', values.Select(Cell)).Append("\r\n");

    private static string Cell(ExportValue value) =>
        value switch
        {
            ExportNumber number => number
                .Rounded.ToString("F" + Math.Clamp(number.Decimals, 0, 10), CultureInfo.InvariantCulture)
                .Replace('.', ','),
            ExportTime time => time.Text,
            ExportText { Text: "" } => "",
            // All text is quoted, so that no separator of any spreadsheet's choice can begin a new cell inside it.
            ExportText { LooksLikeFormula: true } text => $"\"'{Doubled(text.Text)}\"",
            ExportText text => $"\"{Doubled(text.Text)}\"",
            _ => throw new InvalidOperationException($"No cell for {value.GetType().Name}."),
        };

    private static string Doubled(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);
}
