using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// The citizens behind a measure's newest figure, a page at a time (page 1 first), for those who lead or control the
/// work. Nobody whose address is protected is shown.
/// </summary>
public sealed record SeeCasesBehind(MeasureId Measure, int Page = 1) : IQuery<CasesBehind>;

/// <summary>Each page of it is in the access log, citizen by citizen.</summary>
/// <param name="Counted">How many the figure counts.</param>
/// <param name="Showable">How many of them the list has, on all its pages.</param>
public sealed record CasesBehind(
    MeasureId Measure,
    string MeasureText,
    FigurePeriod Period,
    int Counted,
    int Showable,
    IReadOnlyList<CaseBehind> Cases
) : IRevealsCitizens
{
    /// <summary>What the figure counts, which need not be citizens.</summary>
    public string Unit { get; init; } = "";

    public IEnumerable<CitizenId> Revealed => Cases.Select(c => c.Citizen);
}

public sealed record CaseBehind(CitizenId Citizen, string Name, string Team, string? CaseWorker);

[Requires("targets.cases.see", Purpose = "Opfølgning på et mål i beskæftigelsesplanen")]
internal sealed class SeeCasesBehindHandler(
    VirkerContext db,
    Catalogue catalogue,
    MunicipalFacts facts,
    IEnumerable<IPersonRegister> registers
) : IUseCase<SeeCasesBehind, CasesBehind>
{
    public async Task<Outcome<CasesBehind>> RunAsync(SeeCasesBehind query, CancellationToken ct = default)
    {
        if (
            await PlanShelf.OwnMeasures(db).FirstOrDefaultAsync(m => m.Id == query.Measure, ct)
            is not { } measure
        )
            return SeeMeasureHandler.NotFound;
        var loaded = await facts.CurrentAsync(ct);
        if (
            catalogue.Find(measure.TiedTo) is not { CountsPersons: true } indicator
            || loaded.Persons is not { } persons
            || registers.FirstOrDefault() is not { } register
        )
            return new Refusal("cases.none", "Der er ingen borgere bag dette tal.");
        if (MissingFact.In(loaded.Store, indicator) is { } missing) return new Refusal("cases.missing-fact", missing);

        var period = indicator.LatestPeriod(loaded.Store);
        var behind = indicator.Measure.Behind(loaded.Store, period);
        if (BehindList.TooMany(behind.Count) is { } many) return many;
        var list = await BehindList.ReadAsync(register, [.. behind.Select(persons.IdOf)], query.Page, ct);
        return new CasesBehind(
            measure.Id,
            new MeasureNames(
                await db.Set<PlanMeasureRow>().Where(m => m.PlanId == measure.PlanId).ToListAsync(ct)
            ).Of(measure),
            period,
            behind.Count,
            list.Showable,
            list.Cases
        )
        {
            Unit = indicator.Unit,
        };
    }
}
