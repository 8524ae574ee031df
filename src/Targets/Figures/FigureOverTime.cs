using Virker.Insight;

namespace Virker.Targets;

/// <summary>
/// A figure's groups over time, as committees' tables have it: the last six months, or five years of twelve months. The
/// last row is the whole.
/// </summary>
public sealed record FigureOverTime(IReadOnlyList<FigurePeriod> Periods, IReadOnlyList<FigureOverTimeRow> Rows)
{
    private const int Months = 6, Years = 5;

    /// <summary>More groups are told in one column and not over time, nor carried on ahead.</summary>
    internal const int MostGroups = 40;

    /// <summary>Null for a dimension of more groups than a table is read with.</summary>
    internal static FigureOverTime? Of(FactStore store, Indicator indicator, FigureDimension split, FigurePeriod last, Hiding? hidden)
    {
        if (split.Groups.Count > MostGroups) return null;
        var periods = PeriodsTo(indicator, last);
        var figures = split.Evaluate(store, indicator, periods);
        var (isHidden, isTotalHidden) = (
            hidden?.Groups(periods),
            hidden?.Total(periods) ?? [.. periods.Select(_ => false)]
        );
        var rows = split
            .Groups.Select(
                (g, i) =>
                    (
                        Group: g,
                        Figures: figures[i],
                        IsHidden: (bool[])[.. periods.Select((_, t) => isHidden?[t][i] == true)]
                    )
            )
            .Where(r => r.IsHidden.Contains(true) || FigureReading.IsAny(r.Figures));
        return new(
            periods,
            [
                .. rows.Select(r => new FigureOverTimeRow(
                    r.Group.Name,
                    [.. r.Figures.Select((f, t) => r.IsHidden[t] ? null : f.Value?.Rounded(indicator.Decimals))],
                    r.IsHidden
                )),
                new FigureOverTimeRow(
                    "I alt",
                    [
                        .. indicator
                            .Evaluate(store, periods)
                            .Select((f, t) => isTotalHidden[t] ? null : f.Value?.Rounded(indicator.Decimals)),
                    ],
                    isTotalHidden
                ),
            ]
        );
    }

    private static IReadOnlyList<FigurePeriod> PeriodsTo(Indicator indicator, FigurePeriod last)
    {
        if (indicator.Rhythm == Rhythm.Month) return indicator.PeriodsTo(last, Months);
        return [.. indicator.PeriodsTo(last, ((Years - 1) * 12) + 1).Where((_, i) => i % 12 == 0)];
    }
}

/// <summary>One group's values by period; null where there is none or it is hidden.</summary>
public sealed record FigureOverTimeRow(string Name, IReadOnlyList<decimal?> Values, IReadOnlyList<bool> IsHidden);
