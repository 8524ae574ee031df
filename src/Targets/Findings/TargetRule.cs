using Virker.Insight;
using Virker.Kernel;

namespace Virker.Targets;

/// <summary>How a measure of the plan is judged: against which number, over which days.</summary>
internal sealed record TargetRule(string Comparator, string Unit)
{
    public const string AtMost = "<=";
    public const string Below = "<";
    public const string AtLeast = ">=";
    public const string Above = ">";
    public const string Exactly = "=";
    public const string Increase = "increase";
    public const string Decrease = "decrease";

    public decimal? Value { get; init; }

    public string? ReferenceKind { get; init; }

    public decimal? ReferenceValue { get; init; }

    public decimal? Offset { get; init; }

    public decimal? Baseline { get; init; }

    public required FigurePeriod Plan { get; init; }

    /// <summary>The printed period; null where the plan prints none.</summary>
    public FigurePeriod? Fixed { get; init; }

    /// <summary>True for "til enhver tid": every month of the plan must pass.</summary>
    public bool Continuous { get; init; }

    public bool WantsLess => Comparator is AtMost or Below or Decrease;

    public bool IsDirection => Comparator is Increase or Decrease;

    public static TargetRule Of(PlanMeasureRow measure, PlanRow plan) =>
        new(measure.Comparator, measure.Unit ?? "")
        {
            Value = measure.Value,
            ReferenceKind = measure.ReferenceKind,
            ReferenceValue = measure.ReferenceValue,
            Offset = measure.Offset,
            Baseline = measure.Baseline,
            Plan = new(new(plan.PeriodFrom, 1, 1), new(plan.PeriodTo, 12, 31)),
            Fixed = measure.PeriodKind is "whole_year" or "year" or "month"
                ? PeriodOf(measure.Period ?? measure.Deadline)
                : null,
            Continuous = measure.PeriodKind == "continuous",
        };

    public bool Passes(Fraction value, Fraction target) => value.CompareTo(target) is var order && Comparator switch
    {
        AtMost => order <= 0,
        Below or Decrease => order < 0,
        AtLeast => order >= 0,
        Above or Increase => order > 0,
        Exactly => order == 0,
        _ => throw new InvalidOperationException($"Unknown comparator {Comparator}."),
    };

    /// <summary>"højst", "mindst", "under" …</summary>
    public string Words => Comparator switch
    {
        AtMost => "højst",
        Below => "under",
        AtLeast => "mindst",
        Above => "over",
        Increase => "stigende",
        Decrease => "faldende",
        _ => "præcis",
    };

    /// <summary>"2023" or "2023-12".</summary>
    private static FigurePeriod? PeriodOf(string? text)
    {
        if (text is null)
            return null;
        if (text.Length == 4 && WrittenNumber.Code(text) is { } year && WrittenDate.IsKnownYear(year))
            return FigurePeriod.Year(year);
        return WrittenDate.Month(text) is { } month ? FigurePeriod.MonthOf(month) : null;
    }
}
