using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class BookingLinkTests
{
    private static readonly DateOnly Born = new(1980, 1, 1);

    [Theory, EachDatabase]
    public async Task The_citizen_books_and_moves_inside_the_window_through_the_link(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, invited) = await InvitedAsync(office);
        var anyone = office.House.As(Actor.Anonymous);
        var view = await anyone.DoneAsync(new OpenLink(invited.Link, Born));
        view.Booked.ShouldBeNull();
        var booked = await anyone.DoneAsync(new BookByLink(invited.Link, Born, view.Times[0], MeetingChannel.Phone));
        (await anyone.DoneAsync(new OpenLink(invited.Link, Born))).Booked.ShouldBe(booked.At);
        await anyone.DoneAsync(new BookByLink(invited.Link, Born, view.Times[1], MeetingChannel.Phone));
        (
            await office.House.ReadAsync(
                "select count(*) from meetings where booked_by_citizen and status = 'planlagt'".Replace(
                    "booked_by_citizen and",
                    dialect == Dialect.Sqlite ? "booked_by_citizen = 1 and" : "booked_by_citizen and"
                )
            )
        ).ShouldBe([1L]);
        (await office.Anna.DoneAsync(new SeeCitizen(citizen)))
            .Now.Course!.Conversations[0]
            .State.ShouldBe(DueState.Booked);
    }

    [Fact]
    public async Task A_link_opens_nothing_without_the_birthday_after_its_window_or_when_a_newer_one_is_made()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, invited) = await InvitedAsync(office);
        var anyone = office.House.As(Actor.Anonymous);
        (await anyone.RefusedAsync(new OpenLink(invited.Link, Born.AddDays(1)))).ShouldBe("link.birthday");
        (await anyone.RefusedAsync(new OpenLink(new string('0', 32), Born))).ShouldBe("link.not-found");
        var newer = await office.Anna.DoneAsync(new InviteToBook(citizen, MessageChannel.Sms, "", true));
        (await anyone.RefusedAsync(new OpenLink(invited.Link, Born))).ShouldBe("link.not-found");
        office.House.Clock.Advance(TimeSpan.FromDays(10));
        (await anyone.RefusedAsync(new OpenLink(newer.Link, Born))).ShouldBe("link.not-found");
        (
            await office.House.ReadAsync("select count(*) from journal where after like '%" + newer.Link + "%'")
        ).ShouldBe([0L]);
    }

    [Theory, EachDatabase]
    public async Task The_link_shows_the_whole_plan_and_nothing_that_asks_for_signing_in(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, invited) = await InvitedAsync(office);
        var health = await PlanDepartmentTests.HealthAsync(office);
        await office.Anna.DoneAsync(
            new AddPlanPartner(citizen, TeamId.From(health.Actor.Units.Single()), "Hjælp mod angst", office.Today)
        );
        await office.Anna.DoneAsync(new SetPlanGoal(citizen, "Job på et lager"));
        var agreed = await office.Anna.DoneAsync(
            new AddPlanStep(
                citizen,
                new(PlanStepKind.JobSearch, "Søge to job") { HoursPerWeek = 5, Company = "Lager Prøvesen" }
            )
        );
        await office.Anna.DoneAsync(new AgreePlanStep(citizen, agreed.Id, 1) { Notice = "Hemmelig varsling" });
        await office.Anna.DoneAsync(new WritePlanMessage(citizen, agreed.Id, "Hemmelig besked"));
        await health.DoneAsync(
            new AddPlanStep(
                citizen,
                new(PlanStepKind.OwnActivity, "Gå en tur hver dag")
                {
                    Area = Department.Health,
                    Shared = true,
                    Owner = PlanOwner.Citizen,
                }
            )
        );
        await health.DoneAsync(
            new AddPlanStep(
                citizen,
                new(PlanStepKind.Meeting, "Samtale om angst")
                {
                    Area = Department.Health,
                    Owner = PlanOwner.Municipality,
                }
            )
        );
        await health.DoneAsync(
            new AddPlanStep(
                citizen,
                new(PlanStepKind.Treatment, "Behandling af ryg") { Area = Department.Health, Shared = true }
            )
        );
        var view = await office.House.As(Actor.Anonymous).DoneAsync(new OpenLink(invited.Link, Born));
        view.Plan.Goal.ShouldBe("Job på et lager");
        view.Plan.Steps.Select(s => (s.Area, s.Title))
            .ShouldBe(
                [
                    (Department.Employment, "Søge to job"),
                    (Department.Health, "Gå en tur hver dag"),
                    (Department.Health, null),
                    (Department.Health, null),
                ],
                ignoreOrder: true
            );
        view.Plan.Departments.ShouldBe([Department.Health]);
        var told = System.Text.Json.JsonSerializer.Serialize(
            view.Plan,
            new System.Text.Json.JsonSerializerOptions
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
        told.ShouldContain("Gå en tur hver dag");
        foreach (
            var secret in new[]
            {
                "angst",
                "ryg",
                "Hemmelig",
                "Prøve",
                "Anna",
                "Sundhedscenteret",
                PlanStepKind.Treatment.Code,
            }
        )
            told.ShouldNotContain(secret);
    }

    [Theory, EachDatabase]
    public async Task Moving_takes_the_time_as_it_is_and_the_way_of_talking_that_was_chosen(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, invited) = await InvitedAsync(office);
        await office.Bo.DoneAsync(
            new OpenSlots(
                office.Today.AddDays(1),
                office.Today.AddDays(6),
                [DayOfWeek.Thursday],
                new(13, 0),
                new(14, 0),
                30
            )
        );
        var anyone = office.House.As(Actor.Anonymous);
        var first = await anyone.DoneAsync(
            new BookByLink(
                invited.Link,
                Born,
                (await anyone.DoneAsync(new OpenLink(invited.Link, Born))).Times[0],
                MeetingChannel.Phone
            )
        );
        await office.TryAsync(await office.CitizenAsync(), first.At, with: office.Bo);
        await office.Anna.DoneAsync(new ChangeWorker(citizen, office.Bo.User, "Barsel", "Borgeren booker selv."));
        var view = await anyone.DoneAsync(new OpenLink(invited.Link, Born));
        await anyone.DoneAsync(new BookByLink(invited.Link, Born, view.Times[0], MeetingChannel.Attendance));
        var moved = (await office.Bo.DoneAsync(new SeeCitizen(citizen))).Meetings.Single();
        (moved.At, moved.Channel, moved.Worker).ShouldBe((view.Times[0], MeetingChannel.Attendance, "Bo Prøvesen"));
        (await anyone.DoneAsync(new OpenLink(invited.Link, Born))).Minutes.ShouldBe(30);
    }

    [Theory, EachDatabase]
    public async Task A_time_for_one_kind_of_conversation_is_offered_for_no_other(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (jobReady, sick) = (await office.CitizenAsync(benefit: 2), await office.CitizenAsync(benefit: 6));
        await office.Anna.DoneAsync(Slots(MeetingKind.Sick));
        (await office.Anna.RefusedAsync(new InviteToBook(jobReady, MessageChannel.Sms, "", true))).ShouldBe(
            "invite.no-times"
        );
        (await office.Anna.DoneAsync(new SeeBooking(jobReady))).OwnSlots.ShouldBeEmpty();
        (await office.Anna.DoneAsync(new SeeBooking(sick))).OwnSlots.ShouldNotBeEmpty();
        var invited = await office.Anna.DoneAsync(new InviteToBook(sick, MessageChannel.Sms, "", true));
        (
            await office.House.As(Actor.Anonymous).DoneAsync(new OpenLink(invited.Link, Born))
        ).Times.Count.ShouldBeGreaterThan(2);

        OpenSlots Slots(MeetingKind kind) =>
            new(
                office.Today.AddDays(1),
                office.Today.AddDays(6),
                [DayOfWeek.Wednesday, DayOfWeek.Thursday],
                new(9, 0),
                new(12, 0),
                45,
                kind
            );
    }

    [Theory, EachDatabase]
    public async Task What_is_planned_already_is_told_where_a_time_is_chosen(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, invited) = await InvitedAsync(office);
        var anyone = office.House.As(Actor.Anonymous);
        (await anyone.DoneAsync(new OpenLink(invited.Link, Born))).AlsoPlanned.ShouldBeEmpty();
        await office.BookAsync(citizen, office.At(9, 9));
        var view = await anyone.DoneAsync(new OpenLink(invited.Link, Born));
        view.AlsoPlanned.ShouldBe([office.At(9, 9)]);
        await anyone.DoneAsync(new BookByLink(invited.Link, Born, view.Times[0], MeetingChannel.Phone));
        view = await anyone.DoneAsync(new OpenLink(invited.Link, Born));
        view.Booked.ShouldNotBeNull();
        view.AlsoPlanned.ShouldBe([office.At(9, 9)]);
    }

    [Fact]
    public async Task Nobody_is_invited_into_a_void()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        (
            await office.Anna.RefusedAsync(new InviteToBook(await office.CitizenAsync(), MessageChannel.Sms, "", true))
        ).ShouldBe("invite.no-times");
    }

    [Fact]
    public async Task A_time_that_was_never_open_is_not_to_be_had()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (_, invited) = await InvitedAsync(office);
        (
            await office
                .House.As(Actor.Anonymous)
                .RefusedAsync(new BookByLink(invited.Link, Born, office.At(1, 15), MeetingChannel.Phone))
        ).ShouldBe("booking.taken");
    }

    private static async Task<(CitizenId Citizen, InvitedToBook Invited)> InvitedAsync(JobOffice office)
    {
        var citizen = await office.CitizenAsync();
        await office.Anna.DoneAsync(
            new OpenSlots(
                office.Today.AddDays(1),
                office.Today.AddDays(6),
                [DayOfWeek.Wednesday, DayOfWeek.Thursday],
                new(9, 0),
                new(12, 0),
                45
            )
        );
        return (citizen, await office.Anna.DoneAsync(new InviteToBook(citizen, MessageChannel.Sms, "", true)));
    }
}
