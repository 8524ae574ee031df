using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Put a plan of the library in force, or one that was in force before. Plans in force for some of the same years are
/// replaced and can be chosen again. Another municipality's plan cannot be put in force here.
/// </summary>
public sealed record AdoptPlan(PlanId Plan) : ICommand<Done>;

[Requires("targets.plan.import")]
internal sealed class AdoptPlanHandler(VirkerContext db, PlanShelf shelf, CurrentMunicipality municipality)
    : IUseCase<AdoptPlan, Done>
{
    public async Task<Outcome<Done>> RunAsync(AdoptPlan command, CancellationToken ct = default)
    {
        if (await db.Set<PlanRow>().SingleOrDefaultAsync(p => p.Id == command.Plan, ct) is not { } plan)
            return SeePlanHandler.NoPlan;
        if (plan.Municipality is { } whose && !municipality.Value.IsCalled(whose))
            return new Refusal("plan.of-others", $"Planen er fra {whose} og kan ikke sættes i kraft her.");
        var measures = await db.Set<PlanMeasureRow>().Where(m => m.PlanId == plan.Id).ToListAsync(ct);
        await shelf.AdoptAsync(plan, measures, p => p.PeriodFrom <= plan.PeriodTo && p.PeriodTo >= plan.PeriodFrom, ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
