namespace Virker.Tests.Platform;

using Entries = Dictionary<string, object?>;

/// <summary>
/// What PDF/UA-1 asks of the structure and can be told by reading it; each thing that is wrong is a sentence.
/// </summary>
internal sealed class PdfAccessibility(TaggedPdf pdf)
{
    private static readonly string[] Types =
    [
        "Document",
        "Div",
        "H1",
        "H2",
        "H3",
        "H4",
        "P",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "Caption",
        "THead",
        "TBody",
        "TR",
        "TH",
        "TD",
        "Figure",
        "Link",
        "Span",
    ];

    private readonly List<string> _faults = [];

    public static IReadOnlyList<string> Faults(TaggedPdf pdf)
    {
        var check = new PdfAccessibility(pdf);
        check.Catalog();
        check.Content();
        check.ParentTree();
        check.Headings();
        check.Fonts();
        foreach (var element in pdf.Root.All)
            check.Element(element);
        return check._faults;
    }

    private void Fault(bool wrong, string what)
    {
        if (wrong)
            _faults.Add(what);
    }

    private void Catalog()
    {
        var catalog = pdf.File.Catalog;
        Fault(pdf.File.Dictionary(catalog["MarkInfo"])["Marked"] is not true, "the file is not marked as tagged");
        Fault(pdf.File.Dictionary(catalog["ViewerPreferences"])["DisplayDocTitle"] is not true, "the title is not shown");
        Fault(PdfFileReader.Text(catalog["Lang"]).Length < 2, "no language");
        Fault(PdfFileReader.Text(pdf.File.Dictionary(pdf.File.Trailer["Info"])["Title"]).Length == 0, "no title");
        var metadata = System.Text.Encoding.UTF8.GetString(pdf.File.Stream(catalog["Metadata"]).Data);
        var xmp = System.Xml.Linq.XDocument.Parse(metadata.Trim());
        Fault(
            !xmp.Descendants()
                .Any(part =>
                    part.Name.LocalName == "part"
                    && part.Name.NamespaceName == "http://www.aiim.org/pdfua/ns/id/"
                    && part.Value == "1"
                ),
            "the metadata do not declare PDF/UA-1"
        );
        Fault(
            !xmp.Descendants().Any(part => part.Name.LocalName == "title" && part.Value.Trim().Length > 0),
            "the metadata have no title"
        );
    }

    private void Content()
    {
        var claims = pdf.Claims.ToLookup(claim => (claim.Page, claim.Mcid));
        for (var page = 0; page < pdf.Pages.Count; page++)
        {
            _faults.AddRange(pdf.Content[page].Faults.Select(fault => $"page {page + 1}: {fault}"));
            foreach (var mcid in pdf.Content[page].Text.Keys)
                Fault(claims[(page, mcid)].Count() != 1, $"page {page + 1}: content {mcid} does not have one element");
            Fault(
                pdf.Pages[page].TryGetValue("Annots", out _) && PdfFileReader.Name(pdf.Pages[page]["Tabs"]) != "S",
                "tab order is not that of the structure"
            );
        }
    }

    /// <summary>The way back from content and annotations must lead to the element that claims them.</summary>
    private void ParentTree()
    {
        var numbers = pdf.File.List(pdf.File.Dictionary(pdf.StructureRoot["ParentTree"])["Nums"]);
        var tree = numbers.Chunk(2).ToDictionary(pair => PdfFileReader.Number(pair[0]), pair => pair[1]);
        Fault(!tree.Keys.Order().SequenceEqual(tree.Keys), "the parent tree is not in order");
        foreach (var (page, mcid, element) in pdf.Claims)
        {
            var parents = pdf.File.List(tree[PdfFileReader.Number(pdf.Pages[page]["StructParents"])]);
            Fault(
                !Equals(parents[mcid], element),
                $"page {page + 1}: the parent tree leads content {mcid} to another element"
            );
            Fault(
                pdf.Content[page].Tags[mcid] != PdfFileReader.Name(pdf.File.Dictionary(element)["S"]),
                $"content {mcid} is tagged as another type than its element"
            );
        }
        foreach (var (annotation, element) in pdf.Annotations)
        {
            var entries = pdf.File.Dictionary(annotation);
            Fault(
                !Equals(tree[PdfFileReader.Number(entries["StructParent"])], element),
                "the parent tree leads an annotation to another element"
            );
            Fault(PdfFileReader.Text(entries["Contents"]).Length == 0, "an annotation says nothing");
        }
        var annotations = pdf
            .Pages.SelectMany(page => page.TryGetValue("Annots", out var list) ? pdf.File.List(list) : [])
            .ToList();
        Fault(
            annotations.Count != pdf.Annotations.Count
                || annotations.Except(pdf.Annotations.Select(known => (object?)known.Annotation)).Any(),
            "an annotation is not in the structure"
        );
    }

