using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Has the facts, the newest figures and the chief's overview worked out before anybody asks: after a start, and after
/// what has been changed since.
/// </summary>
internal sealed class OpenFacts(IUseCase<SeeKeyFigures, KeyFigures> figures, IUseCase<SeeOutlook, PlanOutlook> overview)
    : IJob
{
    public string Name => "targets.facts";

    public string Title => "Nøgletallene gøres klar";

    public JobPlan Plan => JobPlan.Every(TimeSpan.FromMinutes(1));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var known = await figures.RunAsync(new(), ct);
        if (known.IsRefused) return known.Refusal;
        var plan = await overview.RunAsync(new(), ct);
        return plan.IsRefused && plan.Refusal != SeePlanHandler.NoPlan ? plan.Refusal : Done.It;
    }
}
