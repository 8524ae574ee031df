using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Freeze the plan's key figures as of a day, for a committee's annex. Facts after the day are left out; what is frozen
/// is issued again identically by <see cref="SeeKeyFigureAnnex"/>, whatever becomes of register, definitions and plan.
/// </summary>
public sealed record FreezeKeyFigures(DateOnly AsOf) : ICommand<KeyFigureAnnex>;

[Requires("targets.annex.freeze")]
internal sealed class FreezeKeyFiguresHandler(
    VirkerContext db,
    PlanFollowUp followUp,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<FreezeKeyFigures, KeyFigureAnnex>
{
    public async Task<Outcome<KeyFigureAnnex>> RunAsync(FreezeKeyFigures command, CancellationToken ct = default)
    {
        if (command.AsOf > clock.Today())
            return new Refusal(
                "annex.in-future",
                "Nøgletal kan ikke fryses pr. en dag, der ikke er kommet.",
                Field: nameof(command.AsOf)
            );
        if (await followUp.CurrentAsync(command.AsOf, ct) is not { } plan)
            return SeePlanHandler.NoPlan;
        var store = (await followUp.FactsAsync(ct)).AsOf(command.AsOf);
        var measures = await followUp.MeasuresAsync(plan.Id, ct);
        var findings = await followUp.JudgeAsync(plan, measures, store, withTrend: true, ct);
        var themes = await db.Set<PlanThemeRow>()
            .AsNoTracking()
            .Where(t => t.PlanId == plan.Id)
            .ToDictionaryAsync(t => t.Id, t => t.Title, ct);
        var annex = new AnnexRow
        {
            Id = NewId.Of<AnnexId>(),
            PlanId = plan.Id,
            PlanTitle = plan.Title,
            AsOf = command.AsOf,
            DataDate = store.DataDate,
            DataVersion = store.Version,
            FrozenAt = WholeSecond(clock.GetUtcNow()),
            FrozenBy = actor.Value.User,
        };
        var names = new MeasureNames(measures);
        var lines = measures.Zip(findings, (m, f) => AnnexLine.Of(m, names.Of(m), themes[m.ThemeId], f)).ToList();
        db.Add(annex);
        db.AddRange(lines.Select((line, position) => Frozen(annex, line, position)));
        await db.SaveChangesAsync(ct);
        return new KeyFigureAnnex(annex.Id, annex.PlanTitle, annex.AsOf, annex.DataDate, annex.FrozenAt, lines);
    }

    /// <summary>Databases keep instants with different precision; the annex must read back as it was issued.</summary>
    private static DateTimeOffset WholeSecond(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private static FrozenFigureRow Frozen(AnnexRow annex, AnnexLine line, int position) =>
        new()
        {
            Id = Guid.NewGuid(),
            AnnexId = annex.Id,
            Position = position,
            MeasureId = line.Measure,
            IndicatorId = line.Indicator,
            IndicatorVersion = line.IndicatorVersion,
            Content = line.ToJson(),
        };
}

/// <summary>Issue a frozen annex again.</summary>
public sealed record SeeKeyFigureAnnex(AnnexId Annex) : IQuery<KeyFigureAnnex>;

[Requires("targets.annex.see")]
internal sealed class SeeKeyFigureAnnexHandler(VirkerContext db) : IUseCase<SeeKeyFigureAnnex, KeyFigureAnnex>
{
    public async Task<Outcome<KeyFigureAnnex>> RunAsync(SeeKeyFigureAnnex query, CancellationToken ct = default)
    {
        if (await db.Set<AnnexRow>().FirstOrDefaultAsync(a => a.Id == query.Annex, ct) is not { } annex)
            return Refusal.NotFound("annex.not-found", "Nøgletalsbilaget findes ikke.");
        var figures = await db.Set<FrozenFigureRow>()
            .Where(f => f.AnnexId == annex.Id)
            .OrderBy(f => f.Position)
            .Select(f => f.Content)
            .ToListAsync(ct);
        return new KeyFigureAnnex(
            annex.Id,
            annex.PlanTitle,
            annex.AsOf,
            annex.DataDate,
            annex.FrozenAt,
            [.. figures.Select(AnnexLine.FromJson)]
        );
    }
}
