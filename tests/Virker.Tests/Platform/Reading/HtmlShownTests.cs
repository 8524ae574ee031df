using System.Text;
using Virker.Platform;

namespace Virker.Tests.Platform;

/// <summary>Of a page is read what a reader of it sees, in the order in which it stands.</summary>
public sealed class HtmlShownTests
{
    [Theory]
    [InlineData("<p hidden>skjult</p>")]
    [InlineData("<p style='display: none'>skjult</p>")]
    [InlineData("<p style='visibility:hidden'>skjult</p>")]
    [InlineData("<p style='opacity:0'>skjult</p>")]
    [InlineData("<p style='font-size:0'>skjult</p>")]
    [InlineData("<p style='position:absolute;left:-9999px'>skjult</p>")]
    [InlineData("<p style='position:absolute;clip:rect(0 0 0 0);width:1px'>skjult</p>")]
    [InlineData("<p style='height:0;overflow:hidden'>skjult</p>")]
    [InlineData("<style>.x{display:none}</style><p class='a x'>skjult</p>")]
    [InlineData("<style>#x { visibility : hidden }</style><p id='x'>skjult</p>")]
    [InlineData("<style>aside{display:none!important}</style><aside>skjult</aside>")]
    [InlineData("<style>/* a */ @media screen { div.x p { display:none } }</style><div class='x'><p>skjult</p></div>")]
    [InlineData("<template>skjult</template>")]
    [InlineData("<noscript>skjult</noscript>")]
    [InlineData("<script>var skjult = '<p>skjult</p>';</script>")]
    [InlineData("<dialog>skjult</dialog>")]
    [InlineData("<!-- skjult -->")]
    public void What_is_not_displayed_is_not_read(string part) =>
        Lines($"<html><body><p>før</p>{part}<p>efter</p></body></html>").ShouldBe(["før", "efter"]);

    [Theory]
    [InlineData("<details><summary>Mere</summary>vist</details>")]
    [InlineData("<p aria-hidden='true'>vist</p>")]
    [InlineData("<style>@media print {.x{display:none}}</style><p class='x'>vist</p>")]
    [InlineData("<style>.x{display:none} .x.y{display:block}</style><p class='x y'>vist</p>")]
    [InlineData("<style>.x:hover{display:none}</style><p class='x'>vist</p>")]
    [InlineData("<div style='visibility:hidden'>nej<p style='visibility:visible'>vist</p></div>")]
    [InlineData("<p style='display:none;display:block'>vist</p>")]
    [InlineData("<h2><button aria-expanded='false'>vist</button></h2>")]
    public void What_is_displayed_or_opened_by_the_reader_is_read(string part)
    {
        var lines = Lines($"<html><body><p>før</p>{part}</body></html>");

        lines.ShouldContain("vist");
        lines.ShouldNotContain(l => l.Contains("nej", StringComparison.Ordinal));
    }

    [Fact]
    public void Tags_that_are_not_closed_close_one_another() =>
        Lines(
                "<html><ul><li>et<li>to</ul><p>a<p>b<table><tr><td>1<td>2<tr><td>3<td>4</table><B>fed</b> & <i>lys</i> &aelig;&oslash;&aring; 3 < 4"
            )
            .ShouldBe(["- et", "- to", "a", "b", "1\t2", "3\t4", "fed & lys æøå 3 < 4"]);

    [Fact]
    public void A_quote_that_is_never_closed_takes_no_more_than_its_tag_when_it_is_no_value() =>
        Lines("<html><body><p class=a\">et</p><p>to</p></body></html>").ShouldBe(["et", "to"]);

    [Fact]
    public void A_page_with_more_elements_than_any_document_is_refused_by_name()
    {
        var page = Encoding.UTF8.GetBytes(
            "<html><body>"
                + string.Concat(Enumerable.Repeat("<b>", 900))
                + string.Concat(Enumerable.Repeat("<i></i>", 5_000_100))
                + "</body></html>"
        );

        SourceReader.Read(page).Refusal!.Code.ShouldBe("source.too-many-elements");
    }

    private static List<string> Lines(string html) =>
        [.. SourceReader.Read(Encoding.UTF8.GetBytes(html)).Value.Lines.Where(l => !l.IsBlank).Select(l => l.Text)];
}
