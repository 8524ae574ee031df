using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class MenuTests
{
    [Fact]
    public async Task Each_role_has_few_pages_in_front_and_reaches_the_rest_under_more()
    {
        await using var web = await WebHouse.OpenAsync();
        var wrong = new List<string>();
        foreach (var role in Role.SignedIn)
        {
            var page = (await (await web.AsAsync(role)).GetAsync("/")).Document;
            var front = page.QuerySelectorAll(".menu-bar .menu-links > li > a").Select(a => a.TextContent).ToList();
            var more = page.QuerySelectorAll(".menu-bar .menu-more li a").Select(a => a.TextContent).ToList();
            front.Count.ShouldBeLessThanOrEqualTo(more.Count > 0 ? MenuOrder.Most : MenuOrder.Most + 1, role.Name);
            wrong.AddRange(
                MenuOrder
                    .First[role]
                    .Except(front)
                    .Select(text => $"{text} is in front for {role.Name}, who has no such page")
            );
            if (more.Count > 0)
                front.Intersect(MenuOrder.First[role]).ShouldBe(MenuOrder.First[role].Intersect(front));
            more.Count.ShouldNotBe(1, role.Name);
            front.Intersect(more).ShouldBeEmpty();
            page.QuerySelectorAll(".phone-menu-panel nav a")
                .Select(a => a.TextContent)
                .ShouldBe([.. front, .. more], role.Name);
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_says_the_page_that_one_is_on()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        var folded = (await worker.GetAsync("/regler")).Document.QuerySelector(".menu-bar .menu-more > summary")!;
        folded.TextContent.ShouldBe("Mere: Regler");
        folded.GetAttribute("aria-current").ShouldBe("true");
        (await worker.GetAsync("/i-dag"))
            .Document.QuerySelector(".menu-bar .menu-more > summary")!
            .TextContent.ShouldBe("Mere");
    }

    [Fact]
    public void Whoever_has_two_roles_has_the_first_of_both()
    {
        IReadOnlyList<MenuEntry> all =
        [
            .. MenuOrder
                .First[Role.CaseWorker]
                .Concat(MenuOrder.First[Role.Clerk])
                .Distinct()
                .Select(t => new MenuEntry(t, $"/{t}")),
        ];
        var menu = MenuOrder.Arrange(all, [Role.CaseWorker, Role.Clerk]);
        menu.First.Select(e => e.Text).ShouldBe(["Forside", "I dag", "Udvalg", "Borgere", "Møder", "Mine tider"]);
        menu.First.Concat(menu.More).ShouldBe(all, ignoreOrder: true);
    }

    [Fact]
    public async Task The_list_of_citizens_opens_on_ones_own_and_on_the_teams_for_the_one_who_has_none()
    {
        await using var web = await WebHouse.OpenAsync();
        await using (var scope = web.Scope(Actor.System))
        {
            await scope
                .ServiceProvider.GetRequiredService<VirkerContext>()
                .Set<CaseRow>()
                .Where(c => c.CitizenId == web.Town.Hidden)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.WorkerId, (UserId?)null));
        }

        var worker = await web.AsAsync(Role.CaseWorker);
        var own = (await worker.GetAsync("/borgere")).Words;
        own.ShouldContain("Alma Prøvesen");
        own.ShouldNotContain("Cecilie Beskyttet");
        (await worker.GetAsync("/borgere?sager=alle")).Words.ShouldContain("Cecilie Beskyttet");
        (await (await web.AsAsync(Role.TeamLeader)).GetAsync("/borgere")).Words.ShouldContain("Cecilie Beskyttet");
    }
}
