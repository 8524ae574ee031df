using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class PageAccessTests
{
    [Fact]
    public async Task Nobody_signed_in_is_led_to_the_sign_in_page_and_back()
    {
        await using var web = await WebHouse.OpenAsync();
        var answer = await web.Anybody().GetAsync("/borgere");
        answer.Status.ShouldBe(302);
        answer.Location.ShouldBe("/log-ind?retur=%2Fborgere");
    }

    [Theory]
    [InlineData("/borgere", "case-worker,youth-counsellor,team-leader")]
    [InlineData("/virksomheder", "case-worker,youth-counsellor,team-leader,company-consultant")]
    public async Task A_page_is_shown_to_its_roles_and_to_no_other(string url, string allowed)
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (var role in Role.SignedIn)
        {
            var answer = await (await web.AsAsync(role)).GetAsync(url);
            answer.Status.ShouldBe(allowed.Split(',').Contains(role.Id) ? 200 : 403, $"{url} as {role.Name}");
        }
    }

    [Fact]
    public async Task A_citizen_of_the_own_team_is_shown_and_the_look_is_logged_once()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Own}");
        page.Status.ShouldBe(200);
        page.Words.ShouldContain("Alma Prøvesen");
        page.Document.QuerySelector("[data-field='citizen.address']")!.TextContent.ShouldContain("Prøvevej 14");
        (await web.CountAsync("select count(*) from access_log where use_case = 'SeeCitizen'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_citizen_of_another_team_is_shown_only_after_a_reason_and_is_marked_for_review()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        var url = $"/borgere/{web.Town.Other}";
        var led = await visitor.GetAsync(url);
        led.Status.ShouldBe(302);
        led.Text.ShouldNotContain("Bertil");
        var asked = await visitor.GetAsync(led.Location!);
        var refused = await asked.SubmitAsync("begrundelse", ("Reason", "nej"));
        refused.Status.ShouldBe(422);
        refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldEndWith("#felt-reason");
        var stated = await asked.SubmitAsync("begrundelse", ("Reason", "Jeg vikarierer for Sygedagpenge i dag"));
        stated.Location.ShouldBe(url);
        (await visitor.GetAsync(url)).Words.ShouldContain("Bertil Fremmed");
        (await web.CountAsync("select count(*) from access_log where review = 1")).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_citizen_and_an_unknown_page_look_the_same_to_one_who_may_not_ask()
    {
        await using var web = await WebHouse.OpenAsync();
        var citizen = await web.AsAsync(Role.Citizen);
        (await citizen.GetAsync($"/borgere/{web.Town.Other}")).Status.ShouldBe(403);
        (await citizen.GetAsync($"/borgere/{Guid.NewGuid():N}")).Status.ShouldBe(403);
        (await citizen.GetAsync("/findes-ikke")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_protected_address_stands_nowhere_on_the_page()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        (await visitor.GetAsync($"/borgere/{web.Town.Hidden}")).Text.ShouldNotContain("Prøvevej 23");
        var start = await visitor.GetAsync("/soeg");
        var found = await start.SubmitAsync("soeg", ("Text", "Cecilie"));
        found.Words.ShouldContain("Cecilie Beskyttet");
        found.Text.ShouldNotContain("Prøvevej 23");
    }

    /// <summary>
    /// A seal that cannot be opened shows who tries: nobody but the one who asks for the whole number.
    /// </summary>
    [Fact]
    public async Task No_page_opens_a_sealed_number_that_it_does_not_show()
    {
        await using var web = await WebHouse.OpenAsync();
        await web.CountAsync("update citizens set cpr_sealed = x'00' returning 1");
        foreach (var role in new[] { Role.CaseWorker, Role.YouthCounsellor, Role.TeamLeader })
        {
            var visitor = await web.AsAsync(role);
            string[] urls =
            [
                $"/borgere/{web.Town.Own}",
                $"/borgere/{web.Town.Own}/samtaler",
                $"/borgere/{web.Town.Own}/tidslinje",
                $"/borgere/{web.Town.Own}/notater/nyt",
                $"/borgere/{web.Town.Own}/dokumenter",
                "/i-dag",
                "/borgere",
            ];
            foreach (var url in urls)
                (await visitor.GetAsync(url)).Status.ShouldBe(200, $"{url} as {role.Name}");
        }

        var asked = await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Own}");
        (await asked.SubmitAsync("cpr")).Status.ShouldBe(500, "only this opens the seal");
        (await web.CountAsync("select count(*) from access_log where use_case = 'ShowCpr'")).ShouldBe(
            0,
            "what was not shown was not looked at"
        );
    }

    [Fact]
    public async Task A_personal_number_stands_masked_until_it_is_asked_for_and_never_in_an_address()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        var cpr = SmallTown.CprOf(new(1985, 3, 14)).Digits;
        var page = await visitor.GetAsync($"/borgere/{web.Town.Own}");
        page.Text.ShouldNotContain(cpr[6..]);
        (await page.SubmitAsync("cpr")).Words.ShouldContain($"{cpr[..6]}-{cpr[6..]}");
        (
            await web.CountAsync(
                "select count(*) from access_log where use_case = 'ShowCpr' and purpose = 'Visning af hele CPR-nummeret'"
            )
        ).ShouldBe(1, "whoever saw the whole number is told from whoever saw the page");
        var searched = await (await visitor.GetAsync("/soeg")).SubmitAsync("soeg", ("Text", cpr));
        searched.Location.ShouldBe($"/borgere/{web.Town.Own}");
    }
}
