using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// Who is nearest the one who searches stands first; children and those who are gone are found by their number only;
/// how many there are is said, and all can be come to.
/// </summary>
public sealed class CitizenSearchTests
{
    [Theory, EachDatabase]
    public async Task The_own_come_first_then_the_teams_then_running_cases_then_others(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var elsewhere = NewId.Of<TeamId>();
        await office.TakeInAsync(new RegisteredTeam(elsewhere, "Et andet team", "Sygedagpenge"));
        var other = await PersonAsync(office, "Aa");
        var running = await PersonAsync(office, "Bb", elsewhere);
        var team = await PersonAsync(office, "Cc", office.Team, office.Bo.User);
        var own = await PersonAsync(office, "Dd", office.Team, office.Anna.User);
        var found = await FindAsync(office.Anna, "findes");
        found.Citizens.Select(c => c.Id).ShouldBe([own, team, running, other]);
        found
            .Citizens.Select(c => c.Nearness)
            .ShouldBe([CitizenNearness.Own, CitizenNearness.Team, CitizenNearness.Running, CitizenNearness.Other]);
        (await FindAsync(office.Bo, "findes")).Citizens.Select(c => c.Id).ShouldBe([team, own, running, other]);
    }

    [Theory, EachDatabase]
    public async Task Somebody_covered_for_today_comes_before_the_rest_of_the_team(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var team = await PersonAsync(office, "Aa", office.Team);
        var (mine, covered) = (
            await PersonAsync(office, "Cc", office.Team, office.Anna.User),
            await PersonAsync(office, "Bb", office.Team, office.Bo.User)
        );
        (await FindAsync(office.Anna, "findes")).Citizens.Select(c => c.Id).ShouldBe([mine, team, covered]);
        await office.Bo.DoneAsync(
            new SetCover(office.Bo.User, office.Anna.User, office.Today, office.Today.AddDays(2), "Ferie")
        );
        var found = await FindAsync(office.Anna, "findes");
        found.Citizens.Select(c => c.Id).ShouldBe([mine, covered, team]);
        found.Citizens[1].Nearness.ShouldBe(CitizenNearness.Covered);
    }

    [Theory, EachDatabase]
    public async Task Children_and_those_who_are_gone_are_found_by_the_whole_number_only(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var child = await PersonAsync(office, "Barn", born: office.Today.AddYears(-15).AddDays(1));
        var grown = await PersonAsync(office, "Ung", born: office.Today.AddYears(-15));
        var gone = await PersonAsync(office, "Flyttet", left: office.Today.AddDays(-1));
        var leaving = await PersonAsync(office, "Flytter", left: office.Today);
        (await FindAsync(office.Anna, "findes"))
            .Citizens.Select(c => c.Id)
            .ShouldBe([leaving, grown], ignoreOrder: true);
        foreach (var hidden in new[] { child, gone })
        {
            var cpr = (await office.House.System.DoneAsync(new ShowCpr(hidden))).Number.Digits;
            (await FindAsync(office.Anna, cpr)).Citizens.ShouldHaveSingleItem().Id.ShouldBe(hidden);
            (await FindAsync(office.Anna, cpr[..6])).Citizens.ShouldBeEmpty();
        }
    }

    [Theory, EachDatabase]
    public async Task Every_hit_stands_on_one_page_and_all_pages_say_how_many_there_are(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var all = new List<CitizenId>();
        for (var i = 0; i < (2 * FindCitizens.PageSize) + 3; i++)
            all.Add(
                await PersonAsync(office, $"Nr{i:00}", i % 2 == 0 ? office.Team : null, office.Anna.User, ordinal: i)
            );
        var seen = new List<CitizenId>();
        for (var page = 1; page <= 3; page++)
        {
            var found = await FindAsync(office.Anna, "findes", page);
            (found.Total, found.Page).ShouldBe((all.Count, page));
            seen.AddRange(found.Citizens.Select(c => c.Id));
        }

        seen.ShouldBe(all, ignoreOrder: true);
        (await FindAsync(office.Anna, "findes", 99)).Page.ShouldBe(3);
    }

    private static Task<CitizensFound> FindAsync(Seat seat, string text, int page = 1) =>
        seat.DoneAsync(new FindCitizens(text, page));

    private static async Task<CitizenId> PersonAsync(
        JobOffice office,
        string name,
        TeamId? team = null,
        UserId? worker = null,
        DateOnly? born = null,
        DateOnly? left = null,
        int ordinal = 0
    )
    {
        var (id, on) = (NewId.Of<CitizenId>(), born ?? new DateOnly(1970, 1, 1).AddDays(name.Sum(c => c) + ordinal));
        await office.TakeInAsync(
            new RegisteredCitizen(id, SmallTown.CprOf(on), name, "Findes")
            {
                AddressProtected = false,
                ResidenceFrom = on,
                ResidenceTo = left,
            }
        );
        if (team is { } of)
            await office.TakeInAsync(new RegisteredCase(NewId.Of<CaseId>(), id, of, worker, office.Today));
        return id;
    }
}
