using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>One plan that several departments share, and what each may see and change of it.</summary>
public sealed class PlanDepartmentTests
{
    [Theory, EachDatabase]
    public async Task A_department_sees_the_plan_only_while_it_takes_part_by_consent(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, health) = (await office.CitizenAsync(), await HealthAsync(office));
        (await health.RefusedAsync(new SeeMyPlan(citizen))).ShouldBe("citizen.not-found");
        var team = TeamId.From(health.Actor.Units.Single());
        (
            await office.Anna.RefusedAsync(new AddPlanPartner(citizen, team, "Genoptræning", office.Today.AddDays(1)))
        ).ShouldBe("plan-partner.consent");
        var partner = await office.Anna.DoneAsync(new AddPlanPartner(citizen, team, "Genoptræning", office.Today));
        (await health.DoneAsync(new SeeMyPlan(citizen))).Own.ShouldBe([Department.Health]);
        (await health.DoneAsync(new SeeSharedPlans())).All.Select(p => p.Citizen).ShouldBe([citizen]);
        (await health.RefusedAsync(new SeeCitizen(citizen))).ShouldBe("permission.denied");
        (await health.RefusedAsync(new SeeTimeline(citizen))).ShouldBe("permission.denied");
        await office.Anna.DoneAsync(new EndPlanPartner(citizen, partner.Id));
        (await health.RefusedAsync(new SeeMyPlan(citizen))).ShouldBe("citizen.not-found");
        (await health.DoneAsync(new SeeSharedPlans())).All.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task What_a_department_keeps_to_itself_only_it_and_the_citizen_see(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, health) = (await office.CitizenAsync(), await HealthAsync(office));
        await office.Anna.DoneAsync(
            new AddPlanPartner(citizen, TeamId.From(health.Actor.Units.Single()), "Genoptræning", office.Today)
        );
        var kept = await health.DoneAsync(
            new AddPlanStep(
                citizen,
                new(PlanStepKind.Treatment, "Forløb mod angst") { Area = Department.Health, HoursPerWeek = 2 }
            )
        );
        var shared = await health.DoneAsync(
            new AddPlanStep(
                citizen,
                new(PlanStepKind.Treatment, "Genoptræning af ryg") { Area = Department.Health, Shared = true }
            )
        );
        var ours = await office.Anna.DoneAsync(new AddPlanStep(citizen, new(PlanStepKind.JobSearch, "Søge to job")));
        var board = await office.Anna.DoneAsync(new SeeMyPlan(citizen));
        board.Steps.Select(s => (s.Id, s.MayEdit)).ShouldBe([(shared.Id, false), (ours.Id, true)], ignoreOrder: true);
        board.Kept.ShouldBe(1);
        (await office.Anna.DoneAsync(new SeeCitizen(citizen))).Now.Steps.ShouldNotContain(s => s.Id == kept.Id);
        (await office.Anna.DoneAsync(new SeeTimeline(citizen, TimelineKind.Plan))).Events.ShouldNotContain(e =>
            e.Text.Contains("angst")
        );
        (await office.Anna.RefusedAsync(new SeePlanStep(citizen, kept.Id))).ShouldBe("plan-step.not-found");
        (await office.House.As(citizen).DoneAsync(new SeeOwnPlan(citizen)))
            .Steps.Select(s => s.Title)
            .ShouldBe(["Forløb mod angst", "Genoptræning af ryg", "Søge to job"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_step_is_changed_by_its_own_department_only()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, health) = (await office.CitizenAsync(), await HealthAsync(office));
        await office.Anna.DoneAsync(
            new AddPlanPartner(citizen, TeamId.From(health.Actor.Units.Single()), "Genoptræning", office.Today)
        );
        var theirs = await health.DoneAsync(
            new AddPlanStep(
                citizen,
                new(PlanStepKind.Treatment, "Genoptræning") { Area = Department.Health, Shared = true }
            )
        );
        var ours = await office.Anna.DoneAsync(new AddPlanStep(citizen, new(PlanStepKind.JobSearch, "Søge to job")));
        foreach (var (seat, step) in new[] { (office.Anna, theirs.Id), (health, ours.Id) })
        {
            (await seat.RefusedAsync(new MovePlanStep(citizen, new(step, 1, PlanStepStatus.Finished)))).ShouldBe(
                "plan-step.other-department"
            );
            (await seat.RefusedAsync(new AgreePlanStep(citizen, step, 1))).ShouldBe("plan-step.other-department");
            (
                await seat.RefusedAsync(new EditPlanStep(citizen, step, 1, new(PlanStepKind.Treatment, "Noget andet")))
            ).ShouldBe(
                "plan-step.other-department"
            );
            (await seat.RefusedAsync(new WritePlanMessage(citizen, step, "Hej"))).ShouldBe(
                "plan-step.other-department"
            );
            (await seat.RefusedAsync(new SettlePlanThread(citizen, step))).ShouldBe("plan-step.other-department");
        }

        (await health.RefusedAsync(new AddPlanStep(citizen, new(PlanStepKind.JobSearch, "Søge job")))).ShouldBe(
            "plan-step.other-department"
        );
        (
            await office.Anna.RefusedAsync(
                new AddPlanStep(citizen, new(PlanStepKind.Treatment, "Behandling") { Area = Department.Health })
            )
        ).ShouldBe("plan-step.other-department");
        (await health.RefusedAsync(new SetPlanGoal(citizen, "Rask"))).ShouldBe("plan-goal.other-department");
        (await health.RefusedAsync(new AddPlanPartner(citizen, office.Team, "Job", office.Today))).ShouldBe(
            "permission.denied"
        );
        await health.DoneAsync(new MovePlanStep(citizen, new(theirs.Id, 1, PlanStepStatus.Finished)));
    }

    [Fact]
    public async Task A_team_without_a_department_and_one_of_the_jobcenter_take_part_in_nothing()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        (await office.Anna.RefusedAsync(new AddPlanPartner(citizen, office.Team, "Job", office.Today))).ShouldBe(
            "plan-partner.team"
        );
        var stranger = office.House.As(Role.PlanPartner, office.Team.Value);
        (await stranger.RefusedAsync(new SeeMyPlan(citizen))).ShouldBe("citizen.not-found");
    }

    [Fact]
    public async Task Who_has_a_case_role_too_gets_no_case_by_taking_part_in_a_plan()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, health) = (await office.CitizenAsync(), await HealthAsync(office));
        await office.Anna.DoneAsync(
            new AddPlanPartner(citizen, TeamId.From(health.Actor.Units.Single()), "Genoptræning", office.Today)
        );
        var both = office.House.As(
            new Actor(
                NewId.Of<UserId>(),
                "Begge dele",
                [.. health.Actor.Roles, RoleAssignment.Of(Role.CaseWorker, Guid.NewGuid())]
            )
        );
        (await both.RefusedAsync(new SeeCitizen(citizen))).ShouldBe("citizen.reason-required");
    }

    /// <summary>Somebody of the health centre's team.</summary>
    internal static async Task<Seat> HealthAsync(JobOffice office)
    {
        var team = NewId.Of<TeamId>();
        await office.TakeInAsync(new RegisteredTeam(team, "Sundhedscenteret", "Sundhed", Department.Health));
        return office.House.As(Role.PlanPartner, team.Value);
    }
}
