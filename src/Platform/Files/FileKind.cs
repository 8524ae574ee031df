using System.IO.Compression;
using System.Text;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A kind of file that may be stored, told by its content and not by its name. <paramref name="ShownInline"/> only
/// where a browser runs nothing of it; the rest is always downloaded.
/// </summary>
public sealed record FileKind(string Id, string Name, string Extension, string ContentType, bool ShownInline = false)
{
    public static readonly FileKind Pdf = new("pdf", "PDF", ".pdf", "application/pdf");
    public static readonly FileKind Png = new("png", "PNG-billede", ".png", "image/png", ShownInline: true);
    public static readonly FileKind Jpeg = new("jpeg", "JPEG-billede", ".jpg", "image/jpeg", ShownInline: true);
    public static readonly FileKind Docx = new(
        "docx",
        "Word-dokument",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    );
    public static readonly FileKind Xlsx = new(
        "xlsx",
        "Excel-regneark",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    public static readonly FileKind Text = new("text", "tekst", ".txt", "text/plain; charset=utf-8");
    public static readonly FileKind Csv = new("csv", "CSV-fil", ".csv", "text/csv; charset=utf-8");
    public static readonly FileKind Html = new("html", "HTML-side", ".html", "application/octet-stream");
    public static readonly FileKind Xml = new("xml", "XML-fil", ".xml", "application/octet-stream");

    /// <summary>
    /// Text that is not UTF-8 but Windows-1252 or UTF-16, as older systems write it: what it says is for a reader.
    /// </summary>
    public static readonly FileKind OlderText =
        new("older-text", "tekst i ældre tegnsæt", ".txt", "application/octet-stream");

    public static readonly IReadOnlyList<FileKind> All = [Pdf, Png, Jpeg, Docx, Xlsx, Text, OlderText, Csv, Html, Xml];

    /// <summary>What people send: papers and pictures.</summary>
    public static readonly IReadOnlyList<FileKind> Papers = [Pdf, Png, Jpeg, Docx, Xlsx, Text];

    /// <summary>What a document's reader reads.</summary>
    public static readonly IReadOnlyList<FileKind> Readable = [Pdf, Html, Xml, Text, OlderText, Csv];

    private const int MostEntries = 5_000;
    private const long MostUnpacked = 300L * 1024 * 1024;

    /// <summary>
    /// The kind that the content is, or null. The name only tells CSV, HTML and XML from plain text; it never makes
    /// something of another kind.
    /// </summary>
    internal static FileKind? Of(Stream content, string name)
    {
        var start = new byte[8];
        content.Position = 0;
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, read) switch
        {
            [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => Pdf,
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [0x50, 0x4B, 0x03, 0x04, ..] => Office(content),
            _ => Textual(content, Path.GetExtension(name).ToLowerInvariant()),
        };
    }

    private static FileKind? Office(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries || zip.Entries.Sum(e => e.Length) > MostUnpacked)
                return null;
            if (
                zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                || zip.GetEntry("[Content_Types].xml") is null
            )
                return null;
            return zip.GetEntry("word/document.xml") is not null ? Docx
                : zip.GetEntry("xl/workbook.xml") is not null ? Xlsx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>
    /// UTF-8 without control characters. What looks like a page or markup is that, whatever it is called.
    /// </summary>
    private static FileKind? Textual(Stream content, string extension)
    {
        content.Position = 0;
        using var reader = new StreamReader(
            content,
            new UTF8Encoding(false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: false,
            leaveOpen: true
        );
        string text;
        try { text = reader.ReadToEnd(); }
        catch (DecoderFallbackException) { return null; }
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f'))) return null;
        var begins = text.AsSpan().TrimStart();
        if (begins.StartsWith("<?xml"))
            return text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? Html : Xml;
        if (
            text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<!doctype", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<script", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<svg", StringComparison.OrdinalIgnoreCase)
        )
            return extension is ".html" or ".htm" or ".xml" ? Html : null;
        return extension switch
        {
            ".html" or ".htm" => Html,
            ".xml" => Xml,
            ".csv" => Csv,
            _ => Text,
        };
    }

    /// <summary>Text of an older encoding, where that is asked for; it is no kind that is stored otherwise.</summary>
    internal static FileKind? Older(Stream content)
    {
        content.Position = 0;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return WrittenBytes.IsBinary(WrittenBytes.Decoded(bytes)) ? null : OlderText;
    }

    /// <summary>
    /// A name that is safe in any folder and header, with the kind's own ending, and no CPR number in it.
    /// </summary>
    internal string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1].Normalize();
        var kept = new string([
            .. last.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '(' or ')' or ',' or '+'),
        ]);
        var stem = Path.GetFileNameWithoutExtension(CprText.Mask(kept).Replace("•", "x")).Trim(' ', '.');
        if (stem.Length > 100) stem = stem[..100].Trim(' ', '.');
        return (stem.Length == 0 ? "fil" : stem) + Extension;
    }

    internal static Refusal NotAllowed(IReadOnlyList<FileKind> allowed)
    {
        var names = string.Join(", ", allowed.Where(k => k != OlderText).Select(k => k.Name));
        return new("file.kind",
            $"Filen er ikke af en slags, der kan modtages her. Send {names}.", Field: nameof(NewFile.Content));
    }
}
