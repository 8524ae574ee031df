using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// The seven political measures with the deviation from the country (plus is good) and the rank among the
/// municipalities, in a month ("2023-12") or the newest that the country's figures are loaded for.
/// </summary>
public sealed record SeePoliticalGoals(string? Month = null) : IQuery<PoliticalGoalsShown>;

public sealed record PoliticalGoalsShown(DateOnly DataDate, FigurePeriod Period, IReadOnlyList<FigurePeriod> Periods,
    IReadOnlyList<PoliticalGoal> Goals)
{
    /// <summary>What was asked for and is not there, a sentence for each.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>One measure; what is not known is told in <see cref="Missing"/>.</summary>
public sealed record PoliticalGoal(
    int Number,
    IndicatorShown Indicator,
    decimal? Own,
    decimal? Country,
    decimal? Deviation,
    int? Rank,
    int? Of
)
{
    public string? Missing { get; init; }

    public string? Source { get; init; }
}

[Requires("targets.plan.see")]
internal sealed class SeePoliticalGoalsHandler(
    Catalogue catalogue,
    MunicipalFacts facts,
    Comparisons comparisons,
    CurrentMunicipality municipality
) : IUseCase<SeePoliticalGoals, PoliticalGoalsShown>
{
    private const int MonthsToChoose = 60, FewestToRank = 10;

    private readonly IReadOnlyList<Indicator> _measures = catalogue.In(FigureArea.PoliticalGoals);

    public async Task<Outcome<PoliticalGoalsShown>> RunAsync(SeePoliticalGoals query, CancellationToken ct = default)
    {
        var store = await facts.ReadAsync(ct);
        var periods = _measures[0].PeriodsTo(_measures.Min(m => m.LatestPeriod(store)), MonthsToChoose);
        var ids = _measures.Select(m => m.Id).ToHashSet();
        var country = (await comparisons.AllAsync(ct))
            .Where(c => c.Area == ComparisonAreas.Country && ids.Contains(c.Indicator))
            .ToList();
        var newest = periods.LastOrDefault(p => country.Any(c => c.Period.Last == p.Last));
        var asked = new AskedChoices(periods, []);
        var period = !string.IsNullOrEmpty(query.Month) || newest == default ? asked.Period(query.Month) : newest;
        var loaded = await comparisons.OnAsync(ids, period.Last, ct);
        var own = ComparisonAreas.Municipality(municipality.Value.Name) ?? municipality.Value.Name;
        return new PoliticalGoalsShown(store.DataDate, period, [.. periods.Reverse()],
            [.. _measures.Select((m, i) => Decide(i + 1, m, m.Evaluate(store, period), [.. loaded.Where(c =>
                c.Indicator == m.Id)], own))])
        {
            Unknown = asked.Unknown,
        };
    }

    internal static PoliticalGoal Decide(
        int number,
        Indicator measure,
        KeyFigure figure,
        IReadOnlyList<ComparisonValue> loaded,
        string own
    )
    {
        var shown = IndicatorShown.Of(measure);
        var country = loaded.FirstOrDefault(c => c.Area == ComparisonAreas.Country);
        if (figure.Value?.Rounded(measure.Decimals) is not { } value)
            return new(number, shown, null, country?.Value, null, null, null)
            {
                Missing = figure.Why,
                Source = country?.Source,
            };
        var areas = loaded
            .Where(c => ComparisonAreas.Municipality(c.Area) is not null)
            .ToDictionary(c => c.Area, c => c.Value);
        areas[own] = value;
        var standing = Standing.Among(measure, own, areas, country?.Value);
        var ranks = areas.Count >= FewestToRank;
        return new(
            number,
            shown,
            value,
            country?.Value,
            standing.Deviation,
            ranks ? standing.Rank : null,
            ranks ? standing.Of : null
        )
        {
            Source = country?.Source,
            Missing =
                country is null ? $"Landets tal for {figure.Period} er ikke indlæst."
                : ranks ? null
                : "De andre kommuners tal er ikke indlæst, så der er ingen placering.",
        };
    }
}
