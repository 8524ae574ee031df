using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class FigurePageTests
{
    [Theory]
    [InlineData(
        "/noegletal",
        "case-worker,company-consultant,youth-counsellor,team-leader,controller,clerk,administrator,politician"
    )]
    [InlineData(
        "/noegletal/alle",
        "case-worker,company-consultant,youth-counsellor,team-leader,controller,clerk,administrator,politician"
    )]
    [InlineData(
        "/noegletal/benchmark",
        "case-worker,company-consultant,youth-counsellor,team-leader,controller,clerk,administrator,politician"
    )]
    [InlineData("/noegletal/indlaes", "controller")]
    public async Task A_page_of_figures_is_shown_to_its_roles_and_to_no_other(string url, string allowed)
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (var role in Role.SignedIn)
            (await (await web.AsAsync(role)).GetAsync(url)).Status.ShouldBe(
                allowed.Split(',').Contains(role.Id) ? 200 : 403,
                $"{url} as {role.Name}"
            );
    }

    [Fact]
    public async Task The_cases_behind_a_figure_are_closed_to_a_politician_and_a_figure_that_is_not_there_is_not_found()
    {
        await using var web = await WebHouse.OpenAsync();
        var politician = await web.AsAsync(Role.Politician);
        (await politician.GetAsync("/noegletal/kontanthjaelp.over-2-aar/sager")).Status.ShouldBe(403);
        (await politician.GetAsync("/noegletal/findes.ikke")).Status.ShouldBe(404);
        (await web.Anybody().GetAsync("/noegletal")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Choices_that_do_not_exist_are_answered_and_do_not_break()
    {
        await using var web = await WebHouse.OpenAsync();
        var leader = await web.AsAsync(Role.TeamLeader);
        foreach (
            var query in new[] { "?opdeling=x", "?gruppe=x", "?gruppe=sex:x:y", "?maaneder=100000", "?maaneder=abc" }
        )
            (await leader.GetAsync($"/noegletal/kontanthjaelp.over-2-aar{query}")).Status.ShouldBeLessThan(500, query);
        (
            await leader.GetAsync("/noegletal/kontanthjaelp.over-2-aar/hvorfor?fra=2099-99&til=x")
        ).Status.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_chart_is_told_in_words_and_taken_along_as_a_picture_and_as_numbers()
    {
        await using var web = await WebHouse.OpenAsync(also: new Targets.SampleFacts(new(2023, 12, 31)).Into);
        var politician = await web.AsAsync(Role.Politician);
        const string Figure = "/noegletal/kontanthjaelp.aktivitetsparat.loennede-timer";
        var page = await politician.GetAsync(Figure);
        var drawings = page.Document.QuerySelectorAll("figure.chart-figure svg.chart-svg").ToList();
        drawings.Count.ShouldBe(3, "one for a broad page, one for a phone, and one between");
        drawings.ShouldEachBe(d =>
            d.QuerySelector("title")!.TextContent.Length > 5
            && d.QuerySelector("desc")!.TextContent.Contains("20,0 pct.")
        );
        page.Document.QuerySelector(".chart-source")!
            .TextContent.ShouldContain("Definition kontanthjaelp.aktivitetsparat.loennede-timer");
        foreach (
            var link in page.Document.QuerySelectorAll(".chart .table-files a").Select(a => a.GetAttribute("href")!)
        )
            (await politician.GetAsync(link)).Status.ShouldBe(200, link);
        var picture = await politician.GetAsync($"{Figure}?udtraek=figur&som=svg");
        picture.Text.ShouldStartWith("<svg");
        picture.Text.ShouldContain("Kilde:");
        (await politician.GetAsync($"{Figure}?udtraek=figur")).Text.ShouldContain(
            "december 2023".Replace("ember", ".", StringComparison.Ordinal)
        );
    }

    /// <summary>Every page with a chart of figures or of the law, with the files of each of its charts.</summary>
    [Theory]
    [InlineData("/noegletal/kontanthjaelp.aktivitetsparat.helaarspersoner/sammenlign?a=sex%3Amand&b=sex%3Akvinde")]
    [InlineData("/noegletal/kontanthjaelp.aktivitetsparat.helaarspersoner/hvorfor")]
    [InlineData("/noegletal/kontanthjaelp.aktivitetsparat.helaarspersoner?opdeling=age")]
    [InlineData("/regler/benefit.max")]
    public async Task Each_chart_has_its_words_its_source_a_picture_and_its_numbers(string page)
    {
        await using var web = await WebHouse.OpenAsync(also: new Targets.SampleFacts(new(2023, 12, 31)).Into);
        var controller = await web.AsAsync(Role.Controller);
        var charts = (await controller.GetAsync(page)).Document.QuerySelectorAll("figure.chart-figure").ToList();
        charts.ShouldNotBeEmpty();
        (await controller.GetAsync(page))
            .Document.QuerySelectorAll("svg.chart-svg:not(.chart-sparkline)")
            .ShouldEachBe(d => d.Closest("figure.chart-figure") != null);
        foreach (var chart in charts)
        {
            chart.QuerySelector("desc")!.TextContent.ShouldContain("Tallene står i tabellen");
            chart.QuerySelector(".chart-source")!.TextContent.ShouldNotContain("..");
            var files = chart.QuerySelectorAll(".table-files a").Select(a => a.GetAttribute("href")!).ToList();
            files.Count.ShouldBe(2);
            (await controller.GetAsync(files[0])).Text.ShouldStartWith("<svg");
            (await controller.GetAsync(files[1])).Text.ShouldContain(";");
        }
    }

    [Theory]
    [InlineData("?maaned=2031-05", "Der er intet tal for måneden »2031-05«.")]
    [InlineData("?maaned=vrøvl", "Der er intet tal for måneden »vrøvl«.")]
    [InlineData("?opdeling=hårfarve", "kan ikke deles op efter »hårfarve«")]
    [InlineData("?maaneder=999", "Siden viser 25.")]
    [InlineData("/sammenlign?a=sex%3Ainteger&b=", "Gruppen »sex:integer« findes ikke")]
    [InlineData("/sammenlign?a=&a-maaned=1999-01", "Der er intet tal for måneden »1999-01«.")]
    [InlineData("/hvorfor?til=2031-05", "Der er intet tal for måneden »2031-05«.")]
    public async Task What_an_address_asks_for_and_is_not_there_is_said(string rest, string sentence)
    {
        await using var web = await WebHouse.OpenAsync(also: new Targets.SampleFacts(new(2023, 12, 31)).Into);
        var page = await (await web.AsAsync(Role.Controller)).GetAsync(
            "/noegletal/kontanthjaelp.aktivitetsparat.helaarspersoner" + rest
        );
        page.Document.QuerySelector("main")!.TextContent.ShouldContain(sentence);
    }
}
