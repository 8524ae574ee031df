using Virker.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Virker.Platform;

namespace Virker.Tests.Platform;

public sealed class DocumentPdfTests
{
    private static readonly DateTimeOffset Day = new(2025, 11, 17, 9, 0, 0, TimeSpan.Zero);

    private static readonly Chart Benefits = new(ChartKind.Trend, "Fuldtidspersoner", new(["jan.", "feb.", "mar."],
        [new("A-dagpenge", [1210, null, 1180]), new("Kontanthjælp", [940, 930, 889])]) { Unit = "fuldtidspersoner" })
    { Target = new(889, "Mål"), CategoryHeader = "Måned" };

    private static Document Paper(params DocumentBlock[] blocks) =>
        new("Orientering om nøgletal", Day, blocks) { Author = "Eksempel Kommune", Footer = "Sagsnr. 24/1" };

    private static TaggedPdf Read(Document document) => new(document.ToPdf());

    [Fact]
    public void Every_kind_of_block_is_tagged_and_reads_in_order()
    {
        var document = Paper(
            new Heading(2, "Resumé") { Anchor = "resume" },
            new Paragraph([
                "Se ",
                new("planen") { Link = "https://eksempel.dk/plan" },
                " og ",
                new("resuméet") { Link = "#resume" },
                ": ",
                new("work first") { Language = "en" },
            ]),
            ItemList.NumberedFrom(3, "at orienteringen tages til efterretning"),
            new ItemList([new([Paragraph.Of("Ydre"), ItemList.Bulleted("indre")])]),
            new DocumentTable(
                "Ydelser",
                ["Ydelse", TableColumn.Number("2024")],
                [TableRow.Of("Dagpenge", "1.070"), TableRow.Of("I alt", "1.070")]
            )
            {
                RowHeaders = true,
            },
            new FigureBlock(Benefits, "Begge grupper falder."),
            DefinitionRows.Of(("Sagsnr.", "24/1")),
            new NoticeBlock("Lukket", ["For lukkede døre."]),
            new SignOff("Underskrifter", [new("Anna Holm", "Formand")])
        );

        var pdf = Read(document);

        PdfAccessibility.Faults(pdf).ShouldBeEmpty();
        DocumentLines.Of(pdf).ShouldBe(DocumentLines.Of(document));
        pdf.Annotations.Count.ShouldBe(2);
        pdf.Root.All.Single(element => element.Type == "Span").Entries.ShouldContainKey("Lang");
        pdf.Root.All.Count(element => element.Type == "TH").ShouldBe(2 + 2 + 3 + 3);
    }

    [Fact]
    public void What_is_wrong_with_a_paper_is_found()
    {
        var table = new DocumentTable("Ydelser", ["Ydelse", "2024"], [TableRow.Of("Dagpenge", "1.070")])
        {
            RowHeaders = true,
        };
        var bytes = Paper(
                new Heading(2, "A"),
                new FigureBlock(Benefits, "Alt"),
                table,
                Paragraph.Of(new TextRun("link") { Link = "https://eksempel.dk/" })
            )
            .ToPdf();
        void Finds(string fault, Action<TaggedPdf> damage)
        {
            var pdf = new TaggedPdf(bytes);
            damage(pdf);
            PdfAccessibility.Faults(pdf).ShouldContain(found => found.Contains(fault), fault);
        }
        static PdfElement First(TaggedPdf pdf, string type) => pdf.Root.All.First(element => element.Type == type);

        Finds("has no scope", pdf => First(pdf, "TH").Attributes.Remove("Scope"));
        Finds("no Alt", pdf => First(pdf, "Figure").Entries.Remove("Alt"));
        Finds("not equally wide", pdf => pdf.Root.All.Last(element => element.Type == "TR").Kids.RemoveAt(0));
        Finds("does not have one element", pdf => pdf.Claims.RemoveAt(3));
        Finds("not in the structure", pdf => pdf.Annotations.Clear());
        Finds("leads content", pdf => pdf.Claims[1] = (pdf.Claims[1].Page, pdf.Claims[1].Mcid, pdf.Claims[0].Element));
        Finds("heading 2 follows heading 0", pdf => pdf.Root.Kids.RemoveAt(0));
    }

