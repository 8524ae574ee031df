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
        if (pages.Count == 0)
            return new Refusal("source.pdf-damaged", "PDF-filen er beskadiget: der er ingen sider i den.");
        if (pages.Count > PdfFile.MostPages)
            return new Refusal(
                "source.pdf-too-long",
                $"PDF-filen har mere end {PdfFile.MostPages} sider; så lang en fil læses ikke."
            );
        var reader = new PdfPageText(file);
        var printed = new List<(List<PdfLine>, double)>();
        var letters = 0;
        for (var i = 0; i < pages.Count; i++)
        {
            var (upright, sideways) = reader.Read(pages[i]);
            List<PdfLine> lines = [.. PdfLine.Of(i + 1, upright), .. PdfLine.Of(i + 1, sideways)];
            letters += lines.Sum(l => l.Text.Count(char.IsLetter));
            printed.Add((lines, PdfPlacement.Height(file, pages[i])));
        }

        if (letters == 0 || (letters < 20 && reader.Pictures > 0))
        {
            return reader.Pictures > 0
                ? new Refusal(
                    "source.pdf-pictures",
                    "PDF-filen indeholder kun billeder (en skanning); den skal tekstgenkendes, før den kan læses."
                )
                : new Refusal("source.pdf-empty", "PDF-filen indeholder ingen læsbar tekst.");
        }

        var text = PdfParagraphs.Of(printed);
        return SourceText.Of(SourceKind.Pdf, text, [.. Doubts(file, reader, letters)]);
    }

    private static IEnumerable<SourceNote> Doubts(PdfFile file, PdfPageText reader, int letters)
    {
        if (reader.Unmapped > letters / 20)
            yield return new SourceNote("pdf_unmapped", "PDF-filen siger ikke for alle tegn, hvilke bogstaver de er.");
        if (reader.WasCut || file.WasCut)
            yield return new SourceNote(
                "pdf_cut",
                "PDF-filen er så stor, når den pakkes ud, at slutningen af den ikke er læst."
            );
    }
}
