using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Put a new step on a citizen's plan.</summary>
public sealed record AddPlanStep(CitizenId Citizen, NewPlanStep Step) : ICommand<PlanStepAdded>, IAboutCitizen;

public sealed record PlanStepAdded(PlanStepId Id);

[Requires("casework.plan.write")]
internal sealed class AddPlanStepHandler(VirkerContext db, PlanSteps plan, PlanSight sight)
    : IUseCase<AddPlanStep, PlanStepAdded>
{
    public async Task<Outcome<PlanStepAdded>> RunAsync(AddPlanStep command, CancellationToken ct = default)
    {
        var own = (await sight.DepartmentsAsync(ct)).Contains(command.Step.Area);
        var other = own ? null : PlanSight.OtherDepartment(command.Step.Area) with
        {
            Field = nameof(NewPlanStep.Area),
        };
        if (Refusal.Each(other, PlanSteps.Decide(command.Step)) is { } refusal)
            return refusal.In(nameof(command.Step));
        var added = plan.Add(command.Citizen, command.Step, null);
        if (added.IsRefused) return added.Refusal;
        await db.SaveChangesAsync(ct);
        return new PlanStepAdded(added.Value);
    }
}

/// <summary>Move a step on the board.</summary>
public sealed record MovePlanStep(CitizenId Citizen, PlanStepMove Move) : ICommand<Done>, IAboutCitizen;

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
/// Agree a step: an act of its own. The citizen is told, and only when the notice has been read can the step bear a
/// consequence; from now on the citizen cannot move it alone.
/// </summary>
public sealed record AgreePlanStep(CitizenId Citizen, PlanStepId Step, int Version) : ICommand<Done>, IAboutCitizen
{
    /// <summary>The words that the citizen is told; null are the usual ones.</summary>
    public string? Notice { get; init; }
}

[Requires("casework.plan.write")]
internal sealed class AgreePlanStepHandler(VirkerContext db, PlanSteps plan, CurrentActor actor, TimeProvider clock)
    : IUseCase<AgreePlanStep, Done>
{
    public async Task<Outcome<Done>> RunAsync(AgreePlanStep command, CancellationToken ct = default)
    {
        var found = await plan.ToChangeAsync(command.Citizen, command.Step, command.Version, ct);
        if (found.IsRefused) return found.Refusal;
        var step = found.Value;
        if (Decide(command, step) is { } refusal) return refusal;
        var notice = PlanSteps.Said(command.Notice) ?? PlanNotice.Of(step.Title, step.ToDay);
        (step.AgreedAt, step.AgreedBy, step.Notice, step.ReadAt) = (clock.GetUtcNow(), actor.Value.Name, notice, null);
        if (step.Status == PlanStepStatus.Proposed)
            step.Status = PlanStepStatus.Planned;
        plan.Tell(step, $"Aftalt. Besked til borgeren: {notice}");
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(AgreePlanStep command, PlanStepRow step) => Refusal.Each(
        step.AgreedAt is not null ? new Refusal("plan-step.agreed", "Trinnet er allerede aftalt.") : null,
        !step.Status.IsOpen
            ? new Refusal("plan-step.closed", "Et trin, der er slut, kan ikke aftales.") : null,
        command.Notice?.Length > PlanNotice.Longest
            ? new Refusal("plan-step.notice",
                $"Skriv beskeden med højst {PlanNotice.Longest} tegn.", Field: nameof(command.Notice)) : null);
}

/// <summary>Set what a citizen works towards; the goal before ends.</summary>
public sealed record SetPlanGoal(CitizenId Citizen, string Text) : ICommand<Done>, IAboutCitizen;

[Requires("casework.plan.write")]
internal sealed class SetPlanGoalHandler(VirkerContext db, PlanSight sight, CurrentActor actor, TimeProvider clock)
    : IUseCase<SetPlanGoal, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetPlanGoal command, CancellationToken ct = default)
    {
        if (!(await sight.DepartmentsAsync(ct)).Contains(Department.Employment))
            return new Refusal(
                "plan-goal.other-department",
                "Målet skrives af borgeren og sagsbehandleren i jobcenteret.",
                Field: nameof(command.Text)
            );
        return await MyPlanGoals.SetAsync(db, command.Citizen, command.Text, actor.Value.Name, clock.Today(), ct);
    }
}

internal static class MyPlanGoals
{
    private const int Longest = 200;

    public static async Task<Outcome<Done>> SetAsync(
        VirkerContext db,
        CitizenId citizen,
        string text,
        string by,
        DateOnly today,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > Longest)
            return new Refusal("plan-goal.text",
                $"Skriv målet med højst {Longest} tegn.", Field: nameof(SetPlanGoal.Text));
        var standing = await db.Set<MyPlanGoalRow>()
            .Where(g => g.CitizenId == citizen && g.ToDay == null)
            .ToListAsync(ct);
        if (standing is [var same] && same.Text == text.Trim())
            return Done.It;
        foreach (var goal in standing)
            goal.ToDay = today;
        db.Add(
            new MyPlanGoalRow
            {
                Id = Guid.NewGuid(),
                CitizenId = citizen,
                Text = text.Trim(),
                FromDay = today,
                MadeBy = by,
            }
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
