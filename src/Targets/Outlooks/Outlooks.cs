using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>Forecasts of the current municipality's figures, held against targets.</summary>
[Part]
internal sealed class Outlooks(CurrentMunicipality municipality, Catalogue catalogue, ForecastCache cache)
{
    private static readonly Kept<GroupForecast?> GroupsAhead = new("by group");
    private static readonly Kept<IReadOnlyList<TrendPoint>> TwoYears = new("recent");
    private static readonly Kept<KeyFigure> YearBefore = new("year before");

    /// <summary>
    /// Null where the figure is unknown, or not known for long enough; and for a target that is decided, since nothing
    /// that is to come changes it.
    /// </summary>
    public TargetOutlook? Of(FactStore store, TargetRule rule, TargetFinding finding)
    {
        if (finding.Verdict.IsDecided) return null;
        if (catalogue.Find(finding.Indicator?.Id) is not { } indicator || finding.Latest is not { } latest) return null;
        var forecast = cache.Of(municipality.Value, store, indicator, OutlookJudge.Horizon(rule, latest.Period));
        return forecast is null ? null : new OutlookJudge(indicator, forecast).Judge(rule, finding.Verdict.Target);
    }

    /// <summary>A figure without a target, so many months on.</summary>
    public TargetOutlook? Of(FactStore store, Indicator indicator, int months) =>
        cache.Of(municipality.Value, store, indicator, months) is { } forecast
            ? new OutlookJudge(indicator, forecast).Judge(null, null)
            : null;

    /// <summary>
    /// What each group is expected to be, made to add up to the whole; null where the figure does not add up.
    /// </summary>
    public GroupForecast? ByGroup(FactStore store, Indicator indicator, FigureDimension split, int months) =>
        store.Keep(
            GroupsAhead.For((indicator.Id, split.Id, months)),
            [indicator],
            () =>
                cache.Of(municipality.Value, store, indicator, months) is { } whole
                    ? GroupForecast.Of(store, indicator, split, whole)
                    : null
        );

    /// <summary>Two years of complete periods, the oldest first.</summary>
    public IReadOnlyList<TrendPoint> Recent(FactStore store, TargetFinding finding) =>
        catalogue.Find(finding.Indicator?.Id) is not { } indicator || finding.Latest is not { } latest
            ? []
            : store.Keep(
                TwoYears.For((indicator.Id, latest.Period)),
                [indicator],
                () =>
                    [
                        .. indicator
                            .Evaluate(store, indicator.PeriodsTo(latest.Period, 25))
                            .Select(f => new TrendPoint(f.Period, f.Value?.Rounded(indicator.Decimals))),
                    ]
            );

    /// <summary>"Faldet 12 helårspersoner på et år".</summary>
    public string? Movement(FactStore store, TargetFinding finding)
    {
        if (catalogue.Find(finding.Indicator?.Id) is not { } indicator || finding.Latest is not { } latest) return null;
        var month = FigurePeriod.MonthOf(latest.Period.Last.AddYears(-1));
        var before = store.Keep(
            YearBefore.For(indicator.Id),
            [indicator],
            () =>
                indicator.Evaluate(store, indicator.Rhythm == Rhythm.Month ? month : FigurePeriod.TwelveMonthsTo(month))
        );
        if (before.Value is not { } then)
            return null;
        var change = latest.Value - then.Rounded(indicator.Decimals);
        return change == 0
            ? "uændret på et år"
            : $"{(change > 0 ? "steget" : "faldet")} {FigureWords.Distance(Math.Abs(change), indicator)} på et år";
    }
}
