using Virker.Kernel;

namespace Virker.Casework;

internal sealed class PlanStepRow
{
    public PlanStepId Id { get; init; }

    public CitizenId CitizenId { get; init; }

    /// <summary>One of <see cref="PlanStepKind"/>.</summary>
    public string Kind { get; init; } = "";

    public string Title { get; set; } = "";

    /// <summary>One of <see cref="PlanStepStatus"/>.</summary>
    public string Status { get; set; } = "";

    /// <summary>Whose step it is: the citizen's or the office's.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The department that it belongs to, see <see cref="PlanArea"/>.</summary>
    public string Area { get; init; } = "";

    public int? HoursPerWeek { get; set; }

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

    /// <summary>The conversation that it came out of.</summary>
    public MeetingId? MeetingId { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class PlanGoalRow
{
    public Guid Id { get; init; }

    public CitizenId CitizenId { get; init; }

    public string Text { get; init; } = "";

    public DateOnly FromDay { get; init; }

    /// <summary>The day before another goal took its place.</summary>
    public DateOnly? ToDay { get; set; }

    public string MadeBy { get; init; } = "";

    public int Version { get; set; }
}
