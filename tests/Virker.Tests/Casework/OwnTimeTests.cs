using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// One's own calendar: times that are closed again, absence that can be removed, conversations begun without a plan,
/// and a day that is covered.
/// </summary>
public sealed class OwnTimeTests
{
    [Theory, EachDatabase]
    public async Task An_open_time_is_closed_by_its_own_worker_and_not_while_it_is_taken(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        await office.Anna.DoneAsync(
            new OpenSlots(
                office.Today.AddDays(7),
                office.Today.AddDays(7),
                Enum.GetValues<DayOfWeek>(),
                new(9, 0),
                new(11, 0),
                45
            )
        );
        var slots = (await office.Anna.DoneAsync(new SeeOwnSlots())).Slots;
        slots.Count.ShouldBe(2);
        await office.BookAsync(await office.CitizenAsync(), slots[0].At);
        (await office.Bo.RefusedAsync(new CloseSlot(slots[1].Id))).ShouldBe("slot.not-found");
        (await office.Anna.RefusedAsync(new CloseSlot(slots[0].Id))).ShouldBe("slot.taken");
        await office.Anna.DoneAsync(new CloseSlot(slots[1].Id));
        (await office.Anna.DoneAsync(new SeeOwnSlots())).Slots.ShouldHaveSingleItem().Taken.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Absence_is_seen_is_not_made_twice_and_can_be_removed(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (from, to) = (office.Today.AddDays(6), office.Today.AddDays(8));
        await office.Anna.DoneAsync(new RegisterAbsence(from, to, "Kursus"));
        (await office.Anna.RefusedAsync(new RegisterAbsence(to, to.AddDays(3), "Ferie"))).ShouldBe("absence.already");
        await office.Bo.DoneAsync(new RegisterAbsence(from, to, ""));
        var absence = (await office.Anna.DoneAsync(new SeeOwnSlots())).Absences.ShouldHaveSingleItem();
        (await office.Bo.RefusedAsync(new RemoveAbsence(absence.Id))).ShouldBe("absence.not-found");
        await office.Anna.DoneAsync(new RemoveAbsence(absence.Id));
        (await office.Anna.DoneAsync(new SeeOwnSlots())).Absences.ShouldBeEmpty();
        (await office.TryAsync(await office.CitizenAsync(), office.At(7, 10))).IsRefused.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task A_conversation_that_was_not_planned_can_be_left_and_leaves_nothing(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        var planned = await office.BookAsync(citizen, office.At(0, 17));
        var begun = await office.Anna.DoneAsync(new BeginConversation(citizen, MeetingChannel.Phone));
        var view = await office.Anna.DoneAsync(new SeeConversation(citizen, begun.Id));
        (view.Meeting.Status, view.Planned.Select(m => m.Id).Single()).ShouldBe((MeetingStatus.Begun, planned.Id));
        await office.Anna.DoneAsync(
            new SaveDraft(
                citizen,
                begun.Id,
                new(
                    MeetingChannel.Phone.Code,
                    "Halvt",
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    new Dictionary<string, string>()
                )
            )
        );
        (await office.Anna.DoneAsync(new SeeToday()))
            .Rows.Single(r => r.Citizen == citizen)
            .Reasons.ShouldNotContain(r => r.Reason == WorkReason.Unrecorded);
        await office.Anna.DoneAsync(new LeaveConversation(citizen, begun.Id));
        (await office.Anna.DoneAsync(new SeeCitizen(citizen))).Meetings.Select(m => m.Id).ShouldBe([planned.Id]);
        (await office.Anna.RefusedAsync(new LeaveConversation(citizen, planned.Id))).ShouldBe("meeting.wrong-state");
        (await office.House.ReadAsync("select count(*) from drafts")).ShouldBe([0L]);
    }

    [Theory, EachDatabase]
    public async Task The_calendar_has_ones_own_week_and_that_of_the_colleague_one_covers_and_a_clash_is_told(
        Dialect dialect
    )
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (first, second) = (await office.CitizenAsync(), await office.CitizenAsync());
        await office.BookAsync(first, office.At(7, 10));
        (await office.TryAsync(second, office.At(7, 10), with: office.Bo)).IsRefused.ShouldBeFalse();
        var set = await office.Anna.DoneAsync(
            new SetCover(office.Anna.User, office.Bo.User, office.Today.AddDays(7), office.Today.AddDays(7), "Ferie")
        );
        set.Clashes.ShouldBe([office.At(7, 10)]);
        set.Told.ShouldBe(PartyTold.Nothing, "nobody can hold two at once, so nobody is told that Bo does");
        var day = office.Today.AddDays(7);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        (await office.Bo.DoneAsync(new SeeOwnCalendar(monday)))
            .Entries.Select(e => (e.Citizen, e.For))
            .ShouldBe([(first, "Anna Prøvesen"), (second, null)], ignoreOrder: true);
        (await office.Anna.DoneAsync(new SeeOwnCalendar(monday))).Entries.Select(e => e.Citizen).ShouldBe([first]);
        (await office.Bo.DoneAsync(new SeeOwnCalendar(monday.AddDays(7)))).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_preselected_time_is_the_one_nearest_the_day_that_the_course_points_at_and_never_before_the_shortest_notice()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        await office.Anna.DoneAsync(
            new OpenSlots(
                office.Today,
                office.Today.AddDays(60),
                [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
                new(9, 0),
                new(12, 0),
                45
            )
        );
        var citizen = await office.CitizenAsync();
        var view = await office.Anna.DoneAsync(new SeeBooking(citizen));
        var aim = view.Course!.Next!.Recommended;
        view.Nearest!.At.DanishDate().ShouldBe(view.OwnSlots.Select(s => s.At.DanishDate()).Where(d => d <= aim).Max());
        view.OwnSlots.Min(s => s.At).ShouldBeGreaterThanOrEqualTo(office.House.Clock.GetUtcNow().AddDays(2));
        view.OwnSlots.Count.ShouldBeGreaterThan(12, "weeks to page through");
        BookingWindow.Nearest([], aim).ShouldBeNull();
    }
}
