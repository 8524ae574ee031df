using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;
using Virker.Tests.Targets;

namespace Virker.Tests.Web;

public sealed class StartPageTests
{
    [Theory, EachDatabase]
    public async Task Every_role_is_met_by_a_start_page_whose_parts_ask_at_once(Dialect database)
    {
        await using var web = await WebHouse.OpenAsync(on: database);
        await using (var scope = web.Scope(Actor.System))
            await scope.ServiceProvider.PutInForceAsync(SamplePlan.Draft, "plan.txt");

        foreach (var role in Role.SignedIn)
        {
            var answer = await (await web.AsAsync(role)).GetAsync("/");
            answer.Status.ShouldBe(200, $"{role.Name}: {answer.Text}");
        }
    }
}
