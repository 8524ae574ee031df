using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A step of a citizen's plan, as it is read.</summary>
public sealed record PlanStep(
    PlanStepId Id,
    PlanStepKind Kind,
    string Title,
    PlanStepStatus Status,
    PlanOwner Owner,
    Department Area,
    decimal? HoursPerWeek,
    DateOnly? From,
    DateOnly? To,
    DateTimeOffset? AgreedAt,
    string? AgreedBy,
    DateTimeOffset? ReadAt,
    int Version
)
{
    public bool HasEnded(DateOnly today) => Status.IsOpen && To < today;

    public string? Company { get; init; }

    public CompanyId? CompanyId { get; init; }

    public string? Education { get; init; }

    /// <summary>Other departments see it.</summary>
    public bool Shared { get; init; }

    public DateTimeOffset? UnansweredAt { get; init; }

    /// <summary>The step belongs to the department of the one who asks.</summary>
    public bool MayEdit { get; init; }
}

/// <summary>A step to be: what, from when to when, and how many hours a week.</summary>
public sealed record NewPlanStep(PlanStepKind Kind, string Title)
{
    public PlanOwner Owner { get; init; } = PlanOwner.Citizen;

    public Department Area { get; init; } = Department.Employment;

    public decimal? HoursPerWeek { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Company { get; init; }

    public CompanyId? CompanyId { get; init; }

    public string? Education { get; init; }

    /// <summary>Other departments see it; null is the department's usual.</summary>
    public bool? Shared { get; init; }

    /// <summary>Agreed at once, with a notice to the citizen.</summary>
    public bool Agreed { get; init; }
}

/// <summary>A change of a step that was read as <paramref name="Version"/>.</summary>
public sealed record PlanStepMove(PlanStepId Step, int Version, PlanStepStatus Status);

/// <summary>Reads and writes the plan's steps, for the use cases that touch them.</summary>
[Part]
internal sealed class PlanSteps(VirkerContext db, PlanSight sight, CurrentActor actor, TimeProvider clock)
{
    internal const int LongestTitle = 200;
    internal const int LongestName = 120;

    /// <summary>Those that the department of the one who asks may see.</summary>
    public async Task<IReadOnlyList<PlanStep>> ReadAsync(CitizenId citizen, bool openOnly, CancellationToken ct)
    {
        var own = await sight.DepartmentsAsync(ct);
        var steps = db.Set<PlanStepRow>().Where(s => s.CitizenId == citizen && (s.Shared || own.Contains(s.Area)));
        if (openOnly)
            steps = steps.Where(s =>
                s.Status == PlanStepStatus.Proposed
                || s.Status == PlanStepStatus.Planned
                || s.Status == PlanStepStatus.UnderWay
            );
        return await steps
            .OrderBy(s => s.ToDay == null)
            .ThenBy(s => s.ToDay)
            .ThenBy(s => s.MadeAt)
            .Select(s => new PlanStep(
                s.Id,
                s.Kind,
                s.Title,
                s.Status,
                s.Owner,
                s.Area,
                s.HoursPerWeek,
                s.FromDay,
                s.ToDay,
                s.AgreedAt,
                s.AgreedBy,
                s.ReadAt,
                s.Version
            )
            {
                Company = s.Company,
                CompanyId = s.CompanyId,
                Education = s.Education,
                Shared = s.Shared,
                UnansweredAt = s.UnansweredAt,
                MayEdit = own.Contains(s.Area),
            })
            .ToListAsync(ct);
    }

    /// <summary>A step that the one who asks may change; refused where it is another department's.</summary>
    public async Task<Outcome<PlanStepRow>> ToChangeAsync(
        CitizenId citizen,
        PlanStepId id,
        int version,
        CancellationToken ct
    )
    {
        var own = await sight.DepartmentsAsync(ct);
        var step = await db.Set<PlanStepRow>().FirstOrDefaultAsync(s => s.Id == id && s.CitizenId == citizen, ct);
        var isMine = actor.Value.Citizen == citizen;
        if (step is null || (!isMine && !step.Shared && !own.Contains(step.Area)))
            return Refusal.NotFound("plan-step.not-found", "Trinnet findes ikke.");
        if (!isMine && !own.Contains(step.Area))
            return PlanSight.OtherDepartment(step.Area);
        return step.Version == version
            ? step
            : Refusal.ChangedMeanwhile(
                "plan-step.changed-meanwhile",
                $"Trinnet »{step.Title}« er ændret, siden du åbnede siden."
            );
    }

