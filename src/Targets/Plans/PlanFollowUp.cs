using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>The plan in force with its measures judged by the facts.</summary>
[Part]
internal sealed class PlanFollowUp(
    VirkerContext db,
    Catalogue catalogue,
    MunicipalFacts facts,
    Comparisons comparisons
)
{
    private static readonly Kept<TargetFinding> Finding = new("finding");

    /// <summary>The plan whose years hold a day; else the newest that is in force.</summary>
    public async Task<PlanRow?> CurrentAsync(DateOnly day, CancellationToken ct)
    {
        var plans = await db.Set<PlanRow>()
            .AsNoTracking()
            .Where(p => p.AdoptedAt != null && p.ReplacedAt == null)
            .OrderByDescending(p => p.PeriodFrom)
            .ThenByDescending(p => p.PeriodTo)
            .ToListAsync(ct);
        return plans.FirstOrDefault(p => p.PeriodFrom <= day.Year && p.PeriodTo >= day.Year) ?? plans.FirstOrDefault();
    }

    public async Task<IReadOnlyList<PlanMeasureRow>> MeasuresAsync(PlanId plan, CancellationToken ct) =>
        await db.Set<PlanMeasureRow>()
            .AsNoTracking()
            .Where(m => m.PlanId == plan)
            .OrderBy(m => m.Position)
            .ToListAsync(ct);

    /// <summary>How each measure of a plan is judged.</summary>
    public async Task<IReadOnlyDictionary<MeasureId, TargetRule>> RulesAsync(PlanId id, CancellationToken ct)
    {
        var plan = await db.Set<PlanRow>().AsNoTracking().SingleAsync(p => p.Id == id, ct);
        return (await MeasuresAsync(id, ct)).ToDictionary(m => m.Id, m => TargetRule.Of(m, plan));
    }

    public async Task<FactStore> FactsAsync(CancellationToken ct) => await facts.ReadAsync(ct);

    public async Task<IReadOnlyList<TargetFinding>> JudgeAsync(
        PlanRow plan,
        IReadOnlyList<PlanMeasureRow> measures,
        FactStore store,
        bool withTrend,
        CancellationToken ct
    )
    {
        var loaded = await comparisons.AllAsync(ct);
        var stamp = loaded.Aggregate(loaded.Count, HashCode.Combine);
        return
        [
            .. measures
                .Select(m => (Rule: TargetRule.Of(m, plan), m.TiedTo, Of: catalogue.Find(m.TiedTo)))
                .Select(m =>
                    store.Keep(
                        Finding.For((m.Rule, m.TiedTo, withTrend, stamp)),
                        m.Of is null ? [] : [m.Of],
                        () => Judge(m.Rule, m.Of, store, loaded, withTrend)
                    )
                ),
        ];
    }

    internal static TargetFinding Judge(
        TargetRule rule,
        Indicator? indicator,
        FactStore store,
        IReadOnlyList<ComparisonValue> comparisons,
        bool withTrend
    ) =>
        indicator is null
            ? TargetEvaluation.Untied(rule, store.DataDate)
            : new TargetEvaluation(rule, indicator, store, comparisons).Find(withTrend);
}
