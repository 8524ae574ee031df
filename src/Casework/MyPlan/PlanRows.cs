using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

[Table("my_plan_steps")]
internal sealed class PlanStepRow : IVersioned
{
    public PlanStepId Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public required PlanStepKind Kind { get; init; }

    public string Title { get; set; } = "";

    public PlanStepStatus Status { get; set; } = PlanStepStatus.Proposed;

    public required PlanOwner Owner { get; init; }

    /// <summary>The department that it belongs to.</summary>
    public required Department Area { get; init; }

    [Column("minutes_per_week")]
    [StoredAs<HoursToMinutes>]
    public decimal? HoursPerWeek { get; set; }

    public DateOnly? FromDay { get; set; }

    public DateOnly? ToDay { get; set; }

    /// <summary>When it became agreed; from then on it is locked for the citizen.</summary>
    public DateTimeOffset? AgreedAt { get; set; }

    public string? AgreedBy { get; set; }

    /// <summary>What the citizen was told when it was agreed.</summary>
    public string? Notice { get; set; }

    /// <summary>When the citizen opened the notice.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When the citizen last changed it themselves.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Other departments see it; otherwise only its own and the citizen.</summary>
    public bool Shared { get; set; } = true;

    /// <summary>
    /// The company that is meant, as it was said; <see cref="CompanyId"/> where the register knows it.
    /// </summary>
    public string? Company { get; set; }

    public CompanyId? CompanyId { get; set; }

    /// <summary>The education or course that is meant.</summary>
    public string? Education { get; set; }

    /// <summary>Since when the citizen's last word in the thread waits for an answer.</summary>
    public DateTimeOffset? UnansweredAt { get; set; }

    /// <summary>The conversation that it came out of.</summary>
    [RefersTo<MeetingRow>]
    public MeetingId? MeetingId { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    [Stamp]
    public DateTimeOffset ChangedAt { get; set; }

    public int Version { get; private set; }
}

[Table("my_plan_goals")]
internal sealed class MyPlanGoalRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public string Text { get; init; } = "";

    public DateOnly FromDay { get; init; }

    /// <summary>The day before another goal took its place.</summary>
    public DateOnly? ToDay { get; set; }

    public string MadeBy { get; init; } = "";

    public int Version { get; private set; }
}

/// <summary>What a line in a step's thread is: a message, or a change that tells itself.</summary>
internal sealed record PlanEntryKind : CodeWord<PlanEntryKind>
{
    public static readonly PlanEntryKind Message = new("besked", "Besked");
    public static readonly PlanEntryKind Change = new("aendring", "Ændring");

    private PlanEntryKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>A line in a step's thread.</summary>
[Table("my_plan_entries")]
internal sealed class PlanEntryRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<PlanStepRow>]
    public PlanStepId StepId { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public required PlanEntryKind Kind { get; init; }

    public string Text { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string Author { get; init; } = "";

    public bool ByCitizen { get; init; }

    public int Version { get; private set; }
}

/// <summary>A team of another department that takes part in a citizen's plan.</summary>
[Table("plan_partners")]
internal sealed class PlanPartnerRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public TeamId TeamId { get; init; }

    public string Purpose { get; init; } = "";

    /// <summary>The day the citizen consented.</summary>
    public DateOnly ConsentOn { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public string AddedBy { get; init; } = "";

    public DateTimeOffset? EndedAt { get; set; }

    public int Version { get; private set; }
}
