using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>The citizen's own plan, as they see it: goal, steps, and what has been agreed and not read.</summary>
public sealed record SeeOwnPlan(CitizenId Citizen) : IQuery, IAboutCitizen;

public sealed record OwnPlan(string? Goal, IReadOnlyList<OwnStep> Steps);

/// <summary><paramref name="MayMove"/>: the citizen's own step that is not agreed. <paramref name="Notice"/>: agreed and not read yet.</summary>
public sealed record OwnStep(PlanStepId Id, string Kind, string Title, string Status, DateOnly? To, int? HoursPerWeek, bool Agreed, bool MayMove, string? Notice, int Version);

[Requires("self-service.own-plan.see", Purpose = "Du så selv din plan")]
internal sealed class SeeOwnPlanHandler(VirkerContext db, CurrentActor actor) : IUseCase<SeeOwnPlan, OwnPlan>
{
    public async Task<Outcome<OwnPlan>> RunAsync(SeeOwnPlan query, CancellationToken ct = default)
    {
        if (actor.Value.Citizen != query.Citizen) return new Refusal("citizen.not-found", "Borgeren findes ikke.");
        var goal = await db.Set<PlanGoalRow>().Where(g => g.CitizenId == query.Citizen && g.ToDay == null).OrderByDescending(g => g.FromDay).Select(g => g.Text).FirstOrDefaultAsync(ct);
        var steps = await db.Set<PlanStepRow>().AsNoTracking().Where(s => s.CitizenId == query.Citizen && s.Status != PlanStepStatus.Dropped).OrderBy(s => s.ToDay == null).ThenBy(s => s.ToDay).ToListAsync(ct);
        return new OwnPlan(goal, [.. steps.Select(s => new OwnStep(s.Id, s.Kind, s.Title, s.Status, s.ToDay, s.HoursPerWeek, s.AgreedAt is not null,
            s.AgreedAt is null && s.Owner == PlanOwner.Citizen && PlanStepStatus.IsOpen(s.Status), s.AgreedAt is not null && s.ReadAt is null ? s.Notice : null, s.Version))]);
    }
}

/// <summary>The citizen has read what was agreed (læsekvittering).</summary>
public sealed record ReadPlanNotice(CitizenId Citizen, PlanStepId Step) : ICommand, IAboutCitizen;

[Requires("self-service.own-plan.see", Purpose = "Du læste en aftale i din plan")]
internal sealed class ReadPlanNoticeHandler(VirkerContext db, CurrentActor actor, TimeProvider clock) : IUseCase<ReadPlanNotice, Done>
{
    public async Task<Outcome<Done>> RunAsync(ReadPlanNotice command, CancellationToken ct = default)
    {
        var step = actor.Value.Citizen != command.Citizen ? null : await db.Set<PlanStepRow>().FirstOrDefaultAsync(s => s.Id == command.Step && s.CitizenId == command.Citizen && s.AgreedAt != null, ct);
        if (step is null) return new Refusal("plan-step.not-found", "Trinnet findes ikke.");
        step.ReadAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>The citizen moves a step of their own that is not agreed.</summary>
public sealed record MoveOwnStep(CitizenId Citizen, PlanStepMove Move) : ICommand, IAboutCitizen;

[Requires("self-service.own-plan.see", Purpose = "Du ændrede selv din plan")]
internal sealed class MoveOwnStepHandler(VirkerContext db, PlanSteps plan, CurrentActor actor, TimeProvider clock) : IUseCase<MoveOwnStep, Done>
{
    public async Task<Outcome<Done>> RunAsync(MoveOwnStep command, CancellationToken ct = default)
    {
        var step = actor.Value.Citizen != command.Citizen ? null : await db.Set<PlanStepRow>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == command.Move.Step && s.CitizenId == command.Citizen, ct);
        if (step is null) return new Refusal("plan-step.not-found", "Trinnet findes ikke.");
        if (step.AgreedAt is not null || step.Owner != PlanOwner.Citizen) return new Refusal("plan-step.locked", "Trinnet er aftalt med jobcenteret. Tal med din sagsbehandler, hvis det skal ændres.");
        if (await plan.MoveAsync(command.Citizen, command.Move, ct) is { } refusal) return refusal;
        var moved = await db.Set<PlanStepRow>().FirstAsync(s => s.Id == command.Move.Step, ct);
        moved.AnsweredAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
