using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>News that nobody could be brought, from the publication to the page and out again.</summary>
public sealed class GivenUpNewsTests
{
    [Theory, EachDatabase]
    public async Task It_is_heard_once_it_is_tried_again_from_the_page(Dialect dialect)
    {
        var heard = new HeardNews { IsDeaf = true };
        await using var web = await WebHouse.OpenAsync(on: dialect, also: heard.Hear<BenefitChanged>);
        var news = new BenefitChanged(web.Town.Own, 2, 3, new(2026, 1, 5));
        await TellAsync(web, news);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            await DeliverAsync(web);
            web.Clock.Advance(TimeSpan.FromHours(7));
        }

        var administrator = await web.AsAsync(Role.Administrator);
        var page = await administrator.GetAsync("/drift/fejl");
        page.Words.ShouldContain("BenefitChanged til NewsKeeper");
        page.Words.ShouldContain("Det tog for lang tid.");
        page.Words.ShouldContain("Opgivet");
        heard.IsDeaf = false;
        await DeliverAsync(web);
        heard.Of<BenefitChanged>().ShouldBeEmpty("nobody has tried it again");

        var letter = page.Document.QuerySelector("input[name='_handler'][value^='besked-']")!.GetAttribute("value")!;
        (await page.SubmitAsync(letter)).Location.ShouldBe("/drift/fejl");
        await DeliverAsync(web);

        heard.Of<BenefitChanged>().ShouldBe([news]);
        (await administrator.GetAsync("/drift/fejl")).Words.ShouldContain("Ingen besked er mislykkedes");
    }

    private static async Task TellAsync(WebHouse web, BenefitChanged news)
    {
        await using var scope = web.Scope(Actor.System);
        var events = scope.ServiceProvider.GetRequiredService<IEvents>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync<Done>("ShiftBenefit", () =>
        {
            events.Publish(news);
            return Task.FromResult<Outcome<Done>>(Done.It);
        }, default);
    }

    private static Task<int> DeliverAsync(WebHouse web) =>
        web.Services.GetRequiredService<Outbox>().DeliverAsync(
            web.Services.GetRequiredService<MunicipalityCatalogue>().OfHost(WebHouse.Host)!
        );
}
