using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

public sealed class AccountPageTests
{
    [Fact]
    public async Task The_administrator_opens_an_account_and_gives_it_a_role_that_opens_its_team()
    {
        await using var web = await WebHouse.OpenAsync();
        var admin = await web.AsAsync(Role.Administrator);
        var form = await admin.GetAsync("/brugere/ny");
        (
            await form.SubmitAsync("bruger", ("DisplayName", "Nina Ny"), ("UserName", "nina"), ("Password", "kort"))
        ).Status.ShouldBe(422);
        var made = await form.SubmitAsync(
            "bruger",
            ("DisplayName", "Nina Ny"),
            ("UserName", "nina"),
            ("Password", "en hel sætning at huske")
        );
        made.Status.ShouldBe(302, made.Words);
        var account = await admin.GetAsync(made.Location!);
        (
            await account.SubmitAsync("rolle", ("RoleId", "case-worker"), ("Team", web.Town.Sick.ToString()))
        ).Location.ShouldBe(made.Location);
        (await admin.GetAsync(made.Location!)).Words.ShouldContain("Team Sygedagpenge");

        var nina = web.Anybody();
        (
            await (await nina.GetAsync("/log-ind")).SubmitAsync(
                "adgangskode",
                ("UserName", "nina"),
                ("Password", "en hel sætning at huske")
            )
        ).Location.ShouldBe("/");
        (await nina.GetAsync("/borgere")).Words.ShouldContain("Bertil Fremmed");
    }

    [Fact]
    public async Task A_withdrawn_role_opens_nothing()
    {
        await using var web = await WebHouse.OpenAsync();
        var admin = await web.AsAsync(Role.Administrator);
        var list = await admin.GetAsync("/brugere?filter=demo-case-worker");
        var account = await admin.GetAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        var withdraw = account
            .Document.QuerySelector("input[name='_handler'][value^='fratag-']")!
            .GetAttribute("value")!;
        (await account.SubmitAsync(withdraw)).Status.ShouldBe(302);
        (
            await admin.GetAsync(account.Location ?? list.Document.QuerySelector("tbody a")!.GetAttribute("href")!)
        ).Words.ShouldContain("Ingen roller");
    }

    [Fact]
    public async Task A_changed_password_takes_over_at_once()
    {
        await using var web = await WebHouse.OpenAsync();
        var clerk = await web.AsAsync(Role.Clerk);
        var page = await clerk.GetAsync("/konto");
        (await page.SubmitAsync("skift", ("Current", "forkert"), ("New", "en helt anden sætning"))).Words.ShouldContain(
            "Den nuværende adgangskode er ikke rigtig"
        );
        (
            await page.SubmitAsync("skift", ("Current", "en lang prøvesætning"), ("New", "en helt anden sætning"))
        ).Location.ShouldBe("/konto");
        (await clerk.GetAsync("/konto")).Status.ShouldBe(200);
        (
            await (await web.Anybody().GetAsync("/log-ind")).SubmitAsync(
                "adgangskode",
                ("UserName", "demo-clerk"),
                ("Password", "en helt anden sætning")
            )
        ).Location.ShouldBe("/");
    }
}
