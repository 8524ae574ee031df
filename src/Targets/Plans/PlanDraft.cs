using System.Text.Json;
using System.Text.Json.Serialization;

namespace Virker.Targets;

/// <summary>
/// An employment plan (beskæftigelsesplan) as it was read from a document, before it is imported: nothing but what is printed, null where nothing is. Its JSON
/// is the answer of <c>virker plan read</c>.
/// </summary>
public sealed record PlanDraft(
    PlanDocument Document,
    IReadOnlyList<PlanGoal> NationalGoals,
    IReadOnlyList<PlanTheme> Themes,
    IReadOnlyDictionary<string, IReadOnlyList<int>> ThemeGoalMapping,
    PlanCrossCuttingGoal? CrossCuttingGoal,
    IReadOnlyList<PlanMark> GuidingMarks,
    IReadOnlyList<PlanPrinciple> Principles)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is not a plan.</exception>
    public static PlanDraft FromJson(string json) => JsonSerializer.Deserialize<PlanDraft>(json, Json) ?? throw new JsonException("The text holds no plan.");
}

public sealed record PlanDocument(string? Municipality, string Title, int? PeriodFrom, int? PeriodTo)
{
    public string? Slogan { get; init; }
}

/// <summary>A goal that the minister sets (ministermål).</summary>
public sealed record PlanGoal(int Number, string Text);

/// <summary>The national goal that goes across all themes.</summary>
public sealed record PlanCrossCuttingGoal(int Number, string? Note);

public sealed record PlanTheme(string Id, string Title, IReadOnlyList<int> NationalGoals, IReadOnlyList<PlanMeasure> Measures)
{
    public string? Ambition { get; init; }
}

/// <summary>A guiding mark (pejlemærke).</summary>
public sealed record PlanMark(string Title)
{
    public string? Text { get; init; }
}

public sealed record PlanPrinciple(string Title)
{
    public string? Text { get; init; }
}

/// <summary>
/// One number that the plan measures itself by. <paramref name="Text"/> is as printed; <paramref name="Indicator"/> what is measured in the plan's words; <paramref name="Comparator"/> one
/// of <c>&lt;= &lt; &gt;= &gt; = increase decrease</c>.
/// </summary>
public sealed record PlanMeasure(string Id, string Text, string Indicator, string Comparator)
{
    /// <summary>The measure that this one is a part of ("heraf") or a step towards.</summary>
    public string? Parent { get; init; }

    /// <summary>The bullet's number in the theme's list, from 1.</summary>
    public int? Bullet { get; init; }

    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    public PlanReference? Reference { get; init; }

    public decimal? Offset { get; init; }

    /// <summary>As printed, or "2023" or "2023-12".</summary>
    public string? Period { get; init; }

    /// <summary>whole_year, year, month, continuous or cohort_after_3_years.</summary>
    public string? PeriodKind { get; init; }

    public string? Deadline { get; init; }

    public decimal? Baseline { get; init; }

    public string? BaselineDate { get; init; }

    public string? Condition { get; init; }

    public string? Exclusion { get; init; }

    public string? SoftGoal { get; init; }

    public string? DataSource { get; init; }
}

/// <summary>What a measure is held against: <c>national_average</c> or <c>regional_average</c>, with the value where the plan prints it.</summary>
public sealed record PlanReference(string Kind)
{
    public decimal? Value { get; init; }

    public string? Printed { get; init; }
}
