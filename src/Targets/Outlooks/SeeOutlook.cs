using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// The chief's overview: every measure of the plan in force with where it stands, how it has moved, and where it is
/// going.
/// </summary>
public sealed record SeeOutlook : IQuery<PlanOutlook>;

public sealed record PlanOutlook(PlanId Plan, string Title, DateOnly DataDate, IReadOnlyList<ThemeOutlook> Themes);

public sealed record ThemeOutlook(string Title, IReadOnlyList<MeasureOutlook> Measures);

/// <summary>
/// <see cref="Movement"/> says how the figure has changed over a year; <see cref="Outlook"/> is null where nothing can
/// be forecast.
/// </summary>
public sealed record MeasureOutlook(
    MeasureId Id,
    string Name,
    TargetFinding Finding,
    string? Movement,
    TargetOutlook? Outlook
)
{
    public string? Condition { get; init; }

    /// <summary>Two years of the figure, complete periods alone.</summary>
    public IReadOnlyList<TrendPoint> Recent { get; init; } = [];
}

[Requires("targets.plan.see")]
internal sealed class SeeOutlookHandler(PlanFollowUp followUp, Outlooks outlooks, IUseCase<SeePlan, PlanShown> plans)
    : IUseCase<SeeOutlook, PlanOutlook>
{
    public async Task<Outcome<PlanOutlook>> RunAsync(SeeOutlook query, CancellationToken ct = default)
    {
        var answer = await plans.RunAsync(new(), ct);
        if (answer.IsRefused) return answer.Refusal;
        var plan = answer.Value;
        var store = await followUp.FactsAsync(ct);
        var rules = await followUp.RulesAsync(plan.Id, ct);
        return new PlanOutlook(
            plan.Id,
            plan.Title,
            store.DataDate,
            [
                .. plan.Themes.Select(t => new ThemeOutlook(
                    t.Title,
                    [
                        .. t.Measures.Select(m => new MeasureOutlook(
                            m.Id,
                            m.Name,
                            m.Finding,
                            outlooks.Movement(store, m.Finding),
                            outlooks.Of(store, rules[m.Id], m.Finding)
                        )
                        {
                            Condition = m.Condition,
                            Recent = outlooks.Recent(store, m.Finding),
                        }),
                    ]
                )),
            ]
        );
    }
}
