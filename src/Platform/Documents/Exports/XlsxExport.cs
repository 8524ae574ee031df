using System.IO.Compression;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// Writes a workbook of one sheet as it goes, without keeping it in memory. The same rows give the same bytes.
/// </summary>
internal static class XlsxExport
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task WriteAsync(ExportTable table, Stream to, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await AddAsync(zip, "[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """, ct);
        await AddAsync(zip, "_rels/.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """,
            ct
        );
        await AddAsync(
            zip,
            "xl/workbook.xml",
            $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{HtmlText.Encode(
                SheetName(table.Name)
            )}" sheetId="1" r:id="r1"/></sheets></workbook>
            """,
            ct
        );
        await AddAsync(
            zip,
            "xl/_rels/workbook.xml.rels",
            $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """, ct);
        await AddAsync(zip, "xl/styles.xml", XlsxStyles.Xml(), ct);
        await using var sheet = await Entry(zip, "xl/worksheets/sheet1.xml").OpenAsync(ct);
        await XlsxSheet.WriteAsync(table, sheet, ct);
    }

    private static async Task AddAsync(ZipArchive zip, string name, string xml, CancellationToken ct)
    {
        await using var entry = await Entry(zip, name).OpenAsync(ct);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(Head + xml), ct);
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return entry;
    }

    /// <summary>What the format forbids in a sheet's name is left out; at most 31 characters, and never none.</summary>
    private static string SheetName(string name)
    {
        var kept = string.Concat(
                CleanText.Line(name).Where(letter => !"[]:*?/\\".Contains(letter) && !char.IsSurrogate(letter))
            )
            .Trim('\'', ' ');
        return kept.Length == 0 ? "Liste"
            : kept.Length <= 31 ? kept
            : kept[..31].Trim('\'', ' ');
    }
}
