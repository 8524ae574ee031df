using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class FigurePageTests
{
    [Theory]
    [InlineData("/noegletal", "case-worker,company-consultant,youth-counsellor,team-leader,controller,clerk,administrator,politician")]
    [InlineData("/noegletal/alle", "case-worker,company-consultant,youth-counsellor,team-leader,controller,clerk,administrator,politician")]
    [InlineData("/noegletal/benchmark", "case-worker,company-consultant,youth-counsellor,team-leader,controller,clerk,administrator,politician")]
    [InlineData("/noegletal/indlaes", "controller")]
    public async Task A_page_of_figures_is_shown_to_its_roles_and_to_no_other(string url, string allowed)
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (var role in Role.SignedIn)
            (await (await web.AsAsync(role)).GetAsync(url)).Status.ShouldBe(allowed.Split(',').Contains(role.Id) ? 200 : 403, $"{url} as {role.Name}");
    }

    [Fact]
    public async Task The_cases_behind_a_figure_are_closed_to_a_politician_and_a_figure_that_is_not_there_is_not_found()
    {
        await using var web = await WebHouse.OpenAsync();
        var politician = await web.AsAsync(Role.Politician);
        (await politician.GetAsync("/noegletal/kontanthjaelp.over-2-aar/sager")).Status.ShouldBe(403);
        (await politician.GetAsync("/noegletal/findes.ikke")).Status.ShouldBe(404);
        (await web.Anybody().GetAsync("/noegletal")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Choices_that_do_not_exist_are_answered_and_do_not_break()
    {
        await using var web = await WebHouse.OpenAsync();
        var leader = await web.AsAsync(Role.TeamLeader);
        foreach (var query in new[] { "?opdeling=x", "?gruppe=x", "?gruppe=sex:x:y", "?maaneder=100000", "?maaneder=abc" })
            (await leader.GetAsync($"/noegletal/kontanthjaelp.over-2-aar{query}")).Status.ShouldBeLessThan(500, query);
        (await leader.GetAsync("/noegletal/kontanthjaelp.over-2-aar/hvorfor?fra=2099-99&til=x")).Status.ShouldBeLessThan(500);
    }
}
