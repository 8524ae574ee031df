using System.Globalization;
using System.IO.Compression;
using System.Text;
using Virker.Platform;
using Virker.Tests.Structure;

namespace Virker.Tests.Platform;

/// <summary>PDF files written by hand, one property a file; and the product's own.</summary>
public sealed class PdfSourceTests
{
    private const string Page =
        "BT /F1 12 Tf 72 760 Td (Referat af m\\370det) Tj 0 -40 Td (Punkt 1: Godkendelse af dagsorden) Tj 0 -40 Td [(Dr) 20 (\\370ftet)] TJ ET";

    [Fact]
    public void Reads_lines_with_Danish_letters() =>
        Lines(Pdf(Page)).ShouldBe(["Referat af mødet", "Punkt 1: Godkendelse af dagsorden", "Drøftet"]);

    [Fact]
    public void Reads_packed_content() =>
        Lines(Pdf(Page, packed: true)).ShouldContain("Punkt 1: Godkendelse af dagsorden");

    [Fact]
    public void Finds_its_objects_when_the_cross_reference_is_broken()
    {
        var broken = Encoding.Latin1.GetString(Pdf(Page)).Replace("startxref", "startnone", StringComparison.Ordinal);

        Lines(Encoding.Latin1.GetBytes(broken)).ShouldContain("Drøftet");
    }

    [Fact]
    public void Columns_far_apart_become_cells() =>
        Lines(Pdf("BT /F1 10 Tf 72 700 Td (Unge under tredive uden uddannelse) Tj 200 0 Td (12) Tj 60 0 Td (15) Tj ET"))
            .ShouldBe(["Unge under tredive uden uddannelse\t12\t15"]);

    [Fact]
    public void An_encrypted_file_is_refused_with_the_reason() =>
        SourceReader
            .Read(Pdf(Page, trailer: "/Encrypt << /Filter /Standard >>"))
            .Refusal!.Text.ShouldContain("krypteret");

    [Theory]
    [InlineData("locked-rc4-40.pdf")]
    [InlineData("locked-rc4-128.pdf")]
    [InlineData("locked-aes-128.pdf")]
    [InlineData("locked-aes-256.pdf")]
    public void A_file_that_only_its_owner_locked_is_read(string name) =>
        Lines(File.ReadAllBytes(Path.Combine(Fixtures, name)))
            .ShouldBe(["Punkt 1: Godkendelse af ørreder", "Drøftet på mødet."]);

    [Fact]
    public void A_file_with_a_password_is_refused_with_the_reason() =>
        SourceReader
            .Read(File.ReadAllBytes(Path.Combine(Fixtures, "locked-password.pdf")))
            .Refusal!.Text.ShouldContain("adgangskode");

    private static readonly string Fixtures = Path.Combine(
        Repository.Root,
        "tests/Virker.Tests/Platform/Reading/Fixtures"
    );

    [Fact]
    public void A_scanned_file_is_refused_with_the_reason() =>
        SourceReader.Read(Pdf("q /Im1 Do Q BI /W 1 /H 1 ID x\nEI\n")).Refusal!.Text.ShouldContain("billeder");

    [Fact]
    public void The_product_reads_its_own_papers()
    {
        var paper = new Document(
            "Referat",
            new DateTimeOffset(2025, 11, 17, 9, 0, 0, TimeSpan.Zero),
            [new Heading(1, "Referat"), new Heading(2, "Punkt 1: Årets ørreder"), Paragraph.Of("Drøftet på mødet.")]
        );

        var lines = Lines(paper.ToPdf());

        lines.ShouldContain("Punkt 1: Årets ørreder");
        lines.ShouldContain("Drøftet på mødet.");
    }

    private static List<string> Lines(byte[] pdf) =>
        [.. SourceReader.Read(pdf).Value.Lines.Where(l => !l.IsBlank).Select(l => l.Text)];

    private static byte[] Pdf(string content, bool packed = false, string trailer = "")
    {
        var stream = Encoding.Latin1.GetBytes(content);
        if (packed)
        {
            using var output = new MemoryStream();
            using (var zip = new ZLibStream(output, CompressionLevel.Optimal)) zip.Write(stream);
            stream = output.ToArray();
        }

        var file = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string text)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{text}\nendobj\n");
        }

        Write("%PDF-1.7\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>");
        Object(
            "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> /XObject << /Im1 6 0 R >> >> >>"
        );
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        places.Add(file.Position);
        Write($"5 0 obj\n<< /Length {stream.Length}{(packed ? " /Filter /FlateDecode" : "")} >>\nstream\n");
        file.Write(stream);
        Write("\nendstream\nendobj\n");
        Object("<< /Type /XObject /Subtype /Image /Length 0 >>\nstream\n\nendstream");
        var xref = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Write(place.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();
    }
}
