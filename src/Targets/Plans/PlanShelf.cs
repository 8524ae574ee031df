using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// The plans that have been read in: those that are or were in force here, and those that are only kept to be read.
/// </summary>
[Part]
internal sealed class PlanShelf(VirkerContext db, IndicatorMatcher ties, TimeProvider clock)
{
    /// <summary>
    /// Measures that are followed here; those of a plan that is only kept are text, and no figure is measured by them.
    /// </summary>
    public static IQueryable<PlanMeasureRow> OwnMeasures(VirkerContext db) =>
        db.Set<PlanMeasureRow>().Where(m => db.Set<PlanRow>().Any(p => p.Id == m.PlanId && p.AdoptedAt != null));

    /// <summary>The plan as printed, in force nowhere.</summary>
    public (PlanRow Plan, IReadOnlyList<PlanMeasureRow> Measures) Add(PrintedPlan printed, string source)
    {
        var plan = PrintedPlanRows.PlanOf(printed, source, clock.GetUtcNow());
        db.Add(plan);
        db.AddRange(
            printed.NationalGoals.Select(g => new PlanGoalRow
            {
                Id = Guid.NewGuid(),
                PlanId = plan.Id,
                Number = g.Number,
                Text = g.Text,
            })
        );
        db.AddRange(
            printed.GuidingMarks.Select(
                (m, i) => PrintedPlanRows.Principle(plan, PlanPrincipleKind.Mark, i, m.Title, m.Text)
            )
        );
        db.AddRange(
            printed.Principles.Select(
                (p, i) => PrintedPlanRows.Principle(plan, PlanPrincipleKind.Principle, i, p.Title, p.Text)
            )
        );
        var measures = new List<PlanMeasureRow>();
        foreach (var (theme, position) in printed.Themes.Select((t, i) => (t, i)))
        {
            var row = PrintedPlanRows.ThemeOf(plan, theme, position, printed.ThemeGoalMapping.GetValueOrDefault(theme.Id));
            db.Add(row);
            measures.AddRange(MeasuresOf(plan, row, theme, measures.Count));
        }

        db.AddRange(measures);
        return (plan, measures);
    }

    /// <summary>A theme's measures, each tied to the figure that its words mean.</summary>
    private IEnumerable<PlanMeasureRow> MeasuresOf(PlanRow plan, PlanThemeRow row, PrintedTheme theme, int first) =>
        theme.Measures.Select(
            (m, i) => PrintedPlanRows.MeasureOf(plan, row, m, first + i, ties.Match(m, theme.Measures)?.Id)
        );

    /// <summary>
    /// Puts a plan in force in the place of <paramref name="others"/>; ties by hand and names go with it where a
    /// measure has the same key.
    /// </summary>
    public async Task AdoptAsync(
        PlanRow plan,
        IReadOnlyList<PlanMeasureRow> measures,
        Expression<Func<PlanRow, bool>> others,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var before = await db.Set<PlanRow>()
            .Where(p => p.AdoptedAt != null && p.ReplacedAt == null && p.Id != plan.Id)
            .Where(others)
            .ToListAsync(ct);
        foreach (var old in before)
            old.ReplacedAt = now;
        (plan.AdoptedAt, plan.ReplacedAt) = (now, null);
        var ids = before.Select(p => p.Id).ToList();
        var byHand = (
            await db.Set<PlanMeasureRow>()
                .AsNoTracking()
                .Where(m => ids.Contains(m.PlanId) && (m.TiedByHand || m.Name != null))
                .ToListAsync(ct)
        ).ToLookup(m => m.Key);
        foreach (var measure in measures)
        {
            if (!measure.TiedByHand && byHand[measure.Key].FirstOrDefault(m => m.TiedByHand) is { } tied)
                (measure.TiedTo, measure.TiedByHand, measure.TieReason) = (tied.TiedTo, true, tied.TieReason);
            measure.Name ??= byHand[measure.Key].Select(m => m.Name).FirstOrDefault(n => n is not null);
        }
    }
}
