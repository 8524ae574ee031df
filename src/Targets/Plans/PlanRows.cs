using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

[Table("plans")]
internal sealed class PlanRow : IVersioned
{
    public PlanId Id { get; init; }

    public string? Municipality { get; init; }

    public string Title { get; init; } = "";

    public int PeriodFrom { get; init; }

    public int PeriodTo { get; init; }

    /// <summary>The number of the national goal that goes across all themes.</summary>
    public int? CrossCuttingGoal { get; init; }

    public string? CrossCuttingNote { get; init; }

    /// <summary>The document that it was read from.</summary>
    public string Source { get; init; } = "";

    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>When it was put in force here; null for one that is only kept to be read.</summary>
    public DateTimeOffset? AdoptedAt { get; set; }

    /// <summary>When a newer reading of the plan took its place; null for those in force.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public int Version { get; private set; }
}

[Table("plan_goals")]
internal sealed class PlanGoalRow
{
    public Guid Id { get; init; }

    [RefersTo<PlanRow>]
    public PlanId PlanId { get; init; }

    public int Number { get; init; }

    public string Text { get; init; } = "";
}

[Table("plan_themes")]
internal sealed class PlanThemeRow
{
    public Guid Id { get; init; }

    [RefersTo<PlanRow>]
    public PlanId PlanId { get; init; }

    public int Position { get; init; }

    /// <summary>The theme's short name within the plan.</summary>
    public string Key { get; init; } = "";

    public string Title { get; init; } = "";

    public string? Ambition { get; init; }

    /// <summary>Numbers of national goals with commas between: "2,5".</summary>
    public string Goals { get; init; } = "";
}

/// <summary>What a sentence that the whole plan stands on is.</summary>
internal sealed record PlanPrincipleKind : CodeWord<PlanPrincipleKind>
{
    public static readonly PlanPrincipleKind Mark = new("pejlemaerke", "Pejlemærke");
    public static readonly PlanPrincipleKind Principle = new("princip", "Princip");

    private PlanPrincipleKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>A guiding mark (pejlemærke) or a principle.</summary>
[Table("plan_principles")]
internal sealed class PlanPrincipleRow
{
    public Guid Id { get; init; }

    [RefersTo<PlanRow>]
    public PlanId PlanId { get; init; }

    public required PlanPrincipleKind Kind { get; init; }

    public int Position { get; init; }

    public string Title { get; init; } = "";

    public string? Text { get; init; }
}

[Table("plan_measures")]
internal sealed class PlanMeasureRow : IVersioned
{
    public MeasureId Id { get; init; }

    [RefersTo<PlanRow>]
    public PlanId PlanId { get; init; }

    [RefersTo<PlanThemeRow>]
    public Guid ThemeId { get; init; }

    public int Position { get; init; }

    /// <summary>The reading's own name for it, unique in the plan.</summary>
    public string Key { get; init; } = "";

    public string? ParentKey { get; init; }

    public string Text { get; init; } = "";

    /// <summary>What somebody here calls it; null while <see cref="MeasureNames"/> makes the name.</summary>
    public string? Name { get; set; }

    public string Indicator { get; init; } = "";

    public string Comparator { get; init; } = "";

    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    public string? ReferenceKind { get; init; }

    public decimal? ReferenceValue { get; init; }

    public decimal? Offset { get; init; }

    public string? Period { get; init; }

    public string? PeriodKind { get; init; }

    public string? Deadline { get; init; }

    public decimal? Baseline { get; init; }

    public string? BaselineDate { get; init; }

    public string? Condition { get; init; }

    public string? Exclusion { get; init; }

    public string? SoftGoal { get; init; }

    public string? DataSource { get; init; }

    /// <summary>The indicator that it is computed by; null when none fits.</summary>
    public string? TiedTo { get; set; }

    /// <summary>True when somebody chose the tie; a new import of the same plan keeps it.</summary>
    public bool TiedByHand { get; set; }

    /// <summary>Why the tie was chosen, by whoever chose it.</summary>
    public string? TieReason { get; set; }

    public int Version { get; private set; }
}
