using System.Globalization;
using Virker.Kernel;

namespace Virker.Platform;

internal static class PaperMetadata
{
    private const string Producer = "Virker";

    public static string Language(Document document) =>
        CleanText.Line(document.Language) is { Length: > 0 } language ? language : "da-DK";

    public static string Information(Document document) =>
        $"<</Title {PdfSyntax.Text(Title(document))}{Entry("Author", document.Author)}{Entry("Subject", document.Subject)} /Producer ({Producer}) /Creator ({Producer}) "
        + $"/CreationDate {PdfSyntax.Date(document.Created)} /ModDate {PdfSyntax.Date(document.Created)}>>";

    public static string Xmp(Document document)
    {
        var at = document.Created.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var author = document.Author is null
            ? ""
            : $"<dc:creator><rdf:Seq><rdf:li>{Xml(document.Author)}</rdf:li></rdf:Seq></dc:creator>";
        var subject = document.Subject is null
            ? ""
            : $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(document.Subject)}</rdf:li></rdf:Alt></dc:description>";
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Xml(Title(document))}</rdf:li></rdf:Alt></dc:title>
            {author}{subject}
            <dc:language><rdf:Bag><rdf:li>{Xml(Language(document))}</rdf:li></rdf:Bag></dc:language>
            <pdf:Producer>{Producer}</pdf:Producer><xmp:CreatorTool>{Producer}</xmp:CreatorTool>
            <xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;
    }

    private static string Title(Document document) =>
        CleanText.Line(document.Title) is { Length: > 0 } title ? title : Danish.Missing;

    private static string Entry(string key, string? value) =>
        value is null ? "" : $" /{key} {PdfSyntax.Text(CleanText.Line(value))}";

    private static string Xml(string text) => HtmlText.Encode(CleanText.Line(text));
}
