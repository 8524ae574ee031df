using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class CitizenHeadTests
{
    private static IEnumerable<string> Below(SmallTown town) =>
        new[]
        {
            "plan",
            $"plan/{town.Step}",
            "samtaler",
            $"samtaler/{town.Meeting}",
            $"samtaler/{town.Meeting}/flyt",
            "samtaler/book",
            "samtaler/inviter",
            "beskeder",
            "dokumenter",
            "tidslinje",
            "sygedagpenge",
            "sparring",
            "notater/nyt",
            $"notater/{town.Note}",
            "skift-ydelse",
        }.Select(page => $"/borgere/{town.Own}/{page}");

    [Fact]
    public async Task Every_page_about_a_citizen_says_first_who_it_is()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        var next = Danish.Time(web.Clock.GetUtcNow().AddDays(2));
        foreach (var url in Below(web.Town))
        {
            var page = await worker.GetAsync(url);
            page.Status.ShouldBe(200, url);
            var head = string.Join(
                ' ',
                page.Document.QuerySelector(".citizen-head")
                    .ShouldNotBeNull(url)
                    .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            );
            foreach (
                var said in new[] { "Alma Prøvesen", " år", "140385-••••", "Ydelse", " siden ", "00 00 00 00", next }
            )
                head.ShouldContain(said, customMessage: url);
            var heading = page.Document.QuerySelectorAll("h1").ShouldHaveSingleItem(url);
            heading.TextContent.ShouldNotContain("Alma");
            (
                page.Document.QuerySelector(".citizen-head")!.CompareDocumentPosition(heading)
                & AngleSharp.Dom.DocumentPositions.Following
            ).ShouldNotBe(default, $"the page's own heading comes below, {url}");
        }
    }

    [Fact]
    public async Task Whoever_may_see_the_plan_alone_is_told_the_name_and_no_more()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await (await web.AsAsync(Role.PlanPartner)).GetAsync($"/borgere/{web.Town.Own}/plan");
        page.Document.QuerySelector(".citizen-head")!.TextContent.Trim().ShouldBe("Alma Prøvesen");
        (await web.CountAsync("select count(*) from access_log where use_case = 'SeeCitizenHead'")).ShouldBe(0);
    }

    [Fact]
    public async Task The_page_about_sick_pay_is_offered_where_there_is_some()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        string[] urls = [$"/borgere/{web.Town.Own}", $"/borgere/{web.Town.Own}/plan"];
        foreach (var url in urls) Tabs(await worker.GetAsync(url)).ShouldNotContain("Sygedagpenge", url);
        await using (var scope = web.Scope(Actor.System))
        {
            await scope
                .ServiceProvider.GetRequiredService<UnitOfWork>()
                .RunAsync(
                    "Import",
                    async () =>
                    {
                        scope
                            .ServiceProvider.GetRequiredService<VirkerContext>()
                            .Add(
                                new BenefitSpellRow
                                {
                                    CitizenId = web.Town.Own,
                                    Benefit = Virker.Rules.Benefit.SickPay.Number!.Value,
                                    FromDay = web.Clock.Today().AddDays(-20),
                                }
                            );
                        await scope.ServiceProvider.GetRequiredService<VirkerContext>().SaveChangesAsync();
                        return (Outcome<Done>)Done.It;
                    },
                    default
                );
        }

        foreach (var url in urls) Tabs(await worker.GetAsync(url)).ShouldContain("Sygedagpenge", url);
    }

    private static IEnumerable<string> Tabs(WebAnswer page) =>
        page.Document.QuerySelectorAll(".tabs a").Select(a => a.TextContent).ToList();
}
