using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A goal of a citizen's plan.</summary>
public sealed record RegisteredGoal(Guid Id, CitizenId Citizen, string Text, DateOnly From, string MadeBy) : Registered
{
    protected override string Called => "mål i Min plan";

    protected override string? Fault => RegisterFaults.Nameless(Text);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new MyPlanGoalRow
            {
                Id = Id,
                CitizenId = Citizen,
                Text = Text,
                FromDay = From,
                MadeBy = MadeBy,
            }
        );
}

/// <summary>
/// A step of a citizen's plan; one that was agreed says when, by whom, and what the citizen was told.
/// </summary>
public sealed record RegisteredStep(PlanStepId Id, CitizenId Citizen, PlanStepKind Kind, string Title) : Registered
{
    public required PlanStepStatus Status { get; init; }

    public PlanOwner Owner { get; init; } = PlanOwner.Citizen;

    public Department Area { get; init; } = Department.Employment;

    /// <summary>Other departments see it.</summary>
    public bool Shared { get; init; } = true;

    public decimal? HoursPerWeek { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public DateTimeOffset? AgreedAt { get; init; }

    public string? AgreedBy { get; init; }

    public string? Notice { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string MadeBy { get; init; }

    protected override string Called => "trin i Min plan";

    protected override string? Fault =>
        RegisterFaults.Nameless(Title) ?? (From is { } from ? RegisterFaults.Backwards(from, To) : null);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new PlanStepRow
            {
                Id = Id,
                CitizenId = Citizen,
                Kind = Kind,
                Title = Title,
                Status = Status,
                Owner = Owner,
                Area = Area,
                Shared = Shared,
                HoursPerWeek = HoursPerWeek,
                FromDay = From,
                ToDay = To,
                AgreedAt = AgreedAt,
                AgreedBy = AgreedBy,
                Notice = Notice,
                ReadAt = ReadAt,
                MadeAt = MadeAt,
                MadeBy = MadeBy,
                ChangedAt = MadeAt,
            }
        );
}
