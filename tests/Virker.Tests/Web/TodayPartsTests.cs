using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class TodayPartsTests
{
    private static readonly string[] Parts = ["I dag", "Overskredet", "Snart", "Resten"];

    [Fact]
    public void The_parts_stand_in_the_order_of_the_list_and_none_comes_twice()
    {
        var inOrder = WorkReason.All.Select(r => WorkReason.Part(r)).ToList();
        inOrder.Where((part, i) => i == 0 || inOrder[i - 1] != part).ShouldBe(Parts);
        WorkReason.Part(WorkReason.MeetingToday).ShouldBe("I dag");
        WorkReason.Part(WorkReason.Overdue).ShouldBe("Overskredet");
        WorkReason.Part(WorkReason.Due).ShouldBe("Snart");
        WorkReason.Part(null).ShouldBe("Resten");
    }

    [Fact]
    public async Task Each_citizen_has_one_sentence_and_a_chip_for_each_more_reason()
    {
        await using var web = await WebHouse.OpenAsync();
        web.Clock.Advance(TimeSpan.FromDays(2));
        await using (var scope = web.Scope(Actor.System)) await MissedAsync(scope.ServiceProvider, web);
        var page = (await (await web.AsAsync(Role.CaseWorker)).GetAsync("/i-dag")).Document;
        var headings = page.QuerySelectorAll("main .table-group").Select(g => g.TextContent.Trim()).ToList();
        headings.ShouldContain("I dag");
        headings.ShouldBe(Parts.Where(headings.Contains));
        var rows = page.QuerySelectorAll("main tbody tr:not(.table-group)").ToList();
        rows.Count.ShouldBe(2);
        rows.ShouldEachBe(r => r.QuerySelectorAll("td[data-label='Hvorfor'] strong").Length == 1);
        rows.ShouldEachBe(r => r.QuerySelectorAll("a.act").Length == 1);
        page.QuerySelectorAll("main [title]").ShouldBeEmpty("a finger and a keyboard do not reach it");
        foreach (var more in rows.SelectMany(r => r.QuerySelectorAll(".more-reasons")))
        {
            var chips = more.QuerySelectorAll("summary .chip").Select(c => c.TextContent.Trim()).ToList();
            more.QuerySelectorAll("li")
                .Select(l => l.TextContent.Split(':'))
                .Select(p => (p[0].Trim(), p[1].Trim().Length > 5))
                .ShouldBe(chips.Select(c => (c, true)));
        }

        page.QuerySelectorAll("main .chip").ShouldNotBeEmpty();
    }

    /// <summary>Cecilie has two reasons: she stayed away, and nothing is to come.</summary>
    private static Task MissedAsync(IServiceProvider scope, WebHouse web) =>
        scope.TakeInAsync(
            new RegisteredMeeting(NewId.Of<MeetingId>(), web.Town.Hidden, null, web.Clock.GetUtcNow().AddDays(-5))
            {
                Kind = MeetingKind.Job,
                Channel = MeetingChannel.Attendance,
                Status = MeetingStatus.Missed,
            }
        );
}
