using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Virker.Platform;

internal static partial class XlsxSheet
{
    private const int MostRows = 1_048_576;
    private const int MostCharacters = 32_767;
    private const int Buffer = 64 * 1024;

    public static async Task WriteAsync(ExportTable table, Stream to, CancellationToken ct)
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        xml.Append(
            """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"""
        );
        for (var i = 0; i < table.Columns.Count; i++)
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Math.Clamp(table.Columns[i].Header.Length + 4, 12, 40)}\" customWidth=\"1\"/>"
            );
        xml.Append("</cols><sheetData><row>");
        foreach (var column in table.Columns)
            Append(xml, ExportValue.Of(column.Header, 0), XlsxStyles.Header);
        xml.Append("</row>");
        var rows = 1;
        foreach (var row in table.Rows)
        {
            if (++rows > MostRows)
                throw new InvalidOperationException(
                    $"\"{table.Name}\" has more rows than a sheet can hold ({MostRows})."
                );
            xml.Append("<row>");
            for (var i = 0; i < table.Columns.Count; i++)
                Append(xml, ExportValue.Of(i < row.Count ? row[i] : null, table.Columns[i].Decimals));
            xml.Append("</row>");
            if (xml.Length < Buffer)
                continue;
            await to.WriteAsync(Encoding.UTF8.GetBytes(xml.ToString()), ct);
            xml.Clear();
        }
        xml.Append(CultureInfo.InvariantCulture, $"</sheetData>{Filter(table.Columns.Count, rows)}</worksheet>");
        await to.WriteAsync(Encoding.UTF8.GetBytes(xml.ToString()), ct);
    }

    private static string Filter(int columns, int rows) =>
        columns == 0 ? "" : $"<autoFilter ref=\"A1:{ColumnName(columns)}{rows}\"/>";

    private static string ColumnName(int number) =>
        number <= 0 ? "" : ColumnName((number - 1) / 26) + (char)('A' + (number - 1) % 26);

    private static void Append(StringBuilder xml, ExportValue value, int? style = null)
    {
        _ = value switch
        {
            ExportNumber { IsExact: true } number => Typed(
                xml,
                number.Rounded.ToString(CultureInfo.InvariantCulture),
                XlsxStyles.Number(number.Decimals)
            ),
            ExportNumber number => Text(
                xml,
                number.Rounded.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
                XlsxStyles.Plain
            ),
            ExportTime { InCalendar: true } time => Typed(
                xml,
                Math.Round(time.Serial, 8).ToString("0.########", CultureInfo.InvariantCulture),
                time.WithClock ? XlsxStyles.Time : XlsxStyles.Day
            ),
            ExportTime time => Text(xml, time.Text, XlsxStyles.Plain),
            ExportText { Text: "" } => xml.Append("<c/>"),
            // The cell is text by its type; the mark keeps it text when somebody edits it.
            ExportText text => Text(
                xml,
                text.Text,
                style ?? (text.LooksLikeFormula ? XlsxStyles.Quoted : XlsxStyles.Plain)
            ),
            _ => throw new InvalidOperationException($"No cell for {value.GetType().Name}."),
        };
    }

    private static StringBuilder Typed(StringBuilder xml, string value, int style) =>
        xml.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\"><v>{value}</v></c>");

    private static StringBuilder Text(StringBuilder xml, string text, int style)
    {
        var cut = text.Length <= MostCharacters ? text : text[..(MostCharacters - 2)].TrimEnd() + "…";
        var safe = CleanText.Of(Escapes().Replace(cut, "_x005F$0"));
        return xml.Append(
            CultureInfo.InvariantCulture,
            $"<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">{HtmlText.Encode(safe)}</t></is></c>"
        );
    }

    /// <summary>
    /// The format reads "_x0041_" as a letter's code; the underscore is written as a code itself to say that it is
    /// none.
    /// </summary>
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escapes();
}

internal static class XlsxStyles
{
    public const int Plain = 0;
    public const int Header = 1;
    public const int Quoted = 2;
    public const int Day = 3;
    public const int Time = 4;
    private const int FirstNumber = 5;
    private const int MostDecimals = 6;

    public static int Number(int decimals) => FirstNumber + Math.Clamp(decimals, 0, MostDecimals);

    public static string Xml()
    {
        var formats = new StringBuilder();
        var cells = new StringBuilder();
        for (var decimals = 0; decimals <= MostDecimals; decimals++)
        {
            var pattern = decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);
            formats.Append(
                CultureInfo.InvariantCulture,
                $"<numFmt numFmtId=\"{170 + decimals}\" formatCode=\"{pattern}\"/>"
            );
            cells.Append(
                CultureInfo.InvariantCulture,
                $"<xf numFmtId=\"{170 + decimals}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            );
        }
        return $"""
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="{MostDecimals
                + 3}"><numFmt numFmtId="165" formatCode="dd\-mm\-yyyy"/><numFmt numFmtId="166" formatCode="dd\-mm\-yyyy\ hh:mm"/>{formats}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="{FirstNumber
                + MostDecimals
                + 1}"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/><xf xfId="0" quotePrefix="1"/><xf numFmtId="165" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" xfId="0" applyNumberFormat="1"/>{cells}</cellXfs></styleSheet>
            """;
    }
}
