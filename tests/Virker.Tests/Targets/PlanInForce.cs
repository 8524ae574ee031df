using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

/// <summary>A plan as the product gets it: read into the library, and put in force by somebody.</summary>
internal static class PlanInForce
{
    public static async Task<PlanKept> PutInForceAsync(this Seat seat, PrintedPlan plan, string source)
    {
        var kept = await seat.DoneAsync(new KeepPlan(plan, source));
        await seat.DoneAsync(new AdoptPlan(kept.Id));
        return kept;
    }

    /// <summary>By whoever the scope is of.</summary>
    public static async Task PutInForceAsync(this IServiceProvider scope, PrintedPlan plan, string source)
    {
        var kept = await scope.GetRequiredService<IUseCase<KeepPlan, PlanKept>>().RunAsync(new(plan, source));
        kept.Refusal.ShouldBeNull();
        (
            await scope.GetRequiredService<IUseCase<AdoptPlan, Done>>().RunAsync(new(kept.Value.Id))
        ).Refusal.ShouldBeNull();
    }
}
