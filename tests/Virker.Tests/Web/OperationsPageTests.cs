using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

public sealed class OperationsPageTests
{
    [Fact]
    public async Task The_administrator_sees_what_failed_and_tries_it_again()
    {
        await using var web = await WebHouse.OpenAsync();
        await web.CountAsync(
            "insert into jobs (name, next_at, attempts, problem) values ('targets.nightly-fetch', 999999999999999999, 3, 'fetch.failed: Der kom intet svar.') on conflict (name) do update set problem = excluded.problem, attempts = 3, next_at = excluded.next_at returning 1"
        );
        await web.CountAsync(
            $"insert into outbox (event_id, handler, event, payload, published_at, use_case, reference, attempts, next_at, dead_at, problem) values (x'{Guid.NewGuid():N}', 'ReadAgain', 'Virker.Prove.Changed', '', 638400000000000000, 'Prove', '', 12, 638400000000000000, 638400000000000000, 'prove: Intet svar.') returning 1"
        );
        var administrator = await web.AsAsync(Role.Administrator);
        (await administrator.GetAsync("/")).Words.ShouldContain("1 job, der er mislykkedes");

        var page = await administrator.GetAsync("/drift");
        page.Words.ShouldContain("Landets tal hentes");
        page.Words.ShouldContain("3 forsøg mislykkedes");
        page.Words.ShouldContain("Der kom intet svar.");
        page.Words.ShouldContain("Changed til ReadAgain");
        (await page.SubmitAsync("job-targets-nightly-fetch")).Location.ShouldBe("/drift");
        (
            await web.CountAsync(
                "select count(*) from jobs where name = 'targets.nightly-fetch' and next_at < 999999999999999999"
            )
        ).ShouldBe(1);
        (await administrator.GetAsync("/drift")).Words.ShouldContain("»Landets tal hentes« prøves igen");
        var letter = page.Document.QuerySelector("input[name='_handler'][value^='besked-']")!.GetAttribute("value")!;
        (await page.SubmitAsync(letter)).Location.ShouldBe("/drift");
        (await web.CountAsync("select count(*) from outbox where dead_at is null and attempts = 0")).ShouldBe(1);
    }

    [Fact]
    public async Task A_connector_is_off_until_the_administrator_switches_it_on()
    {
        await using var web = await WebHouse.OpenAsync();
        var administrator = await web.AsAsync(Role.Administrator);
        var page = await administrator.GetAsync("/drift");
        page.Words.ShouldContain("Statistikbanken Slukket");
        (await page.SubmitAsync("taend-statistikbanken")).Location.ShouldBe("/drift");
        var after = await administrator.GetAsync("/drift");
        after.Words.ShouldContain("Forbindelsen til Statistikbanken er tændt.");
        after.Words.ShouldContain("Statistikbanken Tændt");
        (await after.SubmitAsync("sluk-statistikbanken")).Location.ShouldBe("/drift");
        (await administrator.GetAsync("/drift")).Words.ShouldContain("Statistikbanken Slukket");
        foreach (
            var role in new[]
            {
                Role.CaseWorker,
                Role.TeamLeader,
                Role.DataProtectionOfficer,
                Role.Controller,
                Role.Citizen,
            }
        )
            (await (await web.AsAsync(role)).GetAsync("/drift")).Status.ShouldBe(403, role.Name);
    }
}
