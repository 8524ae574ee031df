using Virker.Casework;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class CaseloadTests
{
    [Theory, EachDatabase]
    public async Task A_team_sees_its_own_running_cases_and_no_other_teams(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, 2000);
        var (_, team, worker) = await town.RunningCaseAsync();
        var seat = town.House.As(new Actor(worker, "Prøve", [RoleAssignment.Of(Role.CaseWorker, team)]));
        var all = (await seat.RunAsync(new SeeCaseload(TeamId.From(team)))).Value;
        var own = (await seat.RunAsync(new SeeCaseload(OnlyMine: true))).Value;
        all.Total.ShouldBeGreaterThan(own.Total);
        own.Total.ShouldBeGreaterThan(0);
        all.Cases.Count.ShouldBe(Math.Min(all.Total, all.PageSize));
        all.Cases.ShouldContain(c => c.Benefit != null && c.BenefitSince != null);
        all.Cases.ShouldContain(c => c.NextMeeting != null);
        var elsewhere = town.World.Roster.Teams.First(t => t.Id.Value != team).Id;
        (await seat.RunAsync(new SeeCaseload(elsewhere))).Refusal!.Code.ShouldBe("team.not-yours");
    }
}
