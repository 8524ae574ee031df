using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>"Næste samtale" is one thing: planned, today or later, on every page that says it.</summary>
public sealed class NextMeetingTests
{
    [Theory, EachDatabase]
    public async Task One_that_has_passed_is_nobodys_next(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        await office.BookAsync(citizen, office.At(1, 9));
        (await SaidAsync(office, citizen)).ShouldBe((office.At(1, 9), office.At(1, 9), office.At(1, 9), 0, 0));
        office.House.Clock.Set(office.At(1, 16));
        (await SaidAsync(office, citizen)).ShouldBe(
            (office.At(0, 9), office.At(0, 9), office.At(0, 9), 0, 0),
            "later the same day it is still today's"
        );
        office.House.Clock.Set(office.At(1, 8));
        (await SaidAsync(office, citizen)).ShouldBe((null, null, null, 1, 1));
        await office.BookAsync(citizen, office.At(8, 9));
        (await SaidAsync(office, citizen)).ShouldBe((office.At(8, 9), office.At(8, 9), office.At(8, 9), 0, 0));
    }

    private static async Task<(DateTimeOffset?, DateTimeOffset?, DateTimeOffset?, int, int)> SaidAsync(
        JobOffice office,
        CitizenId citizen
    )
    {
        var (list, without) = (
            await office.Anna.DoneAsync(new SeeCaseload(OnlyMine: true)),
            await office.Anna.DoneAsync(new SeeCaseload(OnlyMine: true) { WithoutMeeting = true })
        );
        var today = (await office.Anna.DoneAsync(new SeeTeamToday(office.Team))).Name;
        today.ShouldNotBeEmpty();
        return (
            list.Cases.Single().NextMeeting,
            (await office.Anna.DoneAsync(new SeeCitizenHead(citizen))).NextMeeting,
            await OnListAsync(office, list.Cases.Single().NextMeeting),
            without.Total,
            (await office.Anna.DoneAsync(new SeeMyDay())).WithoutMeeting
        );
    }

    /// <summary>As the list of the day has it, where the citizen stands on it.</summary>
    private static async Task<DateTimeOffset?> OnListAsync(JobOffice office, DateTimeOffset? otherwise) =>
        (await office.Anna.DoneAsync(new SeeToday())).Rows is [var row] ? row.NextMeeting : otherwise;
}
