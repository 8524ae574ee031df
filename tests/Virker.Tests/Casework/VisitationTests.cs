using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class VisitationTests
{
    internal static readonly string[] AllPapers = ["legitimation", "cv", "kontoudtog", "bolig", "formue"];

    [Theory, EachDatabase]
    public async Task From_the_first_enquiry_to_a_case_a_course_and_a_booked_conversation_in_one_decision(
        Dialect dialect
    )
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, cpr) = await office.StrangerAsync();
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
        (await office.Anna.RefusedAsync(new SeeCitizen(citizen))).ShouldBe("citizen.reason-required");
        var registered = await office.Anna.DoneAsync(new RegisterApplication(cpr, 2, "Opsagt fra lager", AllPapers));
        (registered.Citizen, registered.Again, registered.RunningCase).ShouldBe((citizen, false, false));
        var view = await office.Anna.DoneAsync(new SeeApplication(citizen, registered.Id));
        view.Missing.ShouldBeEmpty();
        view.Group.Group.ShouldBe(2);
        view.Group.Why.ShouldContain("§ 6, nr. 2");
        view.FirstBy.ShouldBe(office.Today.AddDays(7));
        var slot = view.Slots[0];
        var decided = await office.Anna.DoneAsync(
            new DecideApplication(citizen, registered.Id, view.Version, 2, view.Segment.Segment, slot.WorkerId)
            {
                First = new(slot.At, slot.Minutes, MeetingChannel.Attendance),
            }
        );
        decided.First.ShouldNotBeNull();
        var after = await office.Anna.DoneAsync(new SeeCitizen(citizen));
        after.Case!.Worker.ShouldBe(slot.Worker);
        after.Now.Course!.Conversations[0].State.ShouldBe(DueState.Booked);
        (
            await office.Anna.RefusedAsync(
                new DecideApplication(citizen, registered.Id, view.Version + 1, 3, view.Segment.Segment, slot.WorkerId)
            )
        ).ShouldBe("application.decided");
        ((string)(await office.House.ReadAsync("select evidence from applications"))[0]!).ShouldContain(
            "Opsagt fra lager"
        );
    }

    [Theory, EachDatabase]
    public async Task Who_decides_for_another_team_sees_it_through_that_day_and_not_after(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var elsewhere = new RegisteredTeam(NewId.Of<TeamId>(), "Sygeteamet", "Sygedagpenge");
        var other = office.House.As(Role.CaseWorker, elsewhere.Id.Value);
        await office.TakeInAsync(
            elsewhere,
            new RegisteredWorker(other.User, elsewhere.Id, "Cille Prøvesen", "Sagsbehandler")
        );
        var (citizen, cpr) = await office.StrangerAsync();
        var registered = await office.Anna.DoneAsync(
            new RegisterApplication(cpr, 6, "Syg", ["legitimation", "oplysningsskema", "arbejdsgiver"])
        );
        await office.Anna.DoneAsync(
            new DecideApplication(citizen, registered.Id, 1, 6, Segment.InDemand, other.User)
            {
                First = new(office.At(3, 10), 45, MeetingChannel.Phone),
            }
        );
        (await office.Anna.DoneAsync(new SeeApplication(citizen, registered.Id))).Decided.ShouldBeTrue();
        (await other.DoneAsync(new SeeCitizen(citizen))).Case!.Worker.ShouldBe("Cille Prøvesen");
        office.House.Clock.Advance(TimeSpan.FromDays(1));
        (await office.Anna.RefusedAsync(new SeeApplication(citizen, registered.Id))).ShouldBe(
            "citizen.reason-required"
        );
    }

    [Theory, EachDatabase]
    public async Task A_case_is_the_jobcenters_and_an_application_comes_from_somebody_who_lives_here(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var health = await PlanDepartmentTests.HealthAsync(office);
        await office.TakeInAsync(
            new RegisteredWorker(health.User, TeamId.From(health.Actor.Units.Single()), "Dagny Prøvesen", "Terapeut")
        );
        var (citizen, cpr) = await office.StrangerAsync();
        var registered = await office.Anna.DoneAsync(new RegisterApplication(cpr, 2, "Opsagt", AllPapers));
        (
            await office.Anna.RefusedAsync(
                new DecideApplication(citizen, registered.Id, 1, 2, Segment.InDemand, health.User)
            )
        ).ShouldBe("application.worker");
        await office.Anna.DoneAsync(
            new DecideApplication(citizen, registered.Id, 1, 2, Segment.InDemand, office.Anna.User)
        );
        (await office.Anna.RefusedAsync(new ChangeWorker(citizen, health.User, "Ryggen", "Træner selv"))).ShouldBe(
            "worker.not-found"
        );
        (
            await office.Anna.RefusedAsync(
                new BookMeeting(citizen, office.At(3, 10), MeetingKind.Job, MeetingChannel.Phone)
                {
                    Worker = UserId.From(Guid.NewGuid()),
                }
            )
        ).ShouldBe("worker.not-found");
        var (_, gone) = await office.StrangerAsync(movedOn: office.Today.AddDays(-1));
        (await office.Anna.RefusedAsync(new RegisterApplication(gone, 2, "Opsagt", AllPapers))).ShouldBe(
            "application.unknown-citizen"
        );
    }

    [Theory, EachDatabase]
    public async Task Somebody_with_a_running_case_keeps_its_worker_and_the_conversation_is_theirs(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, cpr) = await office.StrangerAsync();
        await office.TakeInAsync(
            new RegisteredCase(NewId.Of<CaseId>(), citizen, office.Team, office.Bo.User, office.Today)
        );
        var registered = await office.Anna.DoneAsync(new RegisterApplication(cpr, 2, "Opsagt", AllPapers));
        (await office.Anna.DoneAsync(new SeeApplication(citizen, registered.Id)))
            .Workers.Select(w => w.Id)
            .ShouldBe([office.Bo.User]);
        DecideApplication With(UserId worker) =>
            new(citizen, registered.Id, 1, 2, Segment.InDemand, worker)
            {
                First = new(office.At(3, 10), 45, MeetingChannel.Phone),
            };
        (await office.Anna.RefusedAsync(With(office.Anna.User))).ShouldBe("application.has-worker");
        var decided = await office.Anna.DoneAsync(With(office.Bo.User));
        decided.Worker.ShouldBe("Bo Prøvesen");
        var after = await office.Anna.DoneAsync(new SeeCitizen(citizen));
        (after.Case!.Worker, after.Case.WorkerChanges, after.Meetings.Single().Worker).ShouldBe(
            ("Bo Prøvesen", 0, "Bo Prøvesen")
        );
        var (nobodys, other) = await office.StrangerAsync();
        await office.TakeInAsync(new RegisteredCase(NewId.Of<CaseId>(), nobodys, office.Team, null, office.Today));
        var second = await office.Anna.DoneAsync(new RegisterApplication(other, 2, "Opsagt", AllPapers));
        await office.Anna.DoneAsync(
            new DecideApplication(nobodys, second.Id, 1, 2, Segment.InDemand, office.Anna.User)
        );
        (await office.Anna.DoneAsync(new SeeCitizen(nobodys))).Case!.Worker.ShouldBe("Anna Prøvesen");
    }

    [Theory, EachDatabase]
    public async Task Coming_again_with_a_missing_paper_is_the_same_application_counted(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, cpr) = await office.StrangerAsync();
        var first = await office.Anna.DoneAsync(new RegisterApplication(cpr, 2, "Opsagt", ["cv"]));
        var view = await office.Anna.DoneAsync(new SeeApplication(citizen, first.Id));
        view.Missing.Select(m => m.Code).ShouldBe(["legitimation", "kontoudtog", "bolig", "formue"]);
        (
            await office.Anna.RefusedAsync(
                new DecideApplication(citizen, first.Id, view.Version, 2, Segment.InDemand, office.Anna.User)
            )
        ).ShouldBe("application.missing");
        var again = await office.Anna.DoneAsync(
            new RegisterApplication(cpr, 2, "Opsagt", ["legitimation", "kontoudtog", "bolig", "formue"])
        );
        (again.Id, again.Again, again.Submissions).ShouldBe((first.Id, true, 2));
        (await office.Anna.DoneAsync(new SeeApplication(citizen, first.Id))).Missing.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_citizen_is_asked_for_all_that_is_missing_at_once_and_an_application_can_be_withdrawn(
        Dialect dialect
    )
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, cpr) = await office.StrangerAsync();
        var registered = await office.Anna.DoneAsync(new RegisterApplication(cpr, 2, "Opsagt", ["cv"]));
        await office.Anna.DoneAsync(new RegisterApplication(cpr, 6, "Syg", []));
        await office.Anna.DoneAsync(new AskForPapers(citizen, registered.Id));
        (await office.Anna.DoneAsync(new SeeMessages(citizen)))
            .Messages.ShouldHaveSingleItem()
            .Text.ShouldContain("- Legitimation\n- Kontoudtog");
        var view = await office.Anna.DoneAsync(new SeeApplication(citizen, registered.Id));
        view.AlsoOpen.ShouldBe(["Sygedagpenge"]);
        await office.Anna.DoneAsync(new WithdrawApplication(citizen, registered.Id, view.Version));
        (await office.Anna.RefusedAsync(new AskForPapers(citizen, registered.Id))).ShouldBe("application.not-open");
        (
            await office.Anna.RefusedAsync(
                new DecideApplication(citizen, registered.Id, view.Version + 1, 2, Segment.InDemand, office.Anna.User)
            )
        ).ShouldBe("application.not-open");
        (await office.Anna.DoneAsync(new RegisterApplication(cpr, 2, "Opsagt igen", AllPapers))).Again.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task What_was_known_at_the_decision_stands_there_when_the_register_has_moved_on(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, cpr) = await office.StrangerAsync();
        var registered = await office.Anna.DoneAsync(new RegisterApplication(cpr, 2, "Opsagt", AllPapers));
        await office.Anna.DoneAsync(
            new DecideApplication(citizen, registered.Id, 1, 2, Segment.InDemand, office.Anna.User)
        );
        await office.TakeInAsync(
            new RegisteredEmployment(citizen, office.Today.AddDays(-40), office.Today.AddDays(-2), 37)
        );
        var decision = (await office.Anna.DoneAsync(new SeeApplication(citizen, registered.Id))).Decision!;
        (decision.By, decision.Segment).ShouldBe((office.Anna.Actor.Name, "Efterspurgt på arbejdsmarkedet"));
        decision.Evidence.ShouldContain(("Siden seneste job", "intet job i registret"));
        decision.Evidence.ShouldContain(("Hvorfor", "Opsagt"));
    }

    [Fact]
    public async Task When_the_first_time_is_taken_the_case_is_not_opened_either()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, cpr) = await office.StrangerAsync();
        var registered = await office.Anna.DoneAsync(new RegisterApplication(cpr, 2, "Opsagt", AllPapers));
        await office.BookAsync(await office.CitizenAsync(), office.At(1, 10));
        var refused = await office.Anna.RunAsync(
            new DecideApplication(citizen, registered.Id, 1, 2, Segment.InDemand, office.Anna.User)
            {
                First = new(office.At(1, 10), 45, MeetingChannel.Phone),
            }
        );
        (refused.Refusal!.Code, refused.Refusal.Field).ShouldBe(("booking.worker-taken", "First.At"));
        (await office.Anna.DoneAsync(new SeeApplication(citizen, registered.Id))).RunningWorker.ShouldBeNull();
    }

    [Fact]
    public async Task Rows_of_a_file_are_shown_and_those_that_are_wrong_are_skipped()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (first, second) = (await office.StrangerAsync(), await office.StrangerAsync());
        var text =
            $"# cpr; ydelse; hvorfor\n{first.Cpr}; 2; Opsagt\n{first.Cpr}; 2; Opsagt igen\nikke et nummer; 2; Opsagt\n{second.Cpr}; 99; Opsagt\n{second.Cpr}; 6; Syg";
        var rows = (await office.Anna.DoneAsync(new ReadIntake(text))).Rows;
        rows.Select(r => (r.Line, r.Problem is null))
            .ShouldBe([(2, true), (3, false), (4, false), (5, false), (6, true)]);
        (await office.House.CountAsync("applications")).ShouldBe(0);
        (await office.Anna.DoneAsync(new TakeIn(text))).ShouldBe(new TakenIn(2, 3));
        (await office.Anna.DoneAsync(new SeeApplications()))
            .Open.Select(a => a.Citizen)
            .ShouldBe([first.Citizen, second.Citizen], ignoreOrder: true);
        (await office.House.As(Role.CaseWorker, Guid.NewGuid()).DoneAsync(new SeeApplications())).Open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 45, true, true, 1)]
    [InlineData(2, 45, false, true, 2)]
    [InlineData(2, 45, false, false, 3)]
    [InlineData(4, 24, false, true, 4)]
    [InlineData(4, 24, false, false, 5)]
    [InlineData(4, 24, true, true, 2)]
    [InlineData(6, 45, true, true, 6)]
    [InlineData(13, 45, true, true, null)]
    public void A_target_group_is_suggested_with_its_reason(int benefit, int age, bool educated, bool ready, int? group)
    {
        var advice = AdvisedGroup.Of(new(benefit, age, educated, ready), Lawbook.Current, new(2024, 3, 4));
        advice.Group.ShouldBe(group);
        advice.Why.Length.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData(Educations.Vocational, 10, 2, "efterspurgt")]
    [InlineData(Educations.Primary, 10, 2, "brancheskift")]
    [InlineData(Educations.LongHigher, 52, 2, "langtidsrisiko")]
    [InlineData(Educations.Vocational, 10, 12, "langtidsrisiko")]
    [InlineData(Educations.Vocational, 10, null, "langtidsrisiko")]
    public void A_segment_is_suggested_by_stated_criteria(int education, int weeks, int? months, string segment)
    {
        var advice = SegmentAdvice.Of(new(education, weeks, months));
        advice.Segment.ShouldBe(Segment.Of(segment));
        advice.Criteria.Count.ShouldBe(3);
    }
}
