using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class TodayTests
{
    private static readonly DateOnly Day = new(2024, 5, 14);

    [Theory, EachDatabase]
    public async Task Each_counter_equals_its_list(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, inhabitants: 3000);
        town.House.Clock.Set(new(2024, 4, 2, 7, 0, 0, TimeSpan.Zero));
        var (_, team, worker) = await town.RunningCaseAsync();
        var seat = town.House.As(new Actor(worker, "Prøve", [RoleAssignment.Of(Role.CaseWorker, team)]));
        foreach (var scope in new[] { (TeamId?)null, TeamId.From(team) })
        {
            var all = await seat.DoneAsync(new SeeToday(scope) { PageSize = 5000 });
            all.Counters.Count(c => c.Count > 0).ShouldBeGreaterThan(1);
            all.Rows.ShouldEachBe(r => r.Reasons.Count > 0 && r.Reasons.All(x => x.Why.Length > 0));
            foreach (var counter in all.Counters)
            {
                var list = await seat.DoneAsync(new SeeToday(scope) { Reason = counter.Reason, PageSize = 5000 });
                (list.Total, list.Rows.Count).ShouldBe((counter.Count, counter.Count), counter.Reason.Code);
                list.Rows.Where(r => r.Reasons.All(x => x.Reason != counter.Reason)).ShouldBeEmpty();
                list.Counters.ShouldBe(all.Counters, "the counters do not move with the filter");
            }
        }
    }

    [Theory, EachDatabase]
    public async Task The_teams_counts_are_its_workers_lists(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, inhabitants: 3000);
        town.House.Clock.Set(new(2024, 4, 2, 7, 0, 0, TimeSpan.Zero));
        var (_, team, _) = await town.RunningCaseAsync();
        var leader = town.House.As(Role.TeamLeader, team);
        var seen = await leader.DoneAsync(new SeeTeamToday(TeamId.From(team)));
        foreach (var worker in seen.Workers.Where(w => w.Cases > 0))
        {
            var list = await leader.DoneAsync(
                new SeeToday(TeamId.From(team)) { Worker = worker.Worker, PageSize = 5000 }
            );
            list.Counters.Single(c => c.Reason == WorkReason.Overdue).Count.ShouldBe(worker.Overdue);
            list.Counters.Single(c => c.Reason == WorkReason.Due).Count.ShouldBe(worker.Due);
            list.Counters.Single(c => c.Reason == WorkReason.Behind).Count.ShouldBe(worker.Behind);
            list.Counters.Single(c => c.Reason == WorkReason.Unrecorded).Count.ShouldBe(worker.Unrecorded);
            list.Counters.Single(c => c.Reason == WorkReason.NoNextStep).Count.ShouldBe(worker.NoNextStep);
        }

        (
            await town.House.As(Role.TeamLeader, Guid.NewGuid()).RefusedAsync(new SeeTeamToday(TeamId.From(team)))
        ).ShouldBe("team.not-yours");
    }

    [Fact]
    public async Task A_case_that_rests_is_off_the_list_until_its_day_and_comes_back_when_the_law_is_broken()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync(since: office.Today);
        (await ListAsync(office)).Rows.Single().Reasons.ShouldContain(r => r.Reason == WorkReason.Due);
        await office.Anna.DoneAsync(new PutOnHold(citizen, HoldReason.WaitsForCitizen, "", office.Today.AddDays(30)));
        var resting = await ListAsync(office);
        (resting.Total, resting.OnHold).ShouldBe((0, 1));
        (await office.Anna.DoneAsync(new SeeToday() { OnHold = true }))
            .Rows.Single()
            .HoldUntil.ShouldBe(office.Today.AddDays(30));
        office.House.Clock.Advance(TimeSpan.FromDays(8));
        (await ListAsync(office)).Rows.Single().Reasons.ShouldContain(r => r.Reason == WorkReason.Overdue);
        await office.Anna.DoneAsync(new LiftHold(citizen));
        (await ListAsync(office)).OnHold.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_booked_leaves_the_list_and_what_is_not_recorded_comes_back()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync(since: office.Today);
        var booked = await office.BookAsync(citizen, office.At(1, 10));
        (await ListAsync(office)).Counters.Single(c => c.Reason == WorkReason.Due).Count.ShouldBe(0);
        office.House.Clock.Advance(TimeSpan.FromDays(1));
        (await ListAsync(office)).Rows.Single().Reasons[0].Reason.ShouldBe(WorkReason.MeetingToday);
        office.House.Clock.Advance(TimeSpan.FromDays(1));
        var row = (await ListAsync(office)).Rows.Single();
        (row.Reasons[0].Reason, row.Meeting).ShouldBe((WorkReason.Unrecorded, booked.Id));
    }

    [Fact]
    public async Task Reminders_and_colours_are_ones_own()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-300), benefit: 3);
        await office.Anna.DoneAsync(new SetReminder(citizen, office.Today.AddDays(2), "Ring om praktik"));
        await office.Anna.DoneAsync(new MarkCitizen(citizen, MarkColour.Yellow));
        office.House.Clock.Advance(TimeSpan.FromDays(2));
        var mine = (await ListAsync(office)).Rows.Single();
        mine.Reasons.ShouldContain(r => r.Reason == WorkReason.Reminder && r.Why == "Ring om praktik");
        mine.Colour.ShouldBe(MarkColour.Yellow);
        var bo = (await office.Bo.DoneAsync(new SeeToday(office.Team))).Rows.Single();
        bo.Reasons.ShouldNotContain(r => r.Reason == WorkReason.Reminder);
        bo.Colour.ShouldBeNull();
        var reminder = (await office.Anna.DoneAsync(new SeeOwnMark(citizen))).Reminders.ShouldHaveSingleItem();
        (await office.Bo.DoneAsync(new SeeOwnMark(citizen))).Reminders.ShouldBeEmpty();
        (await office.Bo.RefusedAsync(new CloseReminder(citizen, reminder.Id))).ShouldBe("reminder.not-found");
        await office.Anna.DoneAsync(new CloseReminder(citizen, reminder.Id));
        (await office.Anna.DoneAsync(new SeeOwnMark(citizen))).Reminders.ShouldBeEmpty();
        (await ListAsync(office)).Counters.Single(c => c.Reason == WorkReason.Reminder).Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_view_is_part_of_an_address_here_and_nothing_else()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        await office.Anna.DoneAsync(new SaveView("Over frist", "?grund=frist-overskredet"));
        (await office.Anna.RefusedAsync(new SaveView("Ond", "//fremmed.example"))).ShouldBe("view.query");
        (await ListAsync(office)).Views.Single().Query.ShouldBe("?grund=frist-overskredet");
        (await office.Bo.DoneAsync(new SeeToday())).Views.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("andet", "", 10, "hold.no-note")]
    [InlineData("barsel", "", 0, "hold.in-past")]
    [InlineData("barsel", "", 200, "hold.too-long")]
    public void A_hold_needs_a_reason_and_an_end(string reason, string note, int days, string code) =>
        PutOnHoldHandler
            .Decide(new(default, HoldReason.Stored(reason), note, Day.AddDays(days)), Day)!
            .Code.ShouldBe(code);

    [Fact]
    public void Each_state_gives_its_reason()
    {
        Codes(new WorkState((ContactCourse?)null)).ShouldBe([WorkReason.NoNextStep]);
        Codes(new WorkState((ContactCourse?)null) { OpenSteps = 1 }).ShouldBeEmpty();
        Codes(new WorkState((ContactCourse?)null) { OpenSteps = 1, StepEnded = Day.AddDays(-1) })
            .ShouldBe([WorkReason.StepEnded]);
        Codes(new WorkState((ContactCourse?)null) { OpenSteps = 1, LastMissed = At(-3) }).ShouldBe([WorkReason.Missed]);
        Codes(
                new WorkState((ContactCourse?)null)
                {
                    OpenSteps = 1,
                    LastMissed = At(-3),
                    LastHeld = At(-1),
                }
            )
            .ShouldBeEmpty();
        Codes(new WorkState((ContactCourse?)null) { NextMeeting = At(0), InAbsence = At(0) })
            .ShouldBe([WorkReason.MeetingToday, WorkReason.InAbsence]);
        Codes(new WorkState((ContactCourse?)null) { NextMeeting = At(9), AssignedOn = Day.AddDays(-7) })
            .ShouldBe([WorkReason.NewToMe]);
        Codes(new WorkState((ContactCourse?)null) { NextMeeting = At(9), AssignedOn = Day.AddDays(-8) })
            .ShouldBeEmpty();
        Codes(new WorkState((ContactCourse?)null) { NextMeeting = At(9), UnreadSince = Day.AddDays(-7) })
            .ShouldBe([WorkReason.WaitsForCitizen]);
        WorkReason.All.Select(r => r.Code).Distinct().Count().ShouldBe(WorkReason.All.Count);
    }

    private static IEnumerable<WorkReason> Codes(WorkState state) => WorkReasons.Of(state, Day).Select(r => r.Reason);

    private static DateTimeOffset At(int days) => Day.AddDays(days).ToDateTime(new TimeOnly(12, 0)).DanishInstant();

    private static Task<Today> ListAsync(JobOffice office) => office.Anna.DoneAsync(new SeeToday() { PageSize = 100 });
}
