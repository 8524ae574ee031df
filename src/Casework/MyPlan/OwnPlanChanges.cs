using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>The citizen puts a step of their own on the plan; it is theirs until it is agreed.</summary>
public sealed record AddOwnStep(CitizenId Citizen, NewPlanStep Step) : ICommand<PlanStepAdded>, IAboutCitizen;

[Requires("self-service.own-plan.write", Purpose = "Du skrev selv i din plan")]
internal sealed class AddOwnStepHandler(VirkerContext db, PlanSteps plan, CurrentActor actor)
    : IUseCase<AddOwnStep, PlanStepAdded>
{
    private const int MostOpen = 40;

    public async Task<Outcome<PlanStepAdded>> RunAsync(AddOwnStep command, CancellationToken ct = default)
    {
        if (actor.Value.Citizen != command.Citizen)
            return CitizenRefusals.NotFound;
        if (
            await db.Set<PlanStepRow>()
                .CountAsync(s => s.CitizenId == command.Citizen && s.Status == PlanStepStatus.Proposed, ct) >= MostOpen
        )
            return new Refusal(
                "plan-step.too-many",
                "Der er mange forslag i din plan. Gør nogle færdige, før du skriver flere."
            );
        var added = plan.Add(
            command.Citizen,
            command.Step with
            {
                Owner = PlanOwner.Citizen,
                Area = Department.Employment,
                Agreed = false,
                Shared = true,
            },
            null
        );
        if (added.IsRefused)
            return added.Refusal.In(nameof(command.Step));
        var step = (await db.FindAsync<PlanStepRow>([added.Value], ct))!;
        step.UnansweredAt = step.MadeAt;
        plan.Tell(step, "Borgeren har selv sat trinnet på planen");
        await db.SaveChangesAsync(ct);
        return new PlanStepAdded(added.Value);
    }
}

/// <summary>
/// The citizen writes in a step's thread; whoever has the step sees it on their list until it is answered.
/// </summary>
public sealed record WriteOwnMessage(CitizenId Citizen, PlanStepId Step, string Text) : ICommand<Done>, IAboutCitizen;

[Requires("self-service.own-plan.write", Purpose = "Du skrev selv i din plan")]
internal sealed class WriteOwnMessageHandler(VirkerContext db, PlanSteps plan, CurrentActor actor, TimeProvider clock)
    : IUseCase<WriteOwnMessage, Done>
{
    public async Task<Outcome<Done>> RunAsync(WriteOwnMessage command, CancellationToken ct = default)
    {
        if (actor.Value.Citizen != command.Citizen) return CitizenRefusals.NotFound;
        if (WritePlanMessageHandler.Decide(command.Text) is { } refusal) return refusal;
        var found = await WritePlanMessageHandler.ThreadAsync(db, plan, command.Citizen, command.Step, ct);
        if (found.IsRefused) return found.Refusal;
        plan.Enter(found.Value, PlanEntryKind.Message, command.Text.Trim());
        found.Value.UnansweredAt ??= clock.GetUtcNow();
        db.Touch(found.Value);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>The citizen says themselves what they work towards.</summary>
public sealed record SetOwnGoal(CitizenId Citizen, string Text) : ICommand<Done>, IAboutCitizen;

[Requires("self-service.own-plan.write", Purpose = "Du skrev selv i din plan")]
internal sealed class SetOwnGoalHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SetOwnGoal, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetOwnGoal command, CancellationToken ct = default) =>
        actor.Value.Citizen != command.Citizen
            ? CitizenRefusals.NotFound
            : await MyPlanGoals.SetAsync(db, command.Citizen, command.Text, "Borgeren", clock.Today(), ct);
}
