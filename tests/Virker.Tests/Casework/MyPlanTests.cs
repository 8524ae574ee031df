using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class MyPlanTests
{
    [Theory, EachDatabase]
    public async Task Agreed_is_an_act_of_its_own_that_is_told_read_and_locks_the_step(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        var me = office.House.As(citizen);
        var added = await office.Anna.DoneAsync(
            new AddPlanStep(
                citizen,
                new(PlanStepKind.JobSearch, "Søge to job om ugen") { HoursPerWeek = 4, To = office.Today.AddDays(30) }
            )
        );
        (await me.DoneAsync(new SeeOwnPlan(citizen))).Steps.Single().MayMove.ShouldBeTrue();
        await office.Anna.DoneAsync(new AgreePlanStep(citizen, added.Id, 1));
        var told = (await me.DoneAsync(new SeeOwnPlan(citizen))).Steps.Single();
        told.Notice!.ShouldContain("Søge to job om ugen");
        (
            await me.RefusedAsync(new MoveOwnStep(citizen, new(added.Id, told.Version, PlanStepStatus.Finished)))
        ).ShouldBe("plan-step.locked");
        await me.DoneAsync(new ReadPlanNotice(citizen, added.Id));
        var board = await office.Anna.DoneAsync(new SeeMyPlan(citizen));
        board.Steps.Single().ReadAt.ShouldBe(office.House.Clock.GetUtcNow());
        board.Hours.ShouldBe([(PlanStepKind.JobSearch, 4)]);
        (await office.Anna.RefusedAsync(new AgreePlanStep(citizen, added.Id, board.Steps.Single().Version))).ShouldBe(
            "plan-step.agreed"
        );
    }

    [Fact]
    public async Task What_the_citizen_finishes_is_a_new_answer_for_the_worker()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        var added = await office.Anna.DoneAsync(new AddPlanStep(citizen, new(PlanStepKind.OwnActivity, "Opdatere cv")));
        await office.House.As(citizen).DoneAsync(new MoveOwnStep(citizen, new(added.Id, 1, PlanStepStatus.Finished)));
        (await office.Anna.DoneAsync(new SeeToday()))
            .Rows.Single()
            .Reasons.ShouldContain(r => r.Reason == WorkReason.NewAnswer);
    }

    [Fact]
    public async Task A_plan_is_the_citizens_own_and_nobody_elses()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, other) = (await office.CitizenAsync(), await office.CitizenAsync());
        var added = await office.Anna.DoneAsync(new AddPlanStep(citizen, new(PlanStepKind.OwnActivity, "Opdatere cv")));
        (await office.House.As(other).RefusedAsync(new SeeOwnPlan(citizen))).ShouldBe("citizen.not-found");
        (
            await office
                .House.As(other)
                .RefusedAsync(new MoveOwnStep(citizen, new(added.Id, 1, PlanStepStatus.Finished)))
        ).ShouldBe("citizen.not-found");
    }

    [Fact]
    public async Task A_goal_keeps_its_history()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        await office.Anna.DoneAsync(new SetPlanGoal(citizen, "Et job på lager"));
        office.House.Clock.Advance(TimeSpan.FromDays(30));
        await office.Anna.DoneAsync(new SetPlanGoal(citizen, "En elevplads"));
        (await office.Anna.DoneAsync(new SeeMyPlan(citizen)))
            .Goals.Select(g => (g.Text, g.To is null))
            .ShouldBe([("En elevplads", true), ("Et job på lager", false)]);
    }
}
