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
            (await (await web.AsAsync(role)).GetAsync(url)).Status.ShouldBe(
                role.Id == allowed ? 200 : 403,
                $"{url} as {role.Name}"
            );
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
        await (await worker.GetAsync((await worker.GetAsync(url)).Location!)).SubmitAsync(
            "begrundelse",
            ("Reason", "Jeg vikarierer for en kollega")
        );
        await worker.GetAsync(url);
        await worker.GetAsync($"{url}/samtaler");

        var officer = await web.AsAsync(Role.DataProtectionOfficer);
        var list = await officer.GetAsync("/tilsyn/gennemgang");
        list.Words.ShouldContain("Jeg vikarierer for en kollega");
        list.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        (await officer.GetAsync("/"))
            .Document.QuerySelector(".figures .figure-number")!
            .TextContent.Trim()
            .ShouldBe("1");
        var look = await officer.GetAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        (await look.SubmitAsync("gennemgang")).Status.ShouldBe(422);
        (await look.SubmitAsync("gennemgang", ("InOrder", "nej"))).Words.ShouldContain(
            "Skriv, hvad der skal følges op på"
        );
        (await look.SubmitAsync("gennemgang", ("InOrder", "ja"))).Location.ShouldBe("/tilsyn/gennemgang");
        (await officer.GetAsync("/tilsyn/gennemgang")).Words.ShouldContain("Alle opslag er gennemgået");
    }

    [Fact]
    public async Task What_one_page_showed_is_one_line_and_the_file_has_each_look()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        await worker.GetAsync($"/borgere/{web.Town.Own}/plan");
        await worker.GetAsync("/borgere?sager=alle");
        var officer = await web.AsAsync(Role.DataProtectionOfficer);

        var page = await officer.GetAsync("/tilsyn/opslag");
        var lines = page
            .Document.QuerySelectorAll("main tbody tr")
            .Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ToList();
        lines.Count.ShouldBe(3, string.Join('\n', lines));
        lines[2].ShouldContain("Oprettelse af din brugerkonto", Case.Sensitive, "the town's own");
        lines[1].ShouldContain("Alma Prøvesen");
        lines[0].ShouldContain("2 borgere");
        (await web.CountAsync("select count(*) from access_log where role = 'case-worker'")).ShouldBeGreaterThan(3);
        var file = (await officer.GetAsync("/tilsyn/opslag?udtraek=opslag")).Text;
        file.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Count(l => l.Contains("Prøve Sagsbehandler"))
            .ShouldBe((int)await web.CountAsync("select count(*) from access_log where role = 'case-worker'"));
    }

    [Fact]
    public async Task The_officers_own_looks_are_told_and_folded_until_they_are_asked_for()
    {
        await using var web = await WebHouse.OpenAsync();
        await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Own}");
        var officer = await web.AsAsync(Role.DataProtectionOfficer);
        await officer.GetAsync("/tilsyn/opslag");

        var page = await officer.GetAsync("/tilsyn/opslag");
        page.Words.ShouldContain("1 af dine egne opslag er ikke med her");
        page.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
        (await officer.GetAsync("/tilsyn/opslag?egne=vis"))
            .Document.QuerySelectorAll("main tbody tr")
            .Length.ShouldBe(4);
    }

    [Fact]
    public async Task Looks_at_a_citizen_are_found_by_number_for_a_reason_that_stands_in_the_log()
    {
        await using var web = await WebHouse.OpenAsync();
        await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Own}");
        var officer = await web.AsAsync(Role.DataProtectionOfficer);
        var page = await officer.GetAsync("/tilsyn/opslag");
        (await page.SubmitAsync("find", ("CprNumber", "12"), ("Reason", "kort"))).Words.ShouldContain("Der er 2 fejl");

        var cpr = SmallTown.CprOf(new(1985, 3, 14)).Digits;
        var found = await page.SubmitAsync(
            "find",
            ("CprNumber", cpr),
            ("Reason", "Borgeren har klaget over et opslag")
        );

        found.Status.ShouldBe(200);
        found.Words.ShouldContain("Kun opslag på én borger: Alma Prøvesen");
        found.Text.ShouldNotContain(cpr);
        (
            await web.CountAsync(
                "select count(*) from access_log where use_case = 'FindLooks' and reason = 'Borgeren har klaget over et opslag' and review = 1"
            )
        ).ShouldBe(1);
        (await officer.GetAsync("/tilsyn/gennemgang")).Words.ShouldContain(
            "Alle opslag er gennemgået",
            Case.Sensitive,
            "nobody reviews themselves"
        );
    }

    [Fact]
    public async Task A_protected_name_is_not_read_in_the_log_and_employees_are_found_as_in_every_search()
    {
        await using var web = await WebHouse.OpenAsync();
        await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Hidden}");
        var officer = await web.AsAsync(Role.DataProtectionOfficer);

        var page = await officer.GetAsync("/tilsyn/opslag?navn=PROEVE+sagsbehandler");
        page.Words.ShouldContain("Navnet vises ikke");
        page.Text.ShouldNotContain("Cecilie Beskyttet");
        page.Words.ShouldContain("Prøve Sagsbehandler");
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
