using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>Makes rows of a read plan, as printed: what is not printed stays empty.</summary>
internal static class PrintedPlanRows
{
    public static Refusal? Check(PrintedPlan printed)
    {
        if (
            printed.Document is not { PeriodFrom: { } from, PeriodTo: { } to }
            || to < from
            || string.IsNullOrWhiteSpace(printed.Document.Title)
        )
            return new("plan.no-period", "Planen mangler titel eller år. Læs dokumentet igen, eller vælg et andet.");
        var measures = printed.Themes.SelectMany(t => t.Measures).ToList();
        if (measures.Count == 0)
            return new("plan.no-measures", "Dokumentet har ingen mål. Er det en beskæftigelsesplan?");
        if (measures.GroupBy(m => m.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new("plan.measure-twice", $"Målet »{twice.Key}« står to gange i læsningen.");
        return
            measures.FirstOrDefault(m =>
                m.Comparator is not ("<=" or "<" or ">=" or ">" or "=" or "increase" or "decrease")
            )
                is { } odd
            ? new(
                "plan.unknown-comparator",
                $"Målet »{odd.Text}« har en sammenligning, som ikke kendes: {odd.Comparator}."
            )
            : null;
    }

    public static PlanRow PlanOf(PrintedPlan printed, string source, DateTimeOffset now) => new()
    {
        Id = NewId.Of<PlanId>(),
        Municipality = printed.Document.Municipality,
        Title = printed.Document.Title!,
        PeriodFrom = printed.Document.PeriodFrom!.Value,
        PeriodTo = printed.Document.PeriodTo!.Value,
        CrossCuttingGoal = printed.CrossCuttingGoal?.Number,
        CrossCuttingNote = printed.CrossCuttingGoal?.Note,
        Source = source,
        ImportedAt = now,
    };

    public static PlanPrincipleRow Principle(
        PlanRow plan,
        PlanPrincipleKind kind,
        int position,
        string title,
        string? text
    ) =>
        new() { Id = Guid.NewGuid(), PlanId = plan.Id, Kind = kind, Position = position, Title = title, Text = text };

    public static PlanThemeRow ThemeOf(PlanRow plan, PrintedTheme theme, int position, IReadOnlyList<int>? mapped) =>
        new()
        {
            Id = Guid.NewGuid(),
            PlanId = plan.Id,
            Position = position,
            Key = theme.Id,
            Title = theme.Title,
            Ambition = theme.Ambition,
            Goals = string.Join(',', mapped ?? theme.NationalGoals),
        };

    public static PlanMeasureRow MeasureOf(
        PlanRow plan,
        PlanThemeRow theme,
        PrintedMeasure measure,
        int position,
        string? tiedTo
    ) =>
        new()
        {
            Id = NewId.Of<MeasureId>(),
            PlanId = plan.Id,
            ThemeId = theme.Id,
            Position = position,
            Key = measure.Id,
            ParentKey = measure.Parent,
            Text = measure.Text,
            Indicator = measure.Indicator,
            Comparator = measure.Comparator,
            Value = measure.Value,
            Unit = measure.Unit,
            ReferenceKind = measure.Reference?.Kind,
            ReferenceValue = measure.Reference?.Value,
            Offset = measure.Offset,
            Period = measure.Period,
            PeriodKind = measure.PeriodKind,
            Deadline = measure.Deadline,
            Baseline = measure.Baseline,
            BaselineDate = measure.BaselineDate,
            Condition = measure.Condition,
            Exclusion = measure.Exclusion,
            SoftGoal = measure.SoftGoal,
            DataSource = measure.DataSource,
            TiedTo = tiedTo,
        };
}
