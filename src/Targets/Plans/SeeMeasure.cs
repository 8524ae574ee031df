using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>One measure with its finding, its series and the indicators that it could be tied to.</summary>
public sealed record SeeMeasure(MeasureId Measure) : IQuery<MeasureShown>;

/// <summary>
/// The measure by its name and as printed, and what is known. <see cref="Parent"/> is the measure that it is a part of
/// or a step towards.
/// </summary>
public sealed record MeasureShown(
    MeasureId Id,
    PlanId Plan,
    string PlanTitle,
    string Theme,
    string Key,
    string Text,
    string Indicator,
    TargetFinding Finding,
    TieShown Tie,
    MeasureLink? Parent
)
{
    /// <summary>What it is called in rows and papers; <see cref="Text"/> is what the plan prints.</summary>
    public required string Name { get; init; }

    public IReadOnlyList<GoalShown> Goals { get; init; } = [];

    /// <summary>What is expected; null where nothing can be, and where the measure is decided.</summary>
    public TargetOutlook? Outlook { get; init; }

    /// <summary>
    /// What the plan prints beside the number: condition, exclusion, soft goal, baseline, source. Label and text.
    /// </summary>
    public IReadOnlyList<(string Label, string Text)> Printed { get; init; } = [];
}

public sealed record MeasureLink(MeasureId Id, string Name);

/// <summary>
/// Which indicator the measure is computed by, whether somebody chose it, and the ones to choose between.
/// </summary>
public sealed record TieShown(
    string? Indicator,
    bool ByHand,
    string? Reason,
    int Version,
    IReadOnlyList<(string Id, string Name)> Choices
);

[Requires("targets.plan.see")]
internal sealed class SeeMeasureHandler(
    VirkerContext db,
    Catalogue catalogue,
    PlanFollowUp followUp,
    Outlooks outlooks
) : IUseCase<SeeMeasure, MeasureShown>
{
    internal static readonly Refusal NotFound = Refusal.NotFound("measure.not-found", "Målet findes ikke.");

    public async Task<Outcome<MeasureShown>> RunAsync(SeeMeasure query, CancellationToken ct = default)
    {
        if (
            await PlanShelf.OwnMeasures(db).FirstOrDefaultAsync(m => m.Id == query.Measure, ct)
            is not { } measure
        )
            return NotFound;
        var plan = await db.Set<PlanRow>().SingleAsync(p => p.Id == measure.PlanId, ct);
        var theme = await db.Set<PlanThemeRow>().SingleAsync(t => t.Id == measure.ThemeId, ct);
        var goals = SeePlanHandler.Numbers(theme.Goals);
        var goalRows = await db.Set<PlanGoalRow>()
            .Where(g => g.PlanId == plan.Id && goals.Contains(g.Number))
            .OrderBy(g => g.Number)
            .ToListAsync(ct);
        var all = await followUp.MeasuresAsync(plan.Id, ct);
        var names = new MeasureNames(all);
        var parent = all.Where(m => m.Key == measure.ParentKey)
            .Select(m => new MeasureLink(m.Id, names.Of(m)))
            .FirstOrDefault();
        var store = await followUp.FactsAsync(ct);
        var findings = await followUp.JudgeAsync(plan, [measure], store, withTrend: true, ct);
        return new MeasureShown(
            measure.Id,
            plan.Id,
            plan.Title,
            theme.Title,
            measure.Key,
            measure.Text,
            measure.Indicator,
            findings[0],
            Tie(measure),
            parent
        )
        {
            Name = names.Of(measure),
            Goals = [.. goalRows.Select(g => new GoalShown(g.Number, g.Text, false, null))],
            Printed = [.. Printed(measure)],
            Outlook = outlooks.Of(store, TargetRule.Of(measure, plan), findings[0]),
        };
    }

    private TieShown Tie(PlanMeasureRow measure) =>
        new(
            measure.TiedTo,
            measure.TiedByHand,
            measure.TieReason,
            measure.Version,
            [.. catalogue.All.OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => (i.Id, i.Name))]
        );

    private static IEnumerable<(string Label, string Text)> Printed(PlanMeasureRow measure)
    {
        yield return ("I planen står", measure.Text);
        if (measure.Baseline is { } baseline)
            yield return (
                "Udgangspunkt i planen",
                $"{FigureWords.Plain(baseline)} {measure.Unit}{(measure.BaselineDate is { } date ? $" ({date})" : "")}"
            );
        if (measure.Condition is { } condition)
            yield return ("Forudsætning", condition);
        if (measure.Exclusion is { } exclusion)
            yield return ("Undtaget", exclusion);
        if (measure.SoftGoal is { } soft)
            yield return ("Gerne", soft);
        if (measure.DataSource is { } source)
            yield return ("Kilde i planen", source);
    }
}
