using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>A field that cannot be read keeps nothing else from being told of, and nothing from being kept.</summary>
public sealed class UnreadFieldTests
{
    [Fact]
    public async Task A_day_that_cannot_be_read_is_said_with_what_else_is_wrong_and_nothing_is_saved()
    {
        await using var web = await WebHouse.OpenAsync();
        var leader = await web.AsAsync(Role.TeamLeader);
        var before = await web.CountAsync("select count(*) from journal");
        var refused = await (await leader.GetAsync("/indsatser")).SubmitAsync(
            "indsats",
            ("Name", ""),
            ("Purpose", ""),
            ("From", "snart")
        );
        refused.Status.ShouldBe(422);
        refused
            .Document.QuerySelectorAll(".error-summary a")
            .Select(a => a.GetAttribute("href")!.Split('#')[1])
            .ShouldBe(["felt-name", "felt-purpose", "felt-from"], ignoreOrder: true);
        refused.Words.ShouldContain("Der er 3 fejl");
        refused.Document.QuerySelector("#felt-from")!.GetAttribute("value").ShouldBe("snart");
        (await web.CountAsync("select count(*) from journal")).ShouldBe(before);
        (await web.CountAsync("select count(*) from schemes")).ShouldBe(0);
    }

    [Fact]
    public async Task With_only_the_day_wrong_only_the_day_is_said_and_nothing_is_saved()
    {
        await using var web = await WebHouse.OpenAsync();
        var leader = await web.AsAsync(Role.TeamLeader);
        var refused = await (await leader.GetAsync("/indsatser")).SubmitAsync(
            "indsats",
            ("Name", "Tidlig hjælp"),
            ("Purpose", "Færre sygedage"),
            ("From", "snart")
        );
        (refused.Status, refused.Words.Contains("Der er en fejl", StringComparison.Ordinal)).ShouldBe((422, true));
        (await web.CountAsync("select count(*) from schemes")).ShouldBe(0);
        (await refused.SubmitAsync("indsats", ("From", web.Clock.Today().ToString("dd-MM-yyyy")))).Status.ShouldBe(302);
        (await web.CountAsync("select count(*) from schemes")).ShouldBe(1);
    }

    [Theory]
    [InlineData("12,5 timer", "12,5 timer om ugen, 34 % af jobbet")]
    [InlineData("12:30", "12,5 timer om ugen, 34 % af jobbet")]
    [InlineData("18", "18 timer om ugen, 49 % af jobbet")]
    public async Task Broken_hours_are_read_as_people_write_them(string written, string shown)
    {
        await using var web = await WebHouse.OpenAsync();
        var (worker, url) = (await web.AsAsync(Role.CaseWorker), $"/borgere/{web.Town.Own}/sygedagpenge");
        var today = web.Clock.Today();
        (
            await (await worker.GetAsync(url)).SubmitAsync(
                "sygesag",
                ("AbsentFrom", today.AddDays(-40).ToString("dd-MM-yyyy")),
                ("Employed", "true"),
                ("OrdinaryHours", "37")
            )
        ).Status.ShouldBe(302);
        (
            await (await worker.GetAsync(url)).SubmitAsync(
                "delvis",
                ("From", today.ToString("dd-MM-yyyy")),
                ("Hours", written)
            )
        ).Status.ShouldBe(302);
        (await worker.GetAsync(url)).Words.ShouldContain(shown);
    }
}
