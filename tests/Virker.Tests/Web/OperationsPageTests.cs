using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

public sealed class OperationsPageTests
{
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
