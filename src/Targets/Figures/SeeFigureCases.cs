using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>The citizens whom a key figure counts in a month ("2024-03"), or those of a group ("sex:kvinde").</summary>
public sealed record SeeFigureCases(string Indicator, string? Group = null, string? Month = null, int Page = 1)
    : IQuery<FigureCases>;

/// <summary>
/// Each page of it is in the access log, citizen by citizen. Counted is how many the figure counts; Showable leaves out
/// those with a protected address.
/// </summary>
public sealed record FigureCases(
    IndicatorShown Indicator,
    FigureGroup? Group,
    FigurePeriod Period,
    int Counted,
    int Showable,
    IReadOnlyList<CaseBehind> Cases
) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Cases.Select(c => c.Citizen);
}

[Requires("targets.cases.see", Purpose = "Opfølgning på et nøgletal")]
internal sealed class SeeFigureCasesHandler(
    Catalogue catalogue,
    MunicipalFacts facts,
    IEnumerable<IPersonRegister> registers
) : IUseCase<SeeFigureCases, FigureCases>
{
    public async Task<Outcome<FigureCases>> RunAsync(SeeFigureCases query, CancellationToken ct = default)
    {
        if (catalogue.Find(query.Indicator) is not { } indicator) return SeeFigureHandler.NotFound;
        var loaded = await facts.CurrentAsync(ct);
        if (
            !indicator.CountsPersons
            || loaded.Persons is not { } persons
            || registers.FirstOrDefault() is not { } register
        )
            return new Refusal("cases.none", "Der er ingen borgere bag dette tal.");
        if (MissingFact.In(loaded.Store, indicator) is { } missing)
            return new Refusal("cases.missing-fact", missing);
        var group = FigureReading.GroupOf(FigureDimension.Of(loaded.Store, indicator), query.Group);
        if (query.Group is not null && group is null)
            return new Refusal("figure.group", "Gruppen findes ikke for dette nøgletal.");
        var periods = indicator.PeriodsTo(indicator.LatestPeriod(loaded.Store), 60);
        // Nobody's case is opened for a month that was not asked for.
        if (!string.IsNullOrEmpty(query.Month) && AskedChoices.Find(periods, query.Month)
            is null) return new Refusal("figure.month", AskedChoices.NoFigure(query.Month));
        var period = AskedChoices.Find(periods, query.Month) ?? periods[^1];
        var behind = (group?.In(loaded.Store, indicator) ?? indicator).Measure.Behind(loaded.Store, period);
        if (BehindList.TooMany(behind.Count) is { } many) return many;
        var list = await BehindList.ReadAsync(register, [.. behind.Select(persons.IdOf)], query.Page, ct);
        return new FigureCases(IndicatorShown.Of(indicator), group, period, behind.Count, list.Showable, list.Cases);
    }
}
