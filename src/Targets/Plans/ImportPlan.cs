using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Put a read employment plan in force. A plan for the same years that is in force already is replaced; ties that somebody chose by hand are kept where
/// the measure still has its name, and every other measure is tied by its words. <paramref name="Source"/> names the document.
/// </summary>
public sealed record ImportPlan(PrintedPlan Plan, string Source) : ICommand;

/// <summary>How many measures there are, and the texts of those that no indicator fits.</summary>
public sealed record PlanImported(PlanId Id, int Themes, int Measures, IReadOnlyList<string> Untied);

[Requires("targets.plan.import")]
internal sealed class ImportPlanHandler(VirkerContext db, TimeProvider clock) : IUseCase<ImportPlan, PlanImported>
{
    public async Task<Outcome<PlanImported>> RunAsync(ImportPlan command, CancellationToken ct = default)
    {
        if (Check(command) is { } refusal) return refusal;
        var printed = command.Plan;
        var plan = PlanOf(command, clock.GetUtcNow());
        var kept = await ReplaceAsync(plan, ct);
        db.Add(plan);
        db.AddRange(printed.NationalGoals.Select(g => new PlanGoalRow { Id = Guid.NewGuid(), PlanId = plan.Id, Number = g.Number, Text = g.Text }));
        db.AddRange(printed.GuidingMarks.Select((m, i) => Principle(plan, PlanPrincipleRow.Mark, i, m.Title, m.Text)));
        db.AddRange(printed.Principles.Select((p, i) => Principle(plan, PlanPrincipleRow.Principle, i, p.Title, p.Text)));
        var measures = new List<PlanMeasureRow>();
        foreach (var (theme, position) in printed.Themes.Select((t, i) => (t, i)))
        {
            var row = ThemeOf(plan, theme, position, printed.ThemeGoalMapping.GetValueOrDefault(theme.Id));
            db.Add(row);
            measures.AddRange(theme.Measures.Select((m, i) => MeasureOf(plan, row, m, measures.Count + i, theme.Measures, kept.GetValueOrDefault(m.Id))));
        }

        db.AddRange(measures);
        await db.SaveChangesAsync(ct);
        return new PlanImported(plan.Id, printed.Themes.Count, measures.Count, [.. measures.Where(m => m.TiedTo is null).Select(m => m.Text)]);
    }

    private static Refusal? Check(ImportPlan command)
    {
        var printed = command.Plan;
        if (printed.Document is not { PeriodFrom: { } from, PeriodTo: { } to } || to < from || string.IsNullOrWhiteSpace(printed.Document.Title))
            return new("plan.no-period", "Planen mangler titel eller år. Læs dokumentet igen, eller vælg et andet.");
        var measures = printed.Themes.SelectMany(t => t.Measures).ToList();
        if (measures.Count == 0) return new("plan.no-measures", "Dokumentet har ingen mål. Er det en beskæftigelsesplan?");
        if (measures.GroupBy(m => m.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) return new("plan.measure-twice", $"Målet »{twice.Key}« står to gange i læsningen.");
        return measures.FirstOrDefault(m => m.Comparator is not ("<=" or "<" or ">=" or ">" or "=" or "increase" or "decrease")) is { } odd
            ? new("plan.unknown-comparator", $"Målet »{odd.Text}« har en sammenligning, som ikke kendes: {odd.Comparator}.") : null;
    }

    /// <summary>Takes plans for the same years out of force; answers their ties by hand.</summary>
    private async Task<Dictionary<string, PlanMeasureRow>> ReplaceAsync(PlanRow plan, CancellationToken ct)
    {
        var before = await db.Set<PlanRow>().Where(p => p.ReplacedAt == null && p.PeriodFrom == plan.PeriodFrom && p.PeriodTo == plan.PeriodTo).ToListAsync(ct);
        foreach (var old in before) (old.ReplacedAt, old.Version) = (plan.ImportedAt, old.Version + 1);
        var ids = before.Select(p => p.Id).ToList();
        var byHand = await db.Set<PlanMeasureRow>().AsNoTracking().Where(m => ids.Contains(m.PlanId) && m.TiedByHand).ToListAsync(ct);
        return byHand.GroupBy(m => m.Key).ToDictionary(g => g.Key, g => g.First());
    }

    private static PlanRow PlanOf(ImportPlan command, DateTimeOffset now) => new()
    {
        Id = NewId.Of<PlanId>(),
        Municipality = command.Plan.Document.Municipality,
        Title = command.Plan.Document.Title!,
        PeriodFrom = command.Plan.Document.PeriodFrom!.Value,
        PeriodTo = command.Plan.Document.PeriodTo!.Value,
        CrossCuttingGoal = command.Plan.CrossCuttingGoal?.Number,
        CrossCuttingNote = command.Plan.CrossCuttingGoal?.Note,
        Source = command.Source,
        ImportedAt = now,
    };

    private static PlanPrincipleRow Principle(PlanRow plan, string kind, int position, string title, string? text) =>
        new() { Id = Guid.NewGuid(), PlanId = plan.Id, Kind = kind, Position = position, Title = title, Text = text };

    private static PlanThemeRow ThemeOf(PlanRow plan, PrintedTheme theme, int position, IReadOnlyList<int>? mapped) => new()
    {
        Id = Guid.NewGuid(),
        PlanId = plan.Id,
        Position = position,
        Key = theme.Id,
        Title = theme.Title,
        Ambition = theme.Ambition,
        Goals = string.Join(',', mapped ?? theme.NationalGoals),
    };

    private static PlanMeasureRow MeasureOf(PlanRow plan, PlanThemeRow theme, PrintedMeasure measure, int position, IReadOnlyList<PrintedMeasure> inTheme, PlanMeasureRow? kept) => new()
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
        TiedTo = kept is null ? IndicatorMatcher.Match(measure, inTheme)?.Id : kept.TiedTo,
        TiedByHand = kept is not null,
        TieReason = kept?.TieReason,
    };
}
