using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>The citizen's own plan, as they see it: goal, steps, and what has been agreed and not read.</summary>
public sealed record SeeOwnPlan(CitizenId Citizen) : IQuery<OwnPlan>, IAboutCitizen;

public sealed record OwnPlan(string? Goal, IReadOnlyList<OwnStep> Steps)
{
    public IReadOnlyList<PlanGoal> EarlierGoals { get; init; } = [];

    /// <summary>Who beside the jobcenter takes part, and for what.</summary>
    public IReadOnlyList<OwnPartner> Partners { get; init; } = [];

    /// <summary>Hours a week by kind of step, of those that are planned or under way.</summary>
    public IReadOnlyList<(PlanStepKind Kind, decimal Hours)> Hours =>
        PlanHours.Of(Steps.Select(s => (s.Kind, s.Status, s.HoursPerWeek)));
}

public sealed record OwnPartner(string Team, Department Department, string Purpose);

/// <summary>
/// <paramref name="MayMove"/>: the citizen's own step that is not agreed. <paramref name="Notice"/>: agreed and not
/// read yet.
/// </summary>
public sealed record OwnStep(
    PlanStepId Id,
    PlanStepKind Kind,
    string Title,
    PlanStepStatus Status,
    DateOnly? To,
    decimal? HoursPerWeek,
    bool Agreed,
    bool MayMove,
    string? Notice,
    int Version
)
{
    public Department Area { get; init; } = Department.Employment;

    public PlanOwner Owner { get; init; } = PlanOwner.Citizen;

    public DateOnly? From { get; init; }

    public string? Company { get; init; }

    public string? Education { get; init; }

    /// <summary>Only the department and the citizen see it.</summary>
    public bool IsKept { get; init; }

    public DateTimeOffset? AgreedAt { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public IReadOnlyList<PlanEntry> Entries { get; init; } = [];
}

[Requires("self-service.own-plan.see", Purpose = "Du så selv din plan")]
internal sealed class SeeOwnPlanHandler(OwnPlans plans, CurrentActor actor) : IUseCase<SeeOwnPlan, OwnPlan>
{
    public async Task<Outcome<OwnPlan>> RunAsync(SeeOwnPlan query, CancellationToken ct = default) =>
        actor.Value.Citizen == query.Citizen ? await plans.ReadAsync(query.Citizen, ct) : CitizenRefusals.NotFound;
}

/// <summary>Reads a plan as its citizen sees it, for the citizen's own pages.</summary>
[Part]
internal sealed class OwnPlans(VirkerContext db, IStaffDirectory directory)
{
    public async Task<OwnPlan> ReadAsync(CitizenId citizen, CancellationToken ct)
    {
        var goals = await db.Set<MyPlanGoalRow>()
            .Where(g => g.CitizenId == citizen)
            .OrderByDescending(g => g.FromDay)
            .Select(g => new PlanGoal(g.Text, g.FromDay, g.ToDay, g.MadeBy))
            .ToListAsync(ct);
        var steps = await db.Set<PlanStepRow>()
            .AsNoTracking()
            .Where(s => s.CitizenId == citizen && s.Status != PlanStepStatus.Dropped)
            .OrderBy(s => s.ToDay == null)
            .ThenBy(s => s.ToDay)
            .ToListAsync(ct);
        var entries = (
            await db.Set<PlanEntryRow>()
                .AsNoTracking()
                .Where(e => e.CitizenId == citizen && e.Kind == PlanEntryKind.Message)
                .OrderBy(e => e.At)
                .ToListAsync(ct)
        ).ToLookup(e => e.StepId);
        return new OwnPlan(
            goals.FirstOrDefault(g => g.To is null)?.Text,
            [.. steps.Select(s => Shown(s, entries[s.Id]))]
        )
        {
            EarlierGoals = [.. goals.Where(g => g.To is not null)],
            Partners = await PartnersAsync(citizen, ct),
        };
    }

    private async Task<IReadOnlyList<OwnPartner>> PartnersAsync(CitizenId citizen, CancellationToken ct)
    {
        var partners = await db.Set<PlanPartnerRow>()
            .AsNoTracking()
            .Where(p => p.CitizenId == citizen && p.EndedAt == null)
            .ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        return
        [
            .. from p in partners
            let team = staff.Team(p.TeamId)
            where team?.Department is not null
            select new OwnPartner(team.Name, team.Department!, p.Purpose),
        ];
    }

    /// <summary>An employee's name is not shown: the answer is the department's.</summary>
    private static OwnStep Shown(PlanStepRow s, IEnumerable<PlanEntryRow> entries) =>
        new(
            s.Id,
            s.Kind,
            s.Title,
            s.Status,
            s.ToDay,
            s.HoursPerWeek,
            s.AgreedAt is not null,
            s.AgreedAt is null && s.Owner == PlanOwner.Citizen && s.Status.IsOpen,
            s.AgreedAt is not null && s.ReadAt is null ? s.Notice : null,
            s.Version
        )
        {
            Area = s.Area,
            Owner = s.Owner,
            From = s.FromDay,
            Company = s.Company,
            Education = s.Education,
            IsKept = !s.Shared,
            AgreedAt = s.AgreedAt,
            ReadAt = s.ReadAt,
            Entries =
            [
                .. entries.Select(e => new PlanEntry(
                    true,
                    e.Text,
                    e.At,
                    e.ByCitizen ? "Dig" : s.Area.Text,
                    e.ByCitizen
                )),
            ],
        };
}

/// <summary>The citizen has read what was agreed (læsekvittering).</summary>
public sealed record ReadPlanNotice(CitizenId Citizen, PlanStepId Step) : ICommand<Done>, IAboutCitizen;

[Requires("self-service.own-plan.see", Purpose = "Du læste en aftale i din plan")]
internal sealed class ReadPlanNoticeHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<ReadPlanNotice, Done>
{
    public async Task<Outcome<Done>> RunAsync(ReadPlanNotice command, CancellationToken ct = default)
    {
        var step =
            actor.Value.Citizen != command.Citizen
                ? null
                : await db.Set<PlanStepRow>()
                    .FirstOrDefaultAsync(
                        s => s.Id == command.Step && s.CitizenId == command.Citizen && s.AgreedAt != null,
                        ct
                    );
        if (step is null)
            return Refusal.NotFound("plan-step.not-found", "Trinnet findes ikke.");
        step.ReadAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>The citizen moves a step of their own that is not agreed.</summary>
public sealed record MoveOwnStep(CitizenId Citizen, PlanStepMove Move) : ICommand<Done>, IAboutCitizen;

[Requires("self-service.own-plan.see", Purpose = "Du ændrede selv din plan")]
internal sealed class MoveOwnStepHandler(VirkerContext db, PlanSteps plan, CurrentActor actor, TimeProvider clock)
    : IUseCase<MoveOwnStep, Done>
{
    public async Task<Outcome<Done>> RunAsync(MoveOwnStep command, CancellationToken ct = default)
    {
        var step =
            actor.Value.Citizen != command.Citizen
                ? null
                : await db.Set<PlanStepRow>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(s => s.Id == command.Move.Step && s.CitizenId == command.Citizen, ct);
        if (step is null)
            return Refusal.NotFound("plan-step.not-found", "Trinnet findes ikke.");
        if (step.AgreedAt is not null || step.Owner != PlanOwner.Citizen)
            return new Refusal(
                "plan-step.locked",
                "Trinnet er aftalt med jobcenteret. Tal med din sagsbehandler, hvis det skal ændres."
            );
        if (await plan.MoveAsync(command.Citizen, command.Move, ct) is { } refusal)
            return refusal;
        var moved = await db.Set<PlanStepRow>().FirstAsync(s => s.Id == command.Move.Step, ct);
        moved.AnsweredAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