    private void Headings()
    {
        var last = 0;
        foreach (
            var level in pdf
                .Root.All.Where(element => element.Type is ['H', >= '1' and <= '6'])
                .Select(element => element.Type[1] - '0')
        )
        {
            Fault(level > last + 1, $"heading {level} follows heading {last}");
            last = level;
        }
        Fault(last == 0, "no heading");
    }

    private void Fonts()
    {
        foreach (
            var font in pdf
                .Pages.SelectMany(page => pdf.File.Dictionary(pdf.File.Dictionary(page["Resources"])["Font"]).Values)
                .Distinct()
        )
        {
            var entries = pdf.File.Dictionary(font);
            var unicode = PdfFonts.ToUnicode(pdf.File, entries);
            var descendant = pdf.File.Dictionary(pdf.File.List(entries["DescendantFonts"]).Single());
            var program = pdf.File.Stream(pdf.File.Dictionary(descendant["FontDescriptor"])["FontFile2"]).Data;
            var widths = PdfFonts.Widths(pdf.File, entries);
            Fault(!PdfFileReader.Name(entries["BaseFont"]).Contains('+'), "a font is not a subset");
            Fault(
                widths.Count != unicode.Count
                    || !unicode.Keys.Order().SequenceEqual(Enumerable.Range(1, unicode.Count)),
                "a character has no width or no meaning"
            );
            Fault(!new FontProgram(program).Agrees(widths), "the widths are not those of the embedded font");
        }
    }

    private void Element(PdfElement element)
    {
        Fault(!Types.Contains(element.Type), $"unknown element {element.Type}");
        string[] children = [.. element.Children.Select(child => child.Type)];
        _ = element.Type switch
        {
            "Figure" => Demand(
                !string.IsNullOrWhiteSpace(element.Alt) && element.Attributes.ContainsKey("BBox"),
                "a figure has no Alt or no box"
            ),
            "TH" => Demand(
                (element.Attributes.GetValueOrDefault("Scope") as PdfNameToken)?.Text is "Row" or "Column",
                "a header cell has no scope"
            ),
            "Table" => Table(element, children),
            "THead" or "TBody" => Demand(
                children.Length > 0 && children.All(child => child == "TR"),
                $"{element.Type} holds {string.Join(',', children)}"
            ),
            "TR" => Demand(
                children.Length > 0 && children.All(child => child is "TH" or "TD"),
                "a row holds something else than cells"
            ),
            "L" => Demand(
                children.Length > 0 && children.All(child => child == "LI"),
                "a list holds something else than items"
            ),
            "LI" => Demand(
                children.Count(child => child == "LBody") == 1 && children.All(child => child is "Lbl" or "LBody"),
                "an item is not label and body"
            ),
            "Link" => Demand(element.Text.Length > 0, "a link has no text"),
            _ => true,
        };
    }

    private bool Demand(bool right, string otherwise)
    {
        Fault(!right, otherwise);
        return right;
    }

    /// <summary>
    /// Caption first, then head and body; and every row as wide as the others when spans are counted.
    /// </summary>
    private bool Table(PdfElement table, string[] children)
    {
        Demand(
            children
                .SkipWhile(child => child == "Caption")
                .SequenceEqual(children.Contains("TBody") ? ["THead", "TBody"] : ["THead"]),
            $"a table holds {string.Join(',', children)}"
        );
        var widths = table
            .Children.Where(child => child.Type is "THead" or "TBody")
            .SelectMany(part => Widths([.. part.Children]))
            .ToList();
        Fault(widths.Distinct().Count() > 1, "the rows of a table are not equally wide");
        return true;
    }

    /// <summary>How many columns each row covers, counting cells that reach down from the rows above.</summary>
    private static int[] Widths(PdfElement[] rows)
    {
        var covered = new int[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var cell in rows[row].Children)
            {
                for (var under = 0; under < Span(cell.Attributes, "RowSpan"); under++)
                    covered[row + under] += Span(cell.Attributes, "ColSpan");
            }
        }
        return covered;
    }

    private static int Span(Entries attributes, string key) => attributes.TryGetValue(key, out var span) ? PdfFileReader.Number(span) : 1;
}
