using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class PlanThreadTests
{
    [Theory, EachDatabase]
    public async Task What_the_citizen_writes_is_on_the_workers_list_until_it_is_answered(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        var me = office.House.As(citizen);
        var step = await office.Anna.DoneAsync(new AddPlanStep(citizen, new(PlanStepKind.JobSearch, "Søge to job")));
        await me.DoneAsync(new WriteOwnMessage(citizen, step.Id, "Må jeg søge i Aarhus?"));
        office.House.Clock.Advance(TimeSpan.FromDays(40));
        (await ReasonsAsync(office, citizen)).ShouldContain(r =>
            r.Reason == WorkReason.NewAnswer && r.Why.Contains("ingen har svaret")
        );
        await office.Anna.DoneAsync(new WritePlanMessage(citizen, step.Id, "Ja, gerne."));
        (await ReasonsAsync(office, citizen)).ShouldNotContain(r => r.Reason == WorkReason.NewAnswer);
        (await me.DoneAsync(new SeeOwnPlan(citizen)))
            .Steps.Single()
            .Entries.Select(e => (e.Author, e.Text))
            .ShouldBe([("Dig", "Må jeg søge i Aarhus?"), ("Beskæftigelse", "Ja, gerne.")]);
        await me.DoneAsync(new WriteOwnMessage(citizen, step.Id, "Tak"));
        await office.Anna.DoneAsync(new SettlePlanThread(citizen, step.Id));
        (await ReasonsAsync(office, citizen)).ShouldNotContain(r => r.Reason == WorkReason.NewAnswer);
    }

    [Fact]
    public async Task A_question_about_a_finished_step_is_still_answered()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        var step = await office.Anna.DoneAsync(new AddPlanStep(citizen, new(PlanStepKind.JobSearch, "Søge to job")));
        await office.Anna.DoneAsync(new MovePlanStep(citizen, new(step.Id, 1, PlanStepStatus.Finished)));
        await office.House.As(citizen).DoneAsync(new WriteOwnMessage(citizen, step.Id, "Hvad nu?"));
        (await ReasonsAsync(office, citizen)).Select(r => r.Reason).ShouldContain(WorkReason.NewAnswer);
    }

    [Fact]
    public async Task A_step_keeps_its_history_and_an_agreement_falls_when_its_content_changes()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        var step = (
            await office.Anna.DoneAsync(
                new AddPlanStep(citizen, new(PlanStepKind.JobSearch, "Søge to job") { Company = "Prøvebageriet" })
            )
        ).Id;
        await office.Anna.DoneAsync(new AgreePlanStep(citizen, step, 1) { Notice = "Du søger to job om ugen." });
        await office.House.As(citizen).DoneAsync(new ReadPlanNotice(citizen, step));
        var agreed = await SeeAsync(office, citizen, step);
        (agreed.Notice, agreed.Step.ReadAt).ShouldBe(("Du søger to job om ugen.", office.House.Clock.GetUtcNow()));
        var same = new NewPlanStep(PlanStepKind.JobSearch, "Søge to job") { Company = "Prøvebageriet", Shared = false };
        (
            await office.Anna.DoneAsync(new EditPlanStep(citizen, step, agreed.Step.Version, same))
        ).AgreementFell.ShouldBeFalse("who sees it is no content");
        office.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var edited = await office.Anna.DoneAsync(
            new EditPlanStep(citizen, step, agreed.Step.Version + 1, same with { Title = "Søge tre job" })
        );
        edited.AgreementFell.ShouldBeTrue();
        var now = await SeeAsync(office, citizen, step);
        (now.Step.AgreedAt, now.Step.ReadAt, now.Notice).ShouldBe((null, null, null));
        now.Entries.Select(e => e.IsMessage).ShouldEachBe(m => !m);
        now.Entries[^1].Text.ShouldBe("Ændret: teksten. Aftalen er faldet bort og skal indgås igen");
        (await office.Anna.RefusedAsync(new EditPlanStep(citizen, step, 1, same))).ShouldBe(
            "plan-step.changed-meanwhile"
        );
    }

    [Fact]
    public async Task The_citizen_writes_steps_and_goals_of_their_own()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, other) = (await office.CitizenAsync(), await office.CitizenAsync());
        var me = office.House.As(citizen);
        await me.DoneAsync(new SetOwnGoal(citizen, "Et job i en børnehave"));
        await me.DoneAsync(
            new AddOwnStep(
                citizen,
                new(PlanStepKind.OwnActivity, "Besøge to børnehaver")
                {
                    Area = Department.Health,
                    Owner = PlanOwner.Municipality,
                    Agreed = true,
                }
            )
        );
        var plan = await me.DoneAsync(new SeeOwnPlan(citizen));
        plan.Goal.ShouldBe("Et job i en børnehave");
        (plan.Steps.Single().Area, plan.Steps.Single().Owner, plan.Steps.Single().Agreed).ShouldBe(
            (Department.Employment, PlanOwner.Citizen, false)
        );
        (await ReasonsAsync(office, citizen)).Select(r => r.Reason).ShouldContain(WorkReason.NewAnswer);
        (await office.House.As(other).RefusedAsync(new AddOwnStep(citizen, new(PlanStepKind.Job, "x")))).ShouldBe(
            "citizen.not-found"
        );
        (await office.House.As(other).RefusedAsync(new WriteOwnMessage(citizen, plan.Steps[0].Id, "x"))).ShouldBe(
            "citizen.not-found"
        );
        (await office.House.As(other).RefusedAsync(new SetOwnGoal(citizen, "x"))).ShouldBe("citizen.not-found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_message_says_something(string text) =>
        WritePlanMessageHandler.Decide(text)!.Code.ShouldBe("plan-message.no-text");

    private static Task<PlanStepView> SeeAsync(JobOffice office, CitizenId citizen, PlanStepId step) =>
        office.Anna.DoneAsync(new SeePlanStep(citizen, step));

    private static async Task<IReadOnlyList<TodayReason>> ReasonsAsync(JobOffice office, CitizenId citizen) =>
        (await office.Anna.DoneAsync(new SeeToday() { PageSize = 100 }))
            .Rows.SingleOrDefault(r => r.Citizen == citizen)
            ?.Reasons
        ?? [];
}
