using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class OversightTests
{
    [Theory]
    [InlineData("/tilsyn/opslag", "data-protection-officer")]
    [InlineData("/tilsyn/gennemgang", "data-protection-officer")]
    [InlineData("/tilsyn/aendringer", "data-protection-officer")]
    [InlineData("/brugere", "administrator")]
    [InlineData("/brugere/ny", "administrator")]
    [InlineData("/min-sag", "citizen")]
    [InlineData("/min-sag/opslag", "citizen")]
    [InlineData("/min-virksomhed", "company")]
    public async Task A_page_is_shown_to_its_role_and_to_no_other(string url, string allowed)
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (var role in Role.SignedIn)
            (await (await web.AsAsync(role)).GetAsync(url)).Status.ShouldBe(role.Id == allowed ? 200 : 403, $"{url} as {role.Name}");
    }

    [Fact]
    public async Task Every_role_has_a_start_page_and_a_way_out()
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (var role in Role.SignedIn)
        {
            var page = await (await web.AsAsync(role)).GetAsync("/");
            page.Status.ShouldBe(200, role.Name);
            page.Document.QuerySelector("form[action='/log-ud'] button").ShouldNotBeNull(role.Name);
        }
    }

    [Fact]
    public async Task A_look_with_a_reason_waits_until_the_officer_has_gone_through_it()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        var url = $"/borgere/{web.Town.Other}";
        await (await worker.GetAsync((await worker.GetAsync(url)).Location!)).SubmitAsync("begrundelse", ("Reason", "Jeg vikarierer for en kollega"));
        await worker.GetAsync(url);

        var officer = await web.AsAsync(Role.DataProtectionOfficer);
        var list = await officer.GetAsync("/tilsyn/gennemgang");
        list.Words.ShouldContain("Jeg vikarierer for en kollega");
        var look = await officer.GetAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        (await look.SubmitAsync("gennemgang")).Status.ShouldBe(422);
        (await look.SubmitAsync("gennemgang", ("InOrder", "nej"))).Words.ShouldContain("Skriv, hvad der skal følges op på");
        (await look.SubmitAsync("gennemgang", ("InOrder", "ja"))).Location.ShouldBe("/tilsyn/gennemgang");
        (await officer.GetAsync("/tilsyn/gennemgang")).Words.ShouldContain("Alle opslag er gennemgået");
    }

    [Fact]
    public async Task A_citizen_sees_when_and_why_and_no_employees_name()
    {
        await using var web = await WebHouse.OpenAsync();
        await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Own}");
        var page = await (await web.AsAsync(Role.Citizen)).GetAsync("/min-sag/opslag");
        page.Words.ShouldContain("Behandling af din sag");
        page.Words.ShouldContain("En medarbejder");
        page.Text.ShouldNotContain("Prøve Sagsbehandler");
    }

    [Fact]
    public async Task A_citizen_sees_their_own_case_and_no_notes()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await (await web.AsAsync(Role.Citizen)).GetAsync("/min-sag");
        page.Words.ShouldContain("Alma Prøvesen");
        page.Words.ShouldNotContain("vil gerne arbejde i et bageri");
        page.Text.ShouldNotContain("Prøve Sagsbehandler");
    }

    [Fact]
    public async Task A_company_sees_its_own_orders()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await (await web.AsAsync(Role.Company)).GetAsync("/min-virksomhed");
        page.Words.ShouldContain("Prøvebageriet");
        page.Words.ShouldContain("Ordinært job");
    }
}
