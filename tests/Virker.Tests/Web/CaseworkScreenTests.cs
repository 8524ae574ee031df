using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// What a case worker meets on the screen: that something was done, what went wrong and that nothing typed is lost. One
/// town for all of them; each test takes its own matter in it.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class CaseworkScreenTests(CaseworkScreenTests.OneTown town) : IClassFixture<CaseworkScreenTests.OneTown>
{
    private WebHouse Web => town.Web;

    private string Own => $"/borgere/{Web.Town.Own}";

    [Fact]
    public async Task What_was_done_is_told_on_the_next_page_and_only_there()
    {
        var visitor = await Web.AsAsync(Role.CaseWorker);
        await (await visitor.GetAsync($"{Own}/notater/nyt")).SubmitAsync(
            "notat",
            ("Title", "Opkald"),
            ("Text", "Alma ringede.")
        );
        (await visitor.GetAsync(Own))
            .Document.QuerySelector("[role=status]")!
            .TextContent.ShouldContain("Notatet er gemt.");
        (await visitor.GetAsync(Own)).Document.QuerySelector("[role=status]").ShouldBeNull();
    }

    [Fact]
    public async Task A_receipt_that_the_house_did_not_make_is_not_told()
    {
        var visitor = await Web.AsAsync(Role.CaseWorker);
        visitor.Client.DefaultRequestHeaders.Add("Cookie", "virker-kvittering=CfDJ8Opdigtet");
        (await visitor.GetAsync("/privatliv")).Document.QuerySelector("[role=status]").ShouldBeNull();
    }

    [Fact]
    public async Task A_hand_over_to_nobody_is_refused_at_its_field_and_keeps_what_is_typed()
    {
        var visitor = await Web.AsAsync(Role.CaseWorker);
        var refused = await (await visitor.GetAsync($"{Own}/overdrag")).SubmitAsync(
            "overdrag",
            ("Worker", ""),
            ("Reason", "Nyt speciale"),
            ("Handover", "Har brug for ro.")
        );
        refused.Status.ShouldBe(422);
        refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldEndWith("#felt-worker");
        refused.Document.QuerySelector("#felt-handover")!.TextContent.ShouldBe("Har brug for ro.");
    }

    [Theory]
    [InlineData("/tid/findesikke", "tid", "Kontakt kommunen, så finder vi en tid")]
    [InlineData("/ledig-tid/findesikke", "tilbud", "Du beholder den tid, du har.")]
    public async Task A_link_that_is_closed_says_so_where_it_was_opened(string link, string form, string says)
    {
        var refused = await (await Web.Anybody().GetAsync(link)).SubmitAsync(form, ("Birthday", "14-03-1985"));
        refused.Status.ShouldBe(422);
        refused.Words.ShouldContain(says);
    }

    [Fact]
    public async Task A_case_that_rests_is_taken_up_again_from_its_page()
    {
        var visitor = await Web.AsAsync(Role.CaseWorker);
        var hidden = $"/borgere/{Web.Town.Hidden}";
        (
            await (await visitor.GetAsync(hidden)).SubmitAsync(
                "hvil",
                ("HoldReason", "barsel"),
                ("Until", "01-02-2024")
            )
        ).Location.ShouldBe(hidden);
        (await visitor.GetAsync("/i-dag?hviler=ja")).Words.ShouldContain("Cecilie Beskyttet");
        (await (await visitor.GetAsync(hidden)).SubmitAsync("hent-frem")).Location.ShouldBe(hidden);
        (await visitor.GetAsync("/i-dag?hviler=ja")).Words.ShouldNotContain("Cecilie Beskyttet");
    }

    [Fact]
    public async Task A_saved_view_is_deleted_where_it_stands()
    {
        var visitor = await Web.AsAsync(Role.CaseWorker);
        await (await visitor.GetAsync("/i-dag?farve=gul")).SubmitAsync("gem-visning", ("Name", "De gule"));
        var list = await visitor.GetAsync("/i-dag");
        list.Words.ShouldContain("De gule");
        var delete = list
            .Document.QuerySelectorAll("input[name='_handler']")
            .Select(i => i.GetAttribute("value")!)
            .First(v => v.StartsWith("slet-", StringComparison.Ordinal));
        await list.SubmitAsync(delete);
        (await visitor.GetAsync("/i-dag")).Words.ShouldNotContain("De gule");
    }

    [Fact]
    public async Task Rows_that_cannot_be_received_stay_to_be_mended_and_the_others_are_received()
    {
        var visitor = await Web.AsAsync(Role.CaseWorker);
        var cpr = SmallTown.CprOf(new(1972, 7, 2)).Digits;
        var page = await visitor.GetAsync("/henvendelser/fil");
        var read = await page.SubmitAsync("fil", ("Text", $"{cpr}; 6; Syg\nikke et nummer; 6; Syg"));
        read.Words.ShouldContain("1 række er klar, 1 kan ikke modtages endnu.");
        var taken = await page.SubmitAsync("fil", ("Text", $"{cpr}; 6; Syg\nikke et nummer; 6; Syg"), ("Go", "true"));
        taken.Words.ShouldContain("1 henvendelse er modtaget");
        taken.Document.QuerySelector("#felt-text")!.TextContent.ShouldBe("ikke et nummer; 6; Syg");
        (await Web.CountAsync("select count(*) from applications")).ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_nobody_is_signed_in_for_is_not_taken_for_saved()
    {
        var meeting = $"{Own}/samtaler/{Web.Town.Meeting}";
        (await Web.Anybody().PostAsync(meeting, [new("Draft", "true")])).Status.ShouldBe(
            302,
            "a page is led to the sign-in"
        );
        var script = Web.Anybody();
        script.Client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");
        (await script.PostAsync(meeting, [new("Draft", "true")])).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Who_has_no_citizens_is_led_to_the_teams()
    {
        var leader = await (await Web.AsAsync(Role.TeamLeader)).GetAsync("/i-dag");
        leader.Words.ShouldContain("Du har ingen borgere selv");
        leader
            .Document.QuerySelectorAll("main .empty a")
            .Select(a => a.GetAttribute("href"))
            .ShouldContain($"/i-dag/team/{Web.Town.Job}");
    }

    [Fact]
    public async Task A_time_on_a_day_that_the_office_is_closed_is_not_offered()
    {
        var (worker, leader) = (await Web.AsAsync(Role.CaseWorker), await Web.AsAsync(Role.TeamLeader));
        foreach (var day in new[] { ("wednesday", "10-01-2024"), ("thursday", "11-01-2024") })
            (
                await (await worker.GetAsync("/tider")).SubmitAsync(
                    "aabn",
                    ("From", day.Item2),
                    ("To", day.Item2),
                    ("Days", day.Item1),
                    ("First", "9.00"),
                    ("Last", "12.00")
                )
            ).Status.ShouldBe(302);
        (await OfferedDaysAsync(worker)).ShouldBe(["2024-01-10", "2024-01-11"]);
        (
            await (await leader.GetAsync("/kommunens-valg")).SubmitAsync(
                "lukkedag",
                ("Day", "10-01-2024"),
                ("Why", "Temadag")
            )
        ).Status.ShouldBe(200);
        (await OfferedDaysAsync(worker)).ShouldBe(["2024-01-11"]);
    }

    private async Task<IEnumerable<string>> OfferedDaysAsync(Visitor worker) =>
        (await worker.GetAsync($"{Own}/samtaler/book"))
            .Document.QuerySelectorAll("input[name=At]")
            .Select(i => i.GetAttribute("value")!)
            .Where(v => v.Contains('/'))
            .Select(v => v[..10])
            .Distinct();

    /// <summary>The town that the class shares.</summary>
    public sealed class OneTown : IAsyncLifetime
    {
        internal WebHouse Web { get; private set; } = null!;

        public async Task InitializeAsync() => Web = await WebHouse.OpenAsync();

        public async Task DisposeAsync() => await Web.DisposeAsync();
    }
}
