using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class SignInTests
{
    private const string Wrong = "passer ikke sammen";

    [Fact]
    public async Task The_right_password_opens_and_a_wrong_one_tells_nothing()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await web.Anybody().GetAsync("/log-ind");
        var unknown = await page.SubmitAsync(
            "adgangskode",
            ("UserName", "findes-ikke"),
            ("Password", "en lang prøvesætning")
        );
        var wrong = await page.SubmitAsync(
            "adgangskode",
            ("UserName", "demo-case-worker"),
            ("Password", "forkert adgangskode")
        );
        unknown.Status.ShouldBe(422);
        unknown
            .Document.QuerySelector(".error-summary")!
            .TextContent.ShouldBe(wrong.Document.QuerySelector(".error-summary")!.TextContent);
        unknown.Words.ShouldContain(Wrong);
        (
            await page.SubmitAsync(
                "adgangskode",
                ("UserName", "Demo-Case-Worker"),
                ("Password", "en lang prøvesætning")
            )
        ).Location.ShouldBe("/");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await web.Anybody().GetAsync("/log-ind");
        for (var i = 0; i < 5; i++)
            (
                await page.SubmitAsync("adgangskode", ("UserName", "demo-clerk"), ("Password", $"forkert {i}"))
            ).Words.ShouldContain(Wrong);
        (
            await page.SubmitAsync("adgangskode", ("UserName", "demo-clerk"), ("Password", "en lang prøvesætning"))
        ).Words.ShouldContain(Wrong);
        (await web.CountAsync("select count(*) from accounts where locked_until is not null")).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_opens_nothing_at_another_host()
    {
        await using var web = await WebHouse.OpenAsync();
        (await web.Anybody("fremmed.test").GetAsync("/log-ind")).Status.ShouldBe(421);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_dead_after_sign_out()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        var page = await visitor.GetAsync("/borgere");
        var copy = page.Response.RequestMessage!.Headers.GetValues("Cookie").Single();
        var token = page
            .Document.QuerySelector("form[action='/log-ud'] input[name='_formular']")!
            .GetAttribute("value")!;
        (await visitor.PostAsync("/log-ud", [new("_formular", token)])).Status.ShouldBe(302);
        var thief = web.Anybody();
        thief.Client.DefaultRequestHeaders.Add("Cookie", copy);
        (await thief.GetAsync("/borgere")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_closed_account_opens_nothing_within_a_minute()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        (await visitor.GetAsync("/borgere")).Status.ShouldBe(200);
        await using (var scope = web.Scope(Actor.System))
        {
            var account = await scope
                .ServiceProvider.GetRequiredService<IAccounts>()
                .FindByUserNameAsync("demo-case-worker");
            (
                await scope
                    .ServiceProvider.GetRequiredService<IUseCase<CloseAccount, Done>>()
                    .RunAsync(new(account!.Id))
            ).Refusal.ShouldBeNull();
        }

        web.Clock.Advance(TimeSpan.FromSeconds(60));
        (await visitor.GetAsync("/borgere")).Status.ShouldBe(302);
    }

    [Theory]
    [InlineData("//ond.example/")]
    [InlineData("https://ond.example/")]
    [InlineData("/\\ond.example")]
    public async Task The_return_address_never_leads_out_of_the_site(string address)
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await web.Anybody().GetAsync($"/log-ind?retur={Uri.EscapeDataString(address)}");
        (
            await page.SubmitAsync("adgangskode", ("UserName", "demo-clerk"), ("Password", "en lang prøvesætning"))
        ).Location.ShouldBe("/");
    }
}
