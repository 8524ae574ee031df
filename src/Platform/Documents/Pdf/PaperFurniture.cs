namespace Virker.Platform;

/// <summary>
/// What stands on every page: header, footer and page number. Artifacts, so that nobody has them read aloud page after
/// page.
/// </summary>
internal static class PaperFurniture
{
    private const double Right = PaperPage.Width - PaperFlow.Left;

    public static void Draw(Document document, PaperPage page, int number, int of)
    {
        var author = Fitting(document.Author, PaperFlow.Width / 2 - 10);
        var header = Fitting(document.Header ?? document.Title, PaperFlow.Width - Width(author) - 20);
        page.Furniture("Header", () =>
        {
            Text(page, header, PaperFlow.Left, 44);
            Text(page, author, Right - Width(author), 44);
            page.Line(null, PaperFlow.Left, 51, Right, 51, Ink.Rule, 0.5);
        });
        var count = $"Side {number} af {of}";
        page.Furniture(
            "Footer",
            () =>
            {
                page.Line(null, PaperFlow.Left, PaperPage.Height - 49, Right, PaperPage.Height - 49, Ink.Rule, 0.5);
                Text(
                    page,
                    Fitting(document.Footer, PaperFlow.Width - Width(count) - 20),
                    PaperFlow.Left,
                    PaperPage.Height - 37
                );
                Text(page, count, Right - Width(count), PaperPage.Height - 37);
            }
        );
    }

    private static void Text(PaperPage page, string text, double x, double baseline) =>
        page.Text(null, text, FontFace.Regular, TypeStyle.Furniture.Size, TypeStyle.Furniture.Ink, x, baseline);

    private static double Width(string text) => FontFaces.Of(FontFace.Regular).Width(text, TypeStyle.Furniture.Size);

    private static string Fitting(string? wanted, double room)
    {
        var text = CleanText.Line(wanted);
        if (Width(text) <= room)
            return text;
        var kept = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        while (kept.Count > 0 && Width(string.Concat(kept) + "…") > room)
            kept.RemoveAt(kept.Count - 1);
        return string.Concat(kept).TrimEnd() + "…";
    }
}
