using System.Text;

namespace Virker.Platform;

/// <summary>A document as an accessible PDF: 1.7, tagged throughout, and made to meet PDF/UA-1 (ISO 14289-1).</summary>
public static class DocumentPdf
{
    /// <summary>The same document gives the same bytes.</summary>
    public static byte[] ToPdf(this Document document) => new PaperWriter(document).Write();
}

internal sealed class PaperWriter(Document document)
{
    private readonly PdfOutput _output = new();
    private readonly PaperFonts _fonts = new();
    private readonly StructureTag _root = new("Document", null);
    private readonly PaperBlocks _blocks = new(new PaperLinks(document));

    public byte[] Write()
    {
        var flow = new PaperFlow(_fonts);
        flow.Place(_blocks.Lay(HeadingLevels.WithTitle(document), _root, PaperFlow.Left, PaperFlow.Width));
        var pages = flow.Pages;
        for (var i = 0; i < pages.Count; i++)
            PaperFurniture.Draw(document, pages[i], i + 1, pages.Count);

        foreach (var page in pages)
            page.Number = _output.Reserve();
        var structure = new StructureWriter(_output, _root, pages);
        structure.Number(_root);
        var contents = pages.Select(page => _output.AddStream("", Encoding.Latin1.GetBytes(page.Close()))).ToList();
        var fonts = string.Join(' ', _fonts.Used.Select(font => $"/{font.Name} {font.Write(_output)} 0 R"));
        var tree = _output.Reserve();
        for (var i = 0; i < pages.Count; i++)
        {
            var notes = Annotations(pages[i], structure);
            _output.Set(
                pages[i].Number,
                $"<</Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfSyntax.Number(PaperPage.Width)} {PdfSyntax.Number(PaperPage.Height)}] "
                    + $"/Resources <</Font <<{fonts}>>>> /Contents {contents[i]} 0 R /StructParents {i} /Tabs /S{notes}>>"
            );
        }
        _output.Set(
            tree,
            $"<</Type /Pages /Kids {PdfSyntax.References(pages.Select(page => page.Number))} /Count {pages.Count}>>"
        );
        return Finish(structure.Write(), tree);
    }

    private string Annotations(PaperPage page, StructureWriter structure)
    {
        var numbers = new List<int>();
        foreach (var link in page.Links)
        {
            var action =
                link.Target[0] == '#'
                    ? $"/Dest {PaperOutline.Place(_blocks.Headings.First(heading => heading.Anchor == link.Target[1..]))}"
                    : $"/A <</S /URI /URI {PdfSyntax.Text(link.Target)}>>";
            var bottom = PaperPage.Height - link.Y - link.Height;
            var number = _output.Add(
                $"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect {PdfSyntax.Box(link.X, bottom, link.X + link.Width, bottom + link.Height)} "
                    + $"/Contents {PdfSyntax.Text(link.Words)} /StructParent {structure.AnnotationKey(link.Tag)} {action}>>"
            );
            link.Tag.Kids.Add(new AnnotationUse(page, number));
            numbers.Add(number);
        }
        return numbers.Count == 0 ? "" : $" /Annots {PdfSyntax.References(numbers)}";
    }

    private byte[] Finish(int structure, int pages)
    {
        var metadata = _output.AddStream(
            "/Type /Metadata /Subtype /XML",
            Encoding.UTF8.GetBytes(PaperMetadata.Xmp(document)),
            compress: false
        );
        var outline = PaperOutline.Write(_output, _blocks.Headings);
        var catalog = _output.Add(
            $"<</Type /Catalog /Pages {pages} 0 R /StructTreeRoot {structure} 0 R /MarkInfo <</Marked true>> "
                + $"/Lang {PdfSyntax.Text(PaperMetadata.Language(document))} /ViewerPreferences <</DisplayDocTitle true>> /Metadata {metadata} 0 R "
                + $"/Outlines {outline} 0 R /PageMode /UseOutlines>>"
        );
        return _output.Save(catalog, _output.Add(PaperMetadata.Information(document)));
    }
}

/// <summary>
/// Which of a document's links lead somewhere outside the browser: to an address, or to a heading of its own.
/// </summary>
internal sealed class PaperLinks(Document document)
{
    private readonly HashSet<string> _anchors =
    [
        .. document.Blocks.OfType<Heading>().Select(heading => heading.Anchor).OfType<string>(),
    ];

    public string? Target(string? link) => SafeLink.Absolute(link, document.Site)
        ?? (SafeLink.Anchor(link) is { } anchor && _anchors.Contains(anchor) ? "#" + anchor : null);
}
