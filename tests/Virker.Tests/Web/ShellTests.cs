using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Web;

public sealed class ShellTests
{
    [Theory]
    [InlineData("/log-ind")]
    [InlineData("/findes-ikke")]
    [InlineData("/sund")]
    public async Task Every_answer_carries_the_walls_in_its_headers(string url)
    {
        await using var web = await WebHouse.OpenAsync();
        var headers = (await web.Anybody().GetAsync(url)).Response.Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
    }

    [Fact]
    public async Task The_search_offers_what_the_one_who_searches_can_find()
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (
            var (role, words) in new[]
            {
                (Role.CaseWorker, "Søg borgere, virksomheder"),
                (Role.Clerk, "Søg udvalgssager, biblioteket"),
            }
        )
            (await (await web.AsAsync(role)).GetAsync("/"))
                .Document.QuerySelector("#find")!
                .GetAttribute("placeholder")
                .ShouldBe(words);
    }

    [Theory]
    [InlineData("case-worker", "/regler")]
    [InlineData("case-worker", "/regler/aendringer")]
    [InlineData("administrator", "/brugere")]
    public async Task A_list_of_words_stands_as_cards_on_a_phone(string role, string url)
    {
        await using var web = await WebHouse.OpenAsync();
        var cells = (
            await (await web.AsAsync(Role.SignedIn.Single(r => r.Id == role))).GetAsync(url)
        ).Document.QuerySelectorAll("main table tbody td");
        cells.Length.ShouldBeGreaterThan(3);
        cells
            .Where(c => c.TextContent.Trim().Length > 0 && c.GetAttribute("data-label") is null)
            .Select(c => c.TextContent)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signed_in_page_is_kept_nowhere()
    {
        await using var web = await WebHouse.OpenAsync();
        (await (await web.AsAsync(Role.CaseWorker)).GetAsync("/borgere"))
            .Response.Headers.CacheControl!.ToString()
            .ShouldBe("no-store");
    }

    [Fact]
    public async Task The_site_says_when_it_is_up_and_when_its_databases_are()
    {
        await using var web = await WebHouse.OpenAsync();
        (await web.Anybody("hvor-som-helst.test").GetAsync("/sund")).Text.ShouldBe("sund");
        (await web.Anybody("hvor-som-helst.test").GetAsync("/klar")).Text.ShouldBe("klar");
    }

    [Fact]
    public async Task A_table_can_be_had_as_a_file_by_the_one_who_may_see_the_page()
    {
        await using var web = await WebHouse.OpenAsync();
        var file = await (await web.AsAsync(Role.CaseWorker)).GetAsync("/borgere?udtraek=sager");
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        file.Text.Split('\n')[0].ShouldContain("\"Navn\";\"Født\";\"Ydelse\"");
        file.Text.ShouldContain("Alma Prøvesen");
        (await web.CountAsync("select count(*) from access_log where use_case = 'SeeCaseload'")).ShouldBe(2);
        (
            await (await web.AsAsync(Role.CaseWorker)).GetAsync("/borgere?udtraek=sager&som=xlsx")
        ).Response.Content.Headers.ContentType!.MediaType.ShouldBe(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        );
        (await (await web.AsAsync(Role.Citizen)).GetAsync("/borgere?udtraek=sager")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Guessing_at_the_sign_in_page_is_slowed_down()
    {
        await using var web = await WebHouse.OpenAsync(new Dictionary<string, string?>());
        var visitor = web.Anybody();
        var answers = new List<int>();
        for (var i = 0; i < 80; i++) answers.Add((await visitor.GetAsync("/log-ind")).Status);
        answers.Count(status => status == 200).ShouldBe(60);
        answers.Last().ShouldBe(429);
    }

    [Theory]
    [InlineData("140385-1234", "[cpr]")]
    [InlineData("se 1403851234 nu", "se [cpr] nu")]
    [InlineData("/borgere?q=140385%201234", "/borgere?q=[cpr]")]
    [InlineData("løbenummer 9903851234", "løbenummer 9903851234")]
    [InlineData("12345678901", "12345678901")]
    public void Whatever_looks_like_a_personal_number_is_taken_out_of_the_logs(string line, string clean) =>
        Scrubber.Clean(line).ShouldBe(clean);
}
