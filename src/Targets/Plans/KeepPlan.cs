using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Put a read plan in the library, to be read and searched. It is in force nowhere, and no figure is measured by it,
/// until somebody puts it in force. A plan that stands there already is left alone.
/// </summary>
public sealed record KeepPlan(PrintedPlan Plan, string Source) : ICommand<PlanKept>;

/// <summary>The plan, and whether it stood there before.</summary>
public sealed record PlanKept(PlanId Id, bool WasKnown, int Themes, int Measures);

[Requires("targets.plan.import")]
internal sealed class KeepPlanHandler(VirkerContext db, PlanShelf shelf) : IUseCase<KeepPlan, PlanKept>
{
    public async Task<Outcome<PlanKept>> RunAsync(KeepPlan command, CancellationToken ct = default)
    {
        if (PrintedPlanRows.Check(command.Plan) is { } refusal) return refusal;
        var (printed, title) = (command.Plan, command.Plan.Document.Title);
        var known = await db.Set<PlanRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(p => p.Source == command.Source && p.Title == title, ct);
        if (known is not null)
            return new PlanKept(known.Id, true, printed.Themes.Count, printed.Themes.Sum(t => t.Measures.Count));
        var (plan, measures) = shelf.Add(printed, command.Source);
        await db.SaveChangesAsync(ct);
        return new PlanKept(plan.Id, false, printed.Themes.Count, measures.Count);
    }
}
