using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>The municipality's own office hours, of the conversation's own day, wherever a time is chosen.</summary>
public sealed class OfficeHoursTests
{
    [Theory, EachDatabase]
    public async Task Booking_opened_times_and_what_is_suggested_keep_the_hours_of_their_day(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        var (first, second, third) = (
            await office.CitizenAsync(),
            await office.CitizenAsync(),
            await office.CitizenAsync()
        );
        (await office.TryAsync(first, office.At(7, 7))).IsRefused.ShouldBeFalse(
            "until somebody decides, it is from seven to six"
        );
        await office.Anna.DoneAsync(
            new OpenSlots(
                office.Today.AddDays(20),
                office.Today.AddDays(20),
                [office.Today.AddDays(20).DayOfWeek],
                new(7, 0),
                new(10, 0),
                60
            )
        );
        var from = office.Today.AddDays(14);
        await leader.DoneAsync(new SetChoice(MunicipalChoice.OfficeOpens, from, (8 * 60) + 30));
        await leader.DoneAsync(new SetChoice(MunicipalChoice.OfficeCloses, from, 15 * 60));
        (await office.TryAsync(second, office.At(8, 7))).IsRefused.ShouldBeFalse("the day lies before the decision");
        var refused = (await office.TryAsync(third, office.At(21, 8))).Refusal!;
        refused.Code.ShouldBe("meeting.outside-hours");
        refused.Text.ShouldContain("kl. 8.30 og kl. 15.00");
        (await office.TryAsync(third, office.At(21, 14, 30))).Refusal!.Code.ShouldBe(
            "meeting.outside-hours",
            "it would end after they close"
        );
        (await office.TryAsync(third, office.At(21, 8, 30))).IsRefused.ShouldBeFalse();
        (
            await office.Anna.RefusedAsync(
                new OpenSlots(from.AddDays(7), from.AddDays(7), [from.AddDays(7).DayOfWeek], new(8, 0), new(12, 0), 60)
            )
        ).ShouldBe("slot.outside-hours");
        (await SuggestedAsync(office, third)).ShouldBe(
            [office.At(20, 9)],
            "two of the three that were opened before lie outside the hours now"
        );
    }

    [Fact]
    public async Task There_is_always_a_time_between_opening_and_closing()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var leader = office.House.As(Role.Administrator);
        await leader.DoneAsync(new SetChoice(MunicipalChoice.OfficeCloses, office.Today.AddDays(30), 12 * 60));
        (await leader.RefusedAsync(new SetChoice(MunicipalChoice.OfficeOpens, office.Today, 12 * 60))).ShouldBe(
            "choice.no-hours",
            "it would hold on the thirtieth day too"
        );
        await leader.DoneAsync(new SetChoice(MunicipalChoice.OfficeOpens, office.Today, 11 * 60));
        (await leader.RefusedAsync(new SetChoice(MunicipalChoice.OfficeOpens, office.Today, 4 * 60))).ShouldBe(
            "choice.bounds"
        );
    }

    [Fact]
    public async Task A_worker_with_very_many_open_times_has_all_of_them_shown()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync(benefit: 2);
        var days = Enum.GetValues<DayOfWeek>().Where(d => d is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        await office.Anna.DoneAsync(
            new OpenSlots(office.Today.AddDays(1), office.Today.AddDays(45), days, new(7, 0), new(18, 0), 15)
        );
        var view = await office.Anna.DoneAsync(new SeeBooking(citizen));
        view.OwnSlots.Count.ShouldBeGreaterThan(120);
        view.OwnSlots.Max(s => s.At.DanishDate())
            .ShouldBe(
                Enumerable.Range(0, 9).Select(back => view.By.AddDays(-back)).First(PublicHolidays.IsWorkingDay),
                "up to the last day where it belongs"
            );
    }

    private static async Task<IReadOnlyList<DateTimeOffset>> SuggestedAsync(JobOffice office, CitizenId citizen) =>
        [
            .. (await office.Anna.DoneAsync(new SeeBooking(citizen)))
                .OwnSlots.Select(s => s.At)
                .Where(at => at.DanishDate() == office.Today.AddDays(20)),
        ];
}
