using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class OwnPageTests
{
    [Fact]
    public async Task The_citizen_meets_an_agreement_that_is_not_read_on_the_front_page()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        var citizen = await web.AsAsync(Role.Citizen);
        (await citizen.GetAsync("/")).Words.ShouldNotContain("Ny aftale");
        var step = await worker.GetAsync($"/borgere/{web.Town.Own}/plan/{web.Town.Step}");
        (await step.SubmitAsync("aftal")).Status.ShouldBe(302);
        (await citizen.GetAsync("/")).Words.ShouldContain("Ny aftale, du skal læse");
        await (await citizen.GetAsync("/min-sag/plan")).SubmitAsync($"laest-{web.Town.Step}");
        (await citizen.GetAsync("/")).Words.ShouldNotContain("Ny aftale");
    }

    [Fact]
    public async Task What_the_citizen_did_is_the_citizens_own_in_the_log_whichever_account_it_was()
    {
        await using var web = await WebHouse.OpenAsync();
        var self = new Actor(null, "Borger", [RoleAssignment.Of(Role.Citizen)]) { Citizen = web.Town.Own };
        await using (var scope = web.Scope(self))
        {
            (
                await scope
                    .ServiceProvider.GetRequiredService<IUseCase<SetOwnGoal, Done>>()
                    .RunAsync(new(web.Town.Own, "Et job i et bageri"))
            ).Refusal.ShouldBeNull();
        }

        var row = (await (await web.AsAsync(Role.Citizen)).GetAsync("/min-sag/opslag"))
            .Document.QuerySelectorAll("main tbody tr")
            .First(r => r.TextContent.Contains("Du skrev selv i din plan"));
        row.TextContent.ShouldContain("Dig selv");
        row.TextContent.ShouldNotContain("En medarbejder");
    }

    [Theory]
    [InlineData("citizen", false, LookBy.Yourself)]
    [InlineData("public", false, LookBy.Yourself)]
    [InlineData("company", false, LookBy.Employer)]
    [InlineData("system", false, LookBy.Job)]
    [InlineData("case-worker", false, LookBy.Employee)]
    [InlineData(null, false, LookBy.Employee)]
    [InlineData("case-worker", true, LookBy.Yourself)]
    public void A_look_is_told_by_the_part_that_the_one_who_looked_has(string? role, bool mine, LookBy by) =>
        SeeOwnLooksHandler.By(role, mine).ShouldBe(by);

    [Fact]
    public async Task The_company_is_told_how_many_of_its_employees_are_sick_and_nobody_is_looked_at_for_it()
    {
        await using var web = await WebHouse.OpenAsync();
        var company = await web.AsAsync(Role.Company);
        var looks = await web.CountAsync("select count(*) from access_log");
        var page = await company.GetAsync("/");
        page.Words.ShouldContain("1 medarbejder er sygemeldt");
        page.Document.QuerySelectorAll("main a").ShouldContain(a => a.GetAttribute("href") == "/sygemeldte");
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe("Velkommen");
        (await web.CountAsync("select count(*) from access_log")).ShouldBe(looks);
    }
}
