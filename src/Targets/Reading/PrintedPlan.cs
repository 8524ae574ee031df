using System.Text.Json.Serialization;

namespace Virker.Targets;

/// <summary>
/// What an employment plan prints: its themes, the national goals, and each measure split until it holds one number.
/// Null means "not printed".
/// </summary>
public sealed record PrintedPlan(
    PrintedPlanHead Document,
    IReadOnlyList<PrintedNationalGoal> NationalGoals,
    PrintedCrossCuttingGoal? CrossCuttingGoal,
    IReadOnlyDictionary<string, IReadOnlyList<int>> ThemeGoalMapping,
    IReadOnlyList<PrintedTheme> Themes,
    IReadOnlyList<PrintedGuidingMark> GuidingMarks,
    IReadOnlyList<PrintedPrinciple> Principles,
    IReadOnlyList<PrintedPlanNote> Notes)
{
    [JsonPropertyOrder(-1)]
    public string Schema => "virker-plan/1";
}

/// <summary>Title and years of the plan.</summary>
public sealed record PrintedPlanHead(string? Municipality, string? Title, int? PeriodFrom, int? PeriodTo);

/// <summary>One of the minister's goals, with its number in the list.</summary>
public sealed record PrintedNationalGoal(int Number, string Text);

/// <summary>The goal that runs across all themes.</summary>
public sealed record PrintedCrossCuttingGoal(int Number, string Note);

/// <summary>A theme with the measures printed under it.</summary>
public sealed record PrintedTheme(
    string Id,
    string Title,
    IReadOnlyList<int> NationalGoals,
    string? Ambition,
    IReadOnlyList<PrintedMeasure> Measures,
    int Line
);

/// <summary>A guiding mark ("pejlemærke"): title, and what is said of it.</summary>
public sealed record PrintedGuidingMark(string Title, string? Text);

/// <summary>A principle of the work, with its letter or number.</summary>
public sealed record PrintedPrinciple(string? Mark, string Title, string? Text);

/// <summary>Where the plan contradicts itself or was read with doubt.</summary>
public sealed record PrintedPlanNote(string Code, string Text, int? Line = null);

/// <summary>
/// A measure that holds one number. The comparator is &lt;=, &lt;, &gt;=, &gt;, =, increase or decrease; the value is
/// null where the target is a reference (the national average) plus an offset, or only a direction. The deadline and
/// the baseline's date are as exact as printed (2023, 2023-12, 2023-12-31).
/// </summary>
public sealed record PrintedMeasure(string Id, string Text, string? Parent, string Indicator, string Comparator)
{
    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    public PrintedReference? Reference { get; init; }

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

    public int Bullet { get; init; }

    public int Line { get; init; }
}

/// <summary>
/// What a target is measured against: national_average or regional_average, as printed, with its value where that is
/// printed.
/// </summary>
public sealed record PrintedReference(string Kind, string Printed, decimal? Value);
