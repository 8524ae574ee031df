namespace Virker.Insight;

/// <summary>
/// A figure that adds up over its groups, carried on group by group and as a whole, and then all moved as little as possible so that the groups add up to the whole
/// (<see cref="ReconciliationKind.LeastSquares"/>). Groups are in the dimension's order; persons whose group is not known are in the whole alone.
/// </summary>
public sealed record GroupForecast(double Whole, IReadOnlyList<double> Groups)
{
    /// <summary>The groups are many and are shown without limits: a method is chosen for each on a year of earlier months.</summary>
    private const int GroupOrigins = 12;

    /// <summary>So many months ahead; null where the figure does not add up over the dimension, or cannot be carried on.</summary>
    public static GroupForecast? Of(FactStore store, Indicator indicator, FigureDimension by, int months)
    {
        if (indicator.Measure is not (FullTime or Events) || IndicatorForecast.Of(store, indicator, months) is not { } whole) return null;
        var now = by.Evaluate(store, indicator, indicator.PeriodsTo(indicator.LatestPeriod(store.DataDate), IndicatorForecast.MostHistory)).Select(f => f[^1].Value is { } value ? (double)value.Rounded(6) : 0).ToList();
        var unknown = whole.History[^1].Value - now.Sum();
        var there = Enumerable.Range(0, now.Count).Where(i => now[i] > 0).ToList();
        var parts = new double[there.Count];
        Parallel.For(0, there.Count, i => parts[i] = Ahead(store, by.Groups[there[i]].In(store, indicator), months) ?? now[there[i]]);
        var agreed = new Reconciliation(parts.Length, [[.. Enumerable.Range(0, parts.Length)]]).Reconcile([whole.Series.Steps[^1].Value - unknown], parts, ReconciliationKind.LeastSquares);
        var groups = new double[now.Count];
        for (var i = 0; i < there.Count; i++) groups[there[i]] = agreed.Parts[i];
        return new(agreed.Totals[0] + unknown, groups);
    }

    private static double? Ahead(FactStore store, Indicator group, int months) =>
        IndicatorForecast.Of(store, group, IndicatorForecast.HistoryOf(store, group), months, GroupOrigins)?.Series.Steps[^1].Value;
}
