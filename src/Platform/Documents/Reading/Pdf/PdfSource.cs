using Virker.Kernel;

namespace Virker.Platform;

/// <summary>PDF to lines. An encrypted file, or one that only holds pictures, is refused with the reason.</summary>
internal static class PdfSource
{
    public static bool Looks(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    public static Outcome<SourceText> Read(byte[] bytes)
    {
        var file = PdfFile.Open(bytes);
        if (file.IsLocked) return new Refusal("source.pdf-encrypted", "PDF-filen er krypteret med en adgangskode og kan ikke læses.");
        var pages = file.Pages();
        if (pages.Count == 0) return new Refusal("source.pdf-damaged", "PDF-filen er beskadiget: der er ingen sider i den.");
        var reader = new PdfPageText(file);
        var printed = new List<(List<PdfLine>, double)>();
        var letters = 0;
        for (var i = 0; i < pages.Count; i++)
        {
            var lines = PdfLine.Of(i + 1, reader.Read(pages[i]));
            letters += lines.Sum(l => l.Text.Count(char.IsLetter));
            printed.Add((lines, Height(file, pages[i])));
        }

        if (letters == 0 || (letters < 20 && reader.Pictures > 0))
        {
            return reader.Pictures > 0
                ? new Refusal("source.pdf-pictures", "PDF-filen indeholder kun billeder (en skanning); den skal tekstgenkendes, før den kan læses.")
                : new Refusal("source.pdf-empty", "PDF-filen indeholder ingen læsbar tekst.");
        }

        var text = PdfParagraphs.Of(printed);
        return reader.Unmapped > letters / 20
            ? SourceText.Of(SourceKind.Pdf, text, new SourceNote("pdf_unmapped", "PDF-filen siger ikke for alle tegn, hvilke bogstaver de er."))
            : SourceText.Of(SourceKind.Pdf, text);
    }

    private static double Height(PdfFile file, Dictionary<string, object?> page) =>
        file.Resolve(page.GetValueOrDefault("MediaBox")) is List<object?> { Count: >= 4 } box
        && file.Resolve(box[3]) is double top && file.Resolve(box[1]) is double bottom && top - bottom is > 50 and < 20_000 ? top - bottom : 842;
}
