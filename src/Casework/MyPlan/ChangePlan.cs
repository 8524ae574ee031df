using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Put a new step on a citizen's plan.</summary>
public sealed record AddPlanStep(CitizenId Citizen, NewPlanStep Step) : ICommand, IAboutCitizen;

public sealed record PlanStepAdded(PlanStepId Id);

[Requires("casework.plan.write")]
internal sealed class AddPlanStepHandler(VirkerContext db, PlanSteps plan) : IUseCase<AddPlanStep, PlanStepAdded>
{
    public async Task<Outcome<PlanStepAdded>> RunAsync(AddPlanStep command, CancellationToken ct = default)
    {
        var added = plan.Add(command.Citizen, command.Step, null);
        if (added.IsRefused) return added.Refusal;
        await db.SaveChangesAsync(ct);
        return new PlanStepAdded(added.Value);
    }
}

/// <summary>Move a step on the board.</summary>
public sealed record MovePlanStep(CitizenId Citizen, PlanStepMove Move) : ICommand, IAboutCitizen;

[Requires("casework.plan.write")]
internal sealed class MovePlanStepHandler(VirkerContext db, PlanSteps plan) : IUseCase<MovePlanStep, Done>
{
    public async Task<Outcome<Done>> RunAsync(MovePlanStep command, CancellationToken ct = default)
    {
        if (await plan.MoveAsync(command.Citizen, command.Move, ct) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>
/// Agree a step: an act of its own. The citizen is told, and only when the notice has been read can the step bear a consequence; from now on the
/// citizen cannot move it alone.
/// </summary>
public sealed record AgreePlanStep(CitizenId Citizen, PlanStepId Step, int Version) : ICommand, IAboutCitizen;

[Requires("casework.plan.write")]
internal sealed class AgreePlanStepHandler(VirkerContext db, CurrentActor actor, TimeProvider clock) : IUseCase<AgreePlanStep, Done>
{
    public async Task<Outcome<Done>> RunAsync(AgreePlanStep command, CancellationToken ct = default)
    {
        var step = await db.Set<PlanStepRow>().FirstOrDefaultAsync(s => s.Id == command.Step && s.CitizenId == command.Citizen, ct);
        if (step is null) return new Refusal("plan-step.not-found", "Trinnet findes ikke.");
        if (step.Version != command.Version) return new Refusal("plan-step.changed-meanwhile", "Trinnet er ændret, siden du åbnede siden.");
        if (step.AgreedAt is not null) return new Refusal("plan-step.agreed", "Trinnet er allerede aftalt.");
        if (!PlanStepStatus.IsOpen(step.Status)) return new Refusal("plan-step.closed", "Et trin, der er slut, kan ikke aftales.");
        (step.AgreedAt, step.AgreedBy, step.Notice, step.Version) = (clock.GetUtcNow(), actor.Value.Name, PlanNotice.Of(step.Title, step.ToDay), step.Version + 1);
        if (step.Status == PlanStepStatus.Proposed) step.Status = PlanStepStatus.Planned;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>Set what a citizen works towards; the goal before ends the day before.</summary>
public sealed record SetPlanGoal(CitizenId Citizen, string Text) : ICommand, IAboutCitizen;

[Requires("casework.plan.write")]
internal sealed class SetPlanGoalHandler(VirkerContext db, CurrentActor actor, TimeProvider clock) : IUseCase<SetPlanGoal, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetPlanGoal command, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(command.Text) || command.Text.Length > 200) return new Refusal("plan-goal.text", "Skriv målet med højst 200 tegn.", Field: "Goal");
        var today = clock.Today();
        foreach (var goal in await db.Set<PlanGoalRow>().Where(g => g.CitizenId == command.Citizen && g.ToDay == null).ToListAsync(ct)) (goal.ToDay, goal.Version) = (today, goal.Version + 1);
        db.Add(new PlanGoalRow { Id = Guid.NewGuid(), CitizenId = command.Citizen, Text = command.Text.Trim(), FromDay = today, MadeBy = actor.Value.Name, Version = 1 });
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
