using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Put a read employment plan in force, because somebody asks for just that. A plan for the same years that is in force already is replaced; ties that
/// somebody chose by hand are kept where the measure still has its name, and every other measure is tied by its words. <paramref name="Source"/> names the document.
/// </summary>
public sealed record ImportPlan(PrintedPlan Plan, string Source) : ICommand;

/// <summary>How many measures there are, and the texts of those that no indicator fits.</summary>
public sealed record PlanImported(PlanId Id, int Themes, int Measures, IReadOnlyList<string> Untied);

[Requires("targets.plan.import")]
internal sealed class ImportPlanHandler(VirkerContext db, PlanShelf shelf) : IUseCase<ImportPlan, PlanImported>
{
    public async Task<Outcome<PlanImported>> RunAsync(ImportPlan command, CancellationToken ct = default)
    {
        if (PrintedPlanRows.Check(command.Plan) is { } refusal) return refusal;
        var (plan, measures) = shelf.Add(command.Plan, command.Source);
        await shelf.AdoptAsync(plan, measures, p => p.PeriodFrom == plan.PeriodFrom && p.PeriodTo == plan.PeriodTo, ct);
        await db.SaveChangesAsync(ct);
        return new PlanImported(plan.Id, command.Plan.Themes.Count, measures.Count, [.. measures.Where(m => m.TiedTo is null).Select(m => m.Text)]);
    }
}
