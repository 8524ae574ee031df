using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>All plans that have been read in: in force, replaced, and those that are only kept to be read.</summary>
public sealed record ListPlans : IQuery<PlanList>;

/// <summary>The plans, those in force first.</summary>
public sealed record PlanList(IReadOnlyList<KeptPlan> Plans);

/// <summary>A plan in the list; <paramref name="Municipality"/> is whose it is printed to be.</summary>
public sealed record KeptPlan(
    PlanId Id,
    string Title,
    string? Municipality,
    int PeriodFrom,
    int PeriodTo,
    string Source,
    bool IsOthers
)
{
    public bool IsInForce { get; init; }

    /// <summary>It has been in force here.</summary>
    public bool WasInForce { get; init; }
}

/// <summary>A plan as it is printed, word for word and measured by nothing.</summary>
public sealed record ReadPlan(PlanId Plan) : IQuery<PlanAsPrinted>;

/// <summary>The plan with its themes and what each wants to reach.</summary>
public sealed record PlanAsPrinted(KeptPlan Plan, IReadOnlyList<ThemeAsPrinted> Themes);

/// <summary>A theme with its measures as they are printed.</summary>
public sealed record ThemeAsPrinted(string Title, string? Ambition, IReadOnlyList<string> Measures);

[Requires("targets.plan.see")]
internal sealed class ListPlansHandler(VirkerContext db, CurrentMunicipality municipality)
    : IUseCase<ListPlans, PlanList>
{
    public async Task<Outcome<PlanList>> RunAsync(ListPlans query, CancellationToken ct = default) =>
        new PlanList([
            .. (await db.Set<PlanRow>().ToListAsync(ct))
                .Select(p => Of(p, municipality.Value))
                .OrderByDescending(p => p.IsInForce)
                .ThenBy(p => p.IsOthers)
                .ThenByDescending(p => p.PeriodFrom)
                .ThenBy(p => p.Title, StringComparer.Ordinal),
        ]);

    internal static KeptPlan Of(PlanRow plan, Municipality here) =>
        new(
            plan.Id,
            plan.Title,
            plan.Municipality,
            plan.PeriodFrom,
            plan.PeriodTo,
            plan.Source,
            plan.Municipality is { } whose && !here.IsCalled(whose)
        )
        {
            IsInForce = plan.AdoptedAt is not null && plan.ReplacedAt is null,
            WasInForce = plan.AdoptedAt is not null,
        };
}

[Requires("targets.plan.see")]
internal sealed class ReadPlanHandler(VirkerContext db, CurrentMunicipality municipality)
    : IUseCase<ReadPlan, PlanAsPrinted>
{
    public async Task<Outcome<PlanAsPrinted>> RunAsync(ReadPlan query, CancellationToken ct = default)
    {
        if (await db.Set<PlanRow>().SingleOrDefaultAsync(p => p.Id == query.Plan, ct) is not { } plan)
            return SeePlanHandler.NoPlan;
        var themes = await db.Set<PlanThemeRow>()
            .Where(t => t.PlanId == plan.Id)
            .OrderBy(t => t.Position)
            .ToListAsync(ct);
        var measures = await db.Set<PlanMeasureRow>()
            .Where(m => m.PlanId == plan.Id)
            .OrderBy(m => m.Position)
            .ToListAsync(ct);
        return new PlanAsPrinted(
            ListPlansHandler.Of(plan, municipality.Value),
            [
                .. themes.Select(t => new ThemeAsPrinted(
                    t.Title,
                    t.Ambition,
                    [.. measures.Where(m => m.ThemeId == t.Id).Select(m => m.Text)]
                )),
            ]
        );
    }
}
