using AngleSharp.Html.Parser;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class DocumentHtmlTests
{
    private const string Hostile = "<script>alert(1)</script>\" onload='x' & <img src=x onerror=y>\0\u202E";

    private static readonly DateTimeOffset Day = new(2025, 11, 17, 9, 0, 0, TimeSpan.Zero);

    private static AngleSharp.Dom.IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    [Fact]
    public void The_title_is_the_first_heading_and_no_level_is_skipped()
    {
        var page = Parse(
            new Document(
                "Nøgletal",
                Day,
                [new Heading(2, "Ledighed"), new Heading(4, "Unge"), new Heading(1, "Bilag")]
            ).ToHtml(2)
        );

        page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => $"{h.LocalName} {h.TextContent}")
            .ShouldBe(["h2 Nøgletal", "h3 Ledighed", "h4 Unge", "h2 Bilag"]);
    }

    [Fact]
    public void A_title_that_is_already_the_first_heading_is_not_printed_twice() =>
        Parse(new Document("Referat", Day, [new Heading(1, "Referat af mødet")]).ToHtml())
            .QuerySelectorAll("h1")
            .Length.ShouldBe(1);

    [Fact]
    public void Every_header_cell_of_a_table_has_a_scope_and_numbers_are_marked()
    {
        var table = new DocumentTable("Ydelser", ["Ydelse", TableColumn.Number("2024"), TableColumn.Number("2025")],
            [TableRow.Of("A-dagpenge", "1.234", "1.200"), TableRow.Of("Kontanthjælp", "889")])
        { RowHeaders = true, Groups = [new("", 1), new("Fuldtidspersoner", 2)] };

        var page = Parse(new Document("T", Day, [table]).ToHtml());

        page.QuerySelector("caption")!.TextContent.ShouldBe("Ydelser");
        page.QuerySelectorAll("th")
            .Select(th => th.GetAttribute("scope"))
            .ShouldBe(["colgroup", "col", "col", "col", "row", "row"]);
        page.QuerySelectorAll("tbody tr").ShouldEachBe(row => row.Children.Length == 3);
        page.QuerySelectorAll("td.doc-number").Select(td => td.TextContent).ShouldBe(["1.234", "1.200", "889", ""]);
    }

    [Fact]
    public void Hostile_text_is_shown_and_never_obeyed_wherever_it_stands()
    {
        var run = new TextRun(Hostile) { Bold = true, Link = "javascript:alert(1)", Language = Hostile };
        var chart = new Chart(ChartKind.Trend, Hostile, new([Hostile], [new(Hostile, [1])]) { Unit = Hostile });
        var document = new Document(
            Hostile,
            Day,
            [
                new Heading(1, Hostile) { Anchor = Hostile },
                new Paragraph([run]),
                ItemList.Bulleted(Hostile),
                new DocumentTable(Hostile, [Hostile], [TableRow.Of(Hostile)]) { Note = Hostile, RowHeaders = true },
                new FigureBlock(chart, Hostile) { Caption = Hostile },
                DefinitionRows.Of((Hostile, Hostile)),
                new SignOff(Hostile, [new(Hostile, Hostile) { Signed = Hostile }]),
                new NoticeBlock(Hostile, [run]),
                new PageBreak(),
            ]
        )
        {
            Subject = Hostile,
            Author = Hostile,
            Header = Hostile,
            Footer = Hostile,
            Language = Hostile,
        };

        var page = Parse(document.ToHtmlPage(Hostile));

        page.QuerySelectorAll("script, img, a, style").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes)
            .ShouldEachBe(attribute => !attribute.Name.StartsWith("on") && attribute.Name != "style");
        page.QuerySelector("h1")!
            .TextContent.ShouldBe("<script>alert(1)</script>\" onload='x' & <img src=x onerror=y>");
    }

    [Theory]
    [InlineData("https://eksempel.dk/a?b=1", true)]
    [InlineData("/moeder/1", true)]
    [InlineData("#bilag", true)]
    [InlineData("mailto:udvalg@eksempel.dk", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//fremmed.dk/x", false)]
    [InlineData("/\\fremmed.dk/x", false)]
    [InlineData("noget andet", false)]
    public void Only_links_that_are_safe_become_links(string address, bool link)
    {
        var html = new Document("T", Day, [Paragraph.Of(new TextRun("her") { Link = address })]).ToHtml();
        Parse(html).QuerySelectorAll("a").Length.ShouldBe(link ? 1 : 0);
    }

    [Fact]
    public void A_frozen_document_reads_back_and_renders_the_same()
    {
        var chart = new Chart(ChartKind.Bar, "Mål", new(["Mål 1"], [new("Værdi", [1.5, null])]) { Decimals = 1 })
        {
            Target = new(2, "Loft"),
        };
        var document = new Document(
            "Bilag",
            Day,
            [
                new Heading(2, "Mål") { Anchor = "maal" },
                Paragraph.Of("Fed ", new TextRun("tekst") { Bold = true }),
                ItemList.NumberedFrom(0, "a", "b"),
                new FigureBlock(chart, "Alt"),
                new PageBreak(),
            ]
        )
        {
            Footer = "Udvalget",
        };

        var again = Document.FromJson(document.ToJson());

        again.ToHtmlPage().ShouldBe(document.ToHtmlPage());
        again.ToJson().ShouldBe(document.ToJson());
    }

    /// <summary>What was frozen when there were more kinds of chart is still read.</summary>
    [Theory]
    [InlineData("line", ChartKind.Trend)]
    [InlineData("stackedBar", ChartKind.Bar)]
    [InlineData("valueAgainstTarget", ChartKind.Bar)]
    public void A_chart_that_was_frozen_as_a_kind_of_before_reads_as_one_of_now(string written, ChartKind kind)
    {
        var json = new Document("T", Day, [new FigureBlock(new(ChartKind.Trend, "Mål", new(["2023", "2024"],
            [new("Værdi", [1, 2])])), "Alt")]).ToJson();
        var read = Document.FromJson(json.Replace("\"kind\":\"trend\"", $"\"kind\":\"{written}\"",
            StringComparison.Ordinal));
        ((FigureBlock)read.Blocks[0]).Chart.Kind.ShouldBe(kind);
        json.ShouldContain("\"kind\":\"trend\"");
    }

    [Fact]
    public void A_row_that_does_not_fit_its_table_is_a_bug_and_throws() =>
        Should.Throw<InvalidOperationException>(() =>
            new DocumentTable("T", ["A", "B"], [TableRow.Of("1", "2", "3")]).Check()
        );

    [Theory]
    [InlineData(1234.5, 1, "1.234,5")]
    [InlineData(-1234567, 0, "\u22121.234.567")]
    [InlineData(-0.4, 0, "0")]
    [InlineData(double.NaN, 0, "–")]
    [InlineData(0.125, 2, "0,13")]
    public void Numbers_are_written_as_in_a_Danish_paper(double value, int decimals, string text) =>
        Danish.Number(value, decimals).ShouldBe(text);
}
