using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// The employment plan in force: themes, goals, principles, and each measure with where it stands now.
/// </summary>
public sealed record SeePlan(PlanId? Plan = null) : IQuery<PlanShown>;

/// <summary><see cref="DataDate"/> is the last day that the register covers.</summary>
public sealed record PlanShown(
    PlanId Id,
    string Title,
    string? Municipality,
    int PeriodFrom,
    int PeriodTo,
    string Source,
    DateTimeOffset ImportedAt,
    DateOnly DataDate,
    IReadOnlyList<GoalShown> Goals,
    IReadOnlyList<ThemeShown> Themes,
    IReadOnlyList<PrincipleShown> GuidingMarks,
    IReadOnlyList<PrincipleShown> Principles
);

/// <summary>A national goal; <paramref name="AcrossThemes"/> says why when it goes across all themes.</summary>
public sealed record GoalShown(int Number, string Text, bool AcrossThemes, string? Note);

public sealed record ThemeShown(
    string Key,
    string Title,
    string? Ambition,
    IReadOnlyList<int> Goals,
    IReadOnlyList<MeasureLine> Measures
);

public sealed record PrincipleShown(string Title, string? Text);

/// <summary>A measure in a row: by its name; what the plan prints stands on its page.</summary>
public sealed record MeasureLine(MeasureId Id, string Key, string? ParentKey, string Name, TargetFinding Finding)
{
    /// <summary>What the plan makes it depend on.</summary>
    public string? Condition { get; init; }
}

[Requires("targets.plan.see")]
internal sealed class SeePlanHandler(VirkerContext db, PlanFollowUp followUp, TimeProvider clock)
    : IUseCase<SeePlan, PlanShown>
{
    internal static readonly Refusal NoPlan = Refusal.NotFound(
        "plan.not-found",
        "Der er ikke indlæst en beskæftigelsesplan endnu."
    );

    public async Task<Outcome<PlanShown>> RunAsync(SeePlan query, CancellationToken ct = default)
    {
        var plan = query.Plan is { } id
            ? await db.Set<PlanRow>().FirstOrDefaultAsync(p => p.Id == id && p.AdoptedAt != null, ct)
            : await followUp.CurrentAsync(clock.Today(), ct);
        if (plan is null)
            return NoPlan;
        var store = await followUp.FactsAsync(ct);
        var measures = await followUp.MeasuresAsync(plan.Id, ct);
        var findings = await followUp.JudgeAsync(plan, measures, store, withTrend: false, ct);
        var names = new MeasureNames(measures);
        var lines = measures
            .Zip(
                findings,
                (m, f) =>
                    (
                        m.ThemeId,
                        Line: new MeasureLine(m.Id, m.Key, m.ParentKey, names.Of(m), f) { Condition = m.Condition }
                    )
            )
            .ToLookup(l => l.ThemeId, l => l.Line);
        var themes = await db.Set<PlanThemeRow>()
            .Where(t => t.PlanId == plan.Id)
            .OrderBy(t => t.Position)
            .ToListAsync(ct);
        var goals = await db.Set<PlanGoalRow>()
            .Where(g => g.PlanId == plan.Id)
            .OrderBy(g => g.Number)
            .ToListAsync(ct);
        var principles = await db.Set<PlanPrincipleRow>()
            .Where(p => p.PlanId == plan.Id)
            .OrderBy(p => p.Position)
            .ToListAsync(ct);
        return new PlanShown(
            plan.Id,
            plan.Title,
            plan.Municipality,
            plan.PeriodFrom,
            plan.PeriodTo,
            plan.Source,
            plan.ImportedAt,
            store.DataDate,
            [
                .. goals.Select(g => new GoalShown(
                    g.Number,
                    g.Text,
                    g.Number == plan.CrossCuttingGoal,
                    g.Number == plan.CrossCuttingGoal ? plan.CrossCuttingNote : null
                )),
            ],
            [.. themes.Select(t => new ThemeShown(t.Key, t.Title, t.Ambition, Numbers(t.Goals), [.. lines[t.Id]]))],
            Of(principles, PlanPrincipleKind.Mark), Of(principles, PlanPrincipleKind.Principle));
    }

    private static IReadOnlyList<PrincipleShown> Of(IEnumerable<PlanPrincipleRow> rows, PlanPrincipleKind kind) =>
        [.. rows.Where(r => r.Kind == kind).Select(r => new PrincipleShown(r.Title, r.Text))];

    internal static IReadOnlyList<int> Numbers(string goals) =>
        [.. goals.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => WrittenNumber.Code(n)).OfType<int>()];
}