    [Fact]
    public void Any_document_gives_a_paper_that_is_whole_and_says_what_the_document_says() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var document = RandomDocuments.Of(seed);
            var pdf = Read(document);
            PdfAccessibility.Faults(pdf).ShouldBeEmpty($"seed {seed}");
            DocumentLines.FirstDifference(pdf, document).ShouldBeNull($"seed {seed}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_same_document_gives_the_same_bytes_also_after_it_was_frozen()
    {
        var document = RandomDocuments.Of(7) with { Title = "Bilag" };
        document.ToPdf().ShouldBe(document.ToPdf());
        var tame = Paper(new FigureBlock(Benefits, "Alt"), Paragraph.Of("Æ"));
        Document.FromJson(tame.ToJson()).ToPdf().ShouldBe(tame.ToPdf());
    }

    [Fact]
    public void A_table_goes_on_over_pages_with_its_header_repeated_and_not_read_twice()
    {
        var rows = Enumerable.Range(1, 120).Select(i => TableRow.Of($"Række {i}", $"{i}")).ToList();
        var document = Paper(
            new DocumentTable("Lang tabel", ["Navn", TableColumn.Number("Antal")], rows) { RowHeaders = true }
        );

        var pdf = Read(document);

        pdf.Pages.Count.ShouldBeGreaterThan(2);
        pdf.Root.All.Count(element => element is { Type: "TH", Text: "Antal" }).ShouldBe(1);
        pdf.Content.Skip(1).ShouldEachBe(page => page.Artifacts.Contains("Antal"));
        DocumentLines.Of(pdf).ShouldBe(DocumentLines.Of(document));
    }

    [Fact]
    public void A_cell_taller_than_a_page_loses_no_word()
    {
        var text = string.Join(' ', Enumerable.Range(1, 3000).Select(i => $"ord{i}"));
        var document = Paper(
            new DocumentTable(
                "Bemærkninger",
                ["Punkt", "Bemærkning"],
                [new([TableCell.Of("1") with { RowSpan = 2 }, text]), TableRow.Of(text)]
            )
        );

        var pdf = Read(document);

        PdfAccessibility.Faults(pdf).ShouldBeEmpty();
        DocumentLines.Of(pdf).Count(line => line == "TD " + text).ShouldBe(2);
    }

    [Fact]
    public void Cells_over_rows_and_columns_say_so()
    {
        var table = new DocumentTable(
            "Mål",
            ["Tema", "Mål", "Værdi"],
            [
                new([TableCell.Of("Job") with { RowSpan = 2 }, "A", "1"]),
                TableRow.Of("B", "2"),
                new([TableCell.Of("Ingen") with { ColumnSpan = 3 }]),
            ]
        )
        {
            RowHeaders = true,
        };

        var cells = Read(Paper(table.Check())).Root.All.Where(element => element.Type is "TH" or "TD").ToList();

        PdfFileReader.Number(cells.Single(cell => cell.Text == "Job").Attributes["RowSpan"]).ShouldBe(2);
        PdfFileReader.Number(cells.Single(cell => cell.Text == "Ingen").Attributes["ColSpan"]).ShouldBe(3);
    }

    [Fact]
    public void Every_page_has_its_number_its_header_and_its_footer_as_artifacts()
    {
        var pdf = Read(
            Paper(
                Paragraph.Of("Et"),
                new PageBreak(),
                Paragraph.Of("To"),
                new PageBreak(),
                new PageBreak(),
                Paragraph.Of("Tre")
            )
        );

        pdf.Content.Select(page => page.Artifacts.Split('\n')).Select((lines, i) => lines.Contains($"Side {i + 1} af 3")
            && lines.Contains("Sagsnr. 24/1") && lines.Contains("Eksempel Kommune")).ShouldBe([true, true, true]);
    }

    [Fact]
    public void A_heading_never_stands_alone_at_the_foot_of_a_page()
    {
        for (var lines = 34; lines < 52; lines++)
        {
            var filler = Paragraph.Of(string.Join('\n', Enumerable.Repeat("linje", lines)));
            var pdf = Read(Paper(filler, new Heading(2, "Overskrift"), Paragraph.Of("Brødtekst")));
            pdf.Content.Single(page => page.Text.ContainsValue("Overskrift"))
                .Text.Values.ShouldContain(text => text.Contains("Brødtekst"), $"{lines} lines");
        }
    }

    [Fact]
    public void The_outline_has_every_heading_in_its_place()
    {
        var pdf = Read(Paper(new Heading(2, "A"), new Heading(3, "A1"), new Heading(2, "B")));
        var top = pdf.File.Dictionary(pdf.File.Dictionary(pdf.File.Catalog["Outlines"])["First"]);
        var first = pdf.File.Dictionary(top["First"]);

        PdfFileReader.Text(top["Title"]).ShouldBe("Orientering om nøgletal");
        PdfFileReader.Text(first["Title"]).ShouldBe("A");
        PdfFileReader.Text(pdf.File.Dictionary(first["First"])["Title"]).ShouldBe("A1");
        PdfFileReader.Text(pdf.File.Dictionary(first["Next"])["Title"]).ShouldBe("B");
    }

    [Fact]
    public void Danish_letters_stand_in_an_embedded_subset_font()
    {
        var bytes = Paper(Paragraph.Of("ÆØÅæøå §")).ToPdf();
        new TaggedPdf(bytes).Root.Text.ShouldContain("ÆØÅæøå §");
        bytes.Length.ShouldBeLessThan(60_000);
    }
}
