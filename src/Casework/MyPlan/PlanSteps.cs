using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A step of a citizen's plan, as it is read.</summary>
public sealed record PlanStep(
    PlanStepId Id, string Kind, string Title, string Status, string Owner, string Area, int? HoursPerWeek, DateOnly? From, DateOnly? To,
    DateTimeOffset? AgreedAt, string? AgreedBy, DateTimeOffset? ReadAt, int Version)
{
    public bool HasEnded(DateOnly today) => PlanStepStatus.IsOpen(Status) && To < today;
}

/// <summary>A step to be: what, from when to when, and how many hours a week.</summary>
public sealed record NewPlanStep(string Kind, string Title)
{
    public string Owner { get; init; } = PlanOwner.Citizen;

    public string Area { get; init; } = PlanArea.Employment;

    public int? HoursPerWeek { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Agreed at once, with a notice to the citizen.</summary>
    public bool Agreed { get; init; }
}

/// <summary>A change of a step that was read as <paramref name="Version"/>.</summary>
public sealed record PlanStepMove(PlanStepId Step, int Version, string Status);

/// <summary>Reads and writes the plan's steps, for the use cases that touch them.</summary>
internal sealed class PlanSteps(VirkerContext db, CurrentActor actor, TimeProvider clock)
{
    internal const int LongestTitle = 200;

    public async Task<IReadOnlyList<PlanStep>> ReadAsync(CitizenId citizen, bool openOnly, CancellationToken ct)
    {
        var steps = db.Set<PlanStepRow>().Where(s => s.CitizenId == citizen);
        if (openOnly) steps = steps.Where(s => s.Status == PlanStepStatus.Proposed || s.Status == PlanStepStatus.Planned || s.Status == PlanStepStatus.UnderWay);
        return await steps.OrderBy(s => s.ToDay == null).ThenBy(s => s.ToDay).ThenBy(s => s.MadeAt)
            .Select(s => new PlanStep(s.Id, s.Kind, s.Title, s.Status, s.Owner, s.Area, s.HoursPerWeek, s.FromDay, s.ToDay, s.AgreedAt, s.AgreedBy, s.ReadAt, s.Version)).ToListAsync(ct);
    }

    /// <summary>Adds it to what is saved next.</summary>
    public Outcome<PlanStepId> Add(CitizenId citizen, NewPlanStep step, MeetingId? meeting)
    {
        if (Decide(step) is { } refusal) return refusal;
        var now = clock.GetUtcNow();
        var row = new PlanStepRow
        {
            Id = NewId.Of<PlanStepId>(), CitizenId = citizen, Kind = step.Kind, Title = step.Title.Trim(), Owner = step.Owner, Area = step.Area, HoursPerWeek = step.HoursPerWeek,
            FromDay = step.From, ToDay = step.To, MeetingId = meeting, MadeAt = now, MadeBy = actor.Value.Name, ChangedAt = now, Version = 1,
            Status = step.Agreed ? PlanStepStatus.Planned : PlanStepStatus.Proposed,
        };
        if (step.Agreed) (row.AgreedAt, row.AgreedBy, row.Notice) = (now, actor.Value.Name, PlanNotice.Of(step.Title.Trim(), step.To));
        db.Add(row);
        return row.Id;
    }

    public async Task<Refusal?> MoveAsync(CitizenId citizen, PlanStepMove move, CancellationToken ct)
    {
        var step = await db.Set<PlanStepRow>().FirstOrDefaultAsync(s => s.Id == move.Step && s.CitizenId == citizen, ct);
        if (step is null) return new Refusal("plan-step.not-found", "Trinnet findes ikke.");
        if (step.Version != move.Version) return new Refusal("plan-step.changed-meanwhile", $"Trinnet »{step.Title}« er ændret, siden du åbnede siden.");
        if (PlanStepStatus.All.All(s => s.Code != move.Status)) return new Refusal("plan-step.status", "Vælg, hvor trinnet står.");
        (step.Status, step.ChangedAt, step.Version) = (move.Status, clock.GetUtcNow(), step.Version + 1);
        return null;
    }

    internal static Refusal? Decide(NewPlanStep step) =>
        PlanStepKind.All.All(k => k.Code != step.Kind) ? new Refusal("plan-step.kind", "Vælg, hvad det er for et trin.", Field: "StepKind")
        : string.IsNullOrWhiteSpace(step.Title) ? new Refusal("plan-step.no-title", "Skriv, hvad der er aftalt.", Field: "StepTitle")
        : step.Title.Trim().Length > LongestTitle ? new Refusal("plan-step.too-long", $"Skriv trinnet med højst {LongestTitle} tegn.", Field: "StepTitle")
        : step.HoursPerWeek is < 0 or > 80 ? new Refusal("plan-step.hours", "Timerne om ugen skal ligge mellem 0 og 80.", Field: "StepHours")
        : step.To < step.From ? new Refusal("plan-step.ends-before-start", "Trinnet slutter, før det begynder.", Field: "StepTo")
        : null;
}

/// <summary>What the citizen is told when a step is agreed.</summary>
internal static class PlanNotice
{
    public static string Of(string title, DateOnly? to) =>
        $"Vi har aftalt: {title.TrimEnd('.')}.{(to is { } day ? string.Create(System.Globalization.CultureInfo.GetCultureInfo("da-DK"), $" Senest {day:d. MMMM yyyy}.") : "")} Sig til, hvis aftalen ikke passer.";
}