    /// <summary>Adds it to what is saved next.</summary>
    public Outcome<PlanStepId> Add(CitizenId citizen, NewPlanStep step, MeetingId? meeting)
    {
        if (Decide(step) is { } refusal) return refusal;
        var now = clock.GetUtcNow();
        var row = new PlanStepRow
        {
            Id = NewId.Of<PlanStepId>(),
            CitizenId = citizen,
            Kind = step.Kind,
            Title = step.Title.Trim(),
            Owner = step.Owner,
            Area = step.Area,
            HoursPerWeek = step.HoursPerWeek,
            FromDay = step.From,
            ToDay = step.To,
            MeetingId = meeting,
            MadeAt = now,
            MadeBy = actor.Value.Name,
            ChangedAt = now,
            Status = step.Agreed ? PlanStepStatus.Planned : PlanStepStatus.Proposed,
            Company = Said(step.Company),
            CompanyId = step.CompanyId,
            Education = Said(step.Education),
            Shared = step.Shared ?? SharedFromTheStart(step.Area),
        };
        if (step.Agreed)
            (row.AgreedAt, row.AgreedBy, row.Notice) = (
                now,
                actor.Value.Name,
                PlanNotice.Of(step.Title.Trim(), step.To)
            );
        db.Add(row);
        return row.Id;
    }

    public async Task<Refusal?> MoveAsync(CitizenId citizen, PlanStepMove move, CancellationToken ct)
    {
        var found = await ToChangeAsync(citizen, move.Step, move.Version, ct);
        if (found.IsRefused)
            return found.Refusal;
        var step = found.Value;
        if (step.Status != move.Status)
            Tell(step, $"Flyttet fra {step.Status.Text} til {move.Status.Text}");
        (step.Status, step.ChangedAt) = (move.Status, clock.GetUtcNow());
        return null;
    }

    /// <summary>
    /// Steps of health and social work are kept to the department and the citizen until somebody shares them.
    /// </summary>
    private static bool SharedFromTheStart(Department area) =>
        area == Department.Employment || area == Department.School;

    /// <summary>A change in the step's history, saved with the change itself.</summary>
    public void Tell(PlanStepRow step, string what) => Enter(step, PlanEntryKind.Change, what);

    public void Enter(PlanStepRow step, PlanEntryKind kind, string text) =>
        db.Add(
            new PlanEntryRow
            {
                Id = Guid.NewGuid(),
                StepId = step.Id,
                CitizenId = step.CitizenId,
                Kind = kind,
                Text = text,
                At = clock.GetUtcNow(),
                Author = actor.Value.Citizen == step.CitizenId ? "Borgeren" : actor.Value.Name,
                ByCitizen = actor.Value.Citizen == step.CitizenId,
            }
        );

    internal static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static Refusal? Decide(NewPlanStep step) => Refusal.Each(
        string.IsNullOrWhiteSpace(step.Title)
            ? new Refusal("plan-step.no-title", "Skriv, hvad der er aftalt.", Field: nameof(step.Title)) : null,
        step.Title.Trim().Length > LongestTitle
            ? new Refusal("plan-step.too-long",
                $"Skriv trinnet med højst {LongestTitle} tegn.", Field: nameof(step.Title)) : null,
        step.HoursPerWeek is < 0 or > 80
            ? new Refusal("plan-step.hours",
                "Timerne om ugen skal ligge mellem 0 og 80.", Field: nameof(step.HoursPerWeek)) : null,
        step.Company?.Trim().Length > LongestName
            ? new Refusal("plan-step.company",
                $"Skriv virksomheden med højst {LongestName} tegn.", Field: nameof(step.Company)) : null,
        step.Education?.Trim().Length > LongestName
            ? new Refusal("plan-step.education",
                $"Skriv uddannelsen med højst {LongestName} tegn.", Field: nameof(step.Education)) : null,
        step.To < step.From
            ? new Refusal("plan-step.ends-before-start",
                "Trinnet slutter, før det begynder. Ret en af dagene.", Field: nameof(step.To)) : null);
}

/// <summary>What the citizen is told when a step is agreed.</summary>
internal static class PlanNotice
{
    internal const int Longest = 1000;

    public static string Of(string title, DateOnly? to) =>
        $"Vi har aftalt: {title.TrimEnd('.')}.{(to is { } day ? Danish.Say($" Senest {day}.") : "")} Sig til, hvis aftalen ikke passer.";
}
