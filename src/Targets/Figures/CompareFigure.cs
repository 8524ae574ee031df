using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// The same figure for two groups, or in two months ("2024-03"), side by side. What is not named is everybody, and the
/// newest month.
/// </summary>
public sealed record CompareFigure(
    string Indicator,
    string? GroupA = null,
    string? GroupB = null,
    string? MonthA = null,
    string? MonthB = null
) : IQuery<FigureComparison>;

public sealed record FigureComparison(
    IndicatorShown Indicator,
    DateOnly DataDate,
    IReadOnlyList<FigureDimension> Dimensions,
    IReadOnlyList<FigurePeriod> Periods,
    FigureSide A,
    FigureSide B
)
{
    /// <summary>B less A; null where one of them is not known or not shown.</summary>
    public decimal? Difference => A.Value is { } a && B.Value is { } b ? b - a : null;

    /// <summary>What was asked for and is not there, a sentence for each.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>One side of a comparison with its series up to its own period.</summary>
public sealed record FigureSide(
    FigureGroup? Group,
    FigurePeriod Period,
    decimal? Value,
    string? Why,
    IReadOnlyList<FigurePoint> Series
);

[Requires("targets.plan.see")]
internal sealed class CompareFigureHandler(Catalogue catalogue, FigureReading reading)
    : IUseCase<CompareFigure, FigureComparison>
{
    private const int SeriesMonths = 25, MonthsToChoose = 60;

    public async Task<Outcome<FigureComparison>> RunAsync(CompareFigure query, CancellationToken ct = default)
    {
        if (catalogue.Find(query.Indicator) is not { } indicator) return SeeFigureHandler.NotFound;
        var store = await reading.FactsAsync(ct);
        if (MissingFact.In(store, indicator) is { } missing) return new Refusal("figure.missing-fact", missing);
        var dimensions = FigureDimension.Of(store, indicator);
        var periods = indicator.PeriodsTo(indicator.LatestPeriod(store), MonthsToChoose);
        var small = reading.SmallNumbersOf(store, indicator, dimensions);
        var asked = new AskedChoices(periods, dimensions);
        return new FigureComparison(IndicatorShown.Of(indicator), store.DataDate, dimensions, [.. periods.Reverse()],
            Side(store, indicator, asked.Group(query.GroupA), asked.Period(query.MonthA), small),
            Side(store, indicator, asked.Group(query.GroupB), asked.Period(query.MonthB), small))
        {
            Unknown = asked.Unknown,
        };
    }

    private static FigureSide Side(
        FactStore store,
        Indicator indicator,
        FigureGroup? group,
        FigurePeriod period,
        SmallNumbers? small
    )
    {
        var points = indicator.PeriodsTo(period, SeriesMonths);
        var figures = (group?.In(store, indicator) ?? indicator).Evaluate(store, points);
        var hidden = group is null ? null : small?.Of(group, points);
        var isHidden = hidden?[^1] == true && figures[^1].Value is not null;
        return new(
            group,
            period,
            isHidden ? null : figures[^1].Value?.Rounded(indicator.Decimals),
            isHidden ? FigureReading.WhySmall : figures[^1].Why,
            [
                .. figures.Select(
                    (f, i) =>
                        new FigurePoint(
                            f.Period,
                            hidden?[i] == true ? null : f.Value?.Rounded(indicator.Decimals),
                            null
                        )
                ),
            ]
        );
    }
}
