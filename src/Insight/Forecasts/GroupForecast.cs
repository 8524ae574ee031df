namespace Virker.Insight;

/// <summary>
/// A figure that adds up over its groups, carried on group by group by the method that was best for the whole, and then
/// all moved as little as possible so that the groups add up to the whole (<see
/// cref="ReconciliationKind.LeastSquares"/>). Groups are in the dimension's order; persons whose group is not known are
/// in the whole alone.
/// </summary>
public sealed record GroupForecast(double Whole, IReadOnlyList<double> Groups)
{
    /// <summary>
    /// As far ahead as the whole's forecast goes; null where the figure does not add up over the dimension.
    /// </summary>
    public static GroupForecast? Of(FactStore store, Indicator indicator, FigureDimension by, IndicatorForecast whole)
    {
        if (indicator.Measure is not (FullTime or Events)) return null;
        var months = whole.Periods.Count;
        var now = by.Evaluate(
                store,
                indicator,
                indicator.PeriodsTo(indicator.LatestPeriod(store), IndicatorForecast.MostHistory)
            )
            .Select(f => f[^1].Value is { } value ? (double)value.Rounded(6) : 0)
            .ToList();
        var unknown = whole.History[^1].Value - now.Sum();
        var there = Enumerable.Range(0, now.Count).Where(i => now[i] > 0).ToList();
        var parts = new double[there.Count];
        Parallel.For(
            0,
            there.Count,
            i =>
                parts[i] =
                    IndicatorForecast.Ahead(
                        store,
                        by.Groups[there[i]].In(store, indicator),
                        whole.Series.Chosen.Method,
                        months
                    ) ?? now[there[i]]
        );
        var agreed = new Reconciliation(
            parts.Length,
            [
                [.. Enumerable.Range(0, parts.Length)],
            ]
        ).Reconcile([whole.Series.Steps[^1].Value - unknown], parts, ReconciliationKind.LeastSquares);
        var groups = new double[now.Count];
        for (var i = 0; i < there.Count; i++) groups[there[i]] = agreed.Parts[i];
        return new(agreed.Totals[0] + unknown, groups);
    }
}
