using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// The pages of case work over HTTP: who may not, what a plain form does without script, and what a phone's browser
/// gets.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class CaseworkPageTests
{
    private const string CaseRoles = "case-worker,youth-counsellor,team-leader";

    [Fact]
    public async Task Case_work_is_shown_to_its_roles_and_to_no_other()
    {
        await using var web = await WebHouse.OpenAsync();
        string[] pages =
        [
            "/i-dag",
            "/tider",
            "/tider/fravaer",
            $"/i-dag/team/{web.Town.Job}",
            $"/borgere/{web.Town.Own}/samtaler/book",
            $"/borgere/{web.Town.Own}/samtaler/{web.Town.Meeting}",
            $"/borgere/{web.Town.Own}/samtaler/{web.Town.Meeting}/flyt",
        ];
        foreach (var role in Role.SignedIn)
        {
            var visitor = await web.AsAsync(role);
            foreach (var page in pages)
                (await visitor.GetAsync(page)).Status.ShouldBe(
                    CaseRoles.Split(',').Contains(role.Id) ? 200 : 403,
                    $"{page} as {role.Name}"
                );
        }
    }

    [Fact]
    public async Task Another_teams_citizen_is_not_booked_without_a_reason()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        var led = await visitor.GetAsync($"/borgere/{web.Town.Other}/samtaler/book");
        (led.Status, led.Location!.Contains("/begrundelse")).ShouldBe((302, true));
        (await visitor.GetAsync($"/borgere/{web.Town.Other}/samtaler/{web.Town.Meeting}")).Status.ShouldBe(302);
        (await visitor.GetAsync($"/borgere/{web.Town.Hidden}/samtaler/{web.Town.Meeting}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_conversation_is_booked_held_and_the_next_one_booked_by_plain_forms()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        var citizen = $"/borgere/{web.Town.Own}";
        var opened = await (await visitor.GetAsync("/tider")).SubmitAsync(
            "aabn",
            ("From", "03-01-2024"),
            ("To", "31-01-2024"),
            ("Days", "wednesday"),
            ("First", "9.00"),
            ("Last", "12.00")
        );
        opened.Location.ShouldBe("/tider?aabnet=20");
        web.Clock.Advance(TimeSpan.FromDays(2));
        visitor = await web.AsAsync(Role.CaseWorker);
        var page = await visitor.GetAsync($"{citizen}/samtaler/{web.Town.Meeting}");
        page.Words.ShouldContain("Sidst talte I sammen");
        var slot = page.Document.QuerySelector("input[name='Sent.Next']")!.GetAttribute("value")!;
        slot.ShouldStartWith("2024-01-");

        var draft = await page.SubmitAsync(
            "samtale",
            ("Sent.Note", "Halvt skrevet"),
            ("Sent.Channel", "telefon"),
            ("Sent.Next", slot),
            ("Draft", "true")
        );
        draft.Status.ShouldBe(302);
        var again = await visitor.GetAsync($"{citizen}/samtaler/{web.Town.Meeting}");
        again.Status.ShouldBe(200, again.Words);
        again.Document.QuerySelector("textarea[name='Sent.Note']")!.TextContent.Trim().ShouldBe("Halvt skrevet");

        var stopped = await again.SubmitAsync(
            "samtale",
            ("Sent.Note", "Har fået en diagnose."),
            ("Sent.Channel", "telefon"),
            ("Sent.Next", slot),
            ("Sent.Share", "true")
        );
        stopped.Status.ShouldBe(422);
        stopped.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldEndWith("#felt-sent-note");
        stopped.Document.QuerySelector("input[name='Sent.ShareAllTheSame']").ShouldNotBeNull();

        var held = await again.SubmitAsync(
            "samtale",
            ("Sent.Note", "Alma søger på et bageri."),
            ("Sent.Channel", "telefon"),
            ("Sent.Next", slot),
            ("Sent.Steps[0].Title", "Ringe til bageriet"),
            ("Sent.Steps[0].To", "19-01-2024")
        );
        held.Location.ShouldBe(citizen);
        (await web.CountAsync("select count(*) from meetings where status = 'afholdt'")).ShouldBe(2);
        (await web.CountAsync("select count(*) from meetings where status = 'planlagt'")).ShouldBe(1);
        (
            await web.CountAsync(
                "select count(*) from my_plan_steps where agreed_at is not null and to_day = '2024-01-19'"
            )
        ).ShouldBe(1);
        (await visitor.GetAsync(citizen)).Words.ShouldContain("Alma søger på et bageri.");
    }

    [Fact]
    public async Task Who_stayed_away_is_registered_by_a_plain_form()
    {
        await using var web = await WebHouse.OpenAsync();
        web.Clock.Advance(TimeSpan.FromDays(3));
        var visitor = await web.AsAsync(Role.CaseWorker);
        var page = await visitor.GetAsync($"/borgere/{web.Town.Own}/samtaler/{web.Town.Meeting}");
        (await page.SubmitAsync("blev-ikke-til", ("To", "udeblevet"), ("Reason", ""))).Status.ShouldBe(422);
        (await page.SubmitAsync("blev-ikke-til", ("To", "udeblevet"), ("Reason", "Mødte ikke"))).Status.ShouldBe(302);
        (await visitor.GetAsync("/i-dag")).Words.ShouldContain("Udeblev");
    }

    [Fact]
    public async Task The_list_of_the_day_leads_to_what_is_to_be_done_and_its_file_is_its_filter()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        var list = await visitor.GetAsync("/i-dag?grund=intet-naeste-skridt");
        list.Words.ShouldContain("Cecilie Beskyttet");
        list.Words.ShouldNotContain("Alma Prøvesen");
        list.Document.QuerySelector("a.act")!
            .GetAttribute("href")
            .ShouldBe($"/borgere/{web.Town.Hidden}/samtaler/book");
        var file = await visitor.GetAsync("/i-dag?grund=intet-naeste-skridt&udtraek=i-dag");
        file.Text.ShouldContain("Cecilie Beskyttet");
        file.Text.ShouldNotContain("Alma Prøvesen");
        file.Text.ShouldNotContain("Prøvevej 23");
        var columns = await visitor.GetAsync("/i-dag?kol=tolk");
        columns.Document.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()).ShouldContain("Tolk");
        var saved = await columns.SubmitAsync("gem-visning", ("Name", "Med tolk"));
        saved.Location.ShouldBe("/i-dag?kol=tolk");
        (await visitor.GetAsync("/i-dag"))
            .Document.QuerySelectorAll("a")
            .ShouldContain(a => a.GetAttribute("href") == "/i-dag?kol=tolk" && a.TextContent == "Med tolk");
    }
}
