using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Web.Pages.Insight;

/// <summary>
/// How a key figure is drawn, wherever it is: its own line with what is not complete apart, the country's, the target
/// with its day, and the forecast joined to it.
/// </summary>
internal static class FigureChart
{
    /// <param name="indicator">The figure.</param>
    /// <param name="series">Its periods, the oldest first.</param>
    /// <param name="target">The finding of a measure that has a number to reach.</param>
    /// <param name="outlook">What is expected; its months are drawn on from the last complete one.</param>
    /// <param name="name">What the line is of, where it is not of everybody.</param>
    public static Chart Trend(
        IndicatorShown indicator,
        IReadOnlyList<FigurePoint> series,
        TargetFinding? target,
        TargetOutlook? outlook,
        string? name = null
    )
    {
        List<ChartSeries> lines = [new(name ?? "Kommunen", [.. series.Select(p => (double?)p.Value)])];
        if (series.Any(p => p.Country is not null))
            lines.Add(new("Hele landet", [.. series.Select(p => (double?)p.Country)]));
        return new(
            ChartKind.Trend,
            name is null ? indicator.Name : $"{indicator.Name}: {name}",
            new([.. series.Select(p => FigureLabels.Month(p.Period))], lines)
            {
                Unit = indicator.Unit,
                Decimals = indicator.Decimals,
            }
        )
        {
            CategoryHeader = "Periode",
            Target = target?.Verdict.Target is { } goal
                ? new((double)goal, "Mål") { At = target.Verdict.Until is { } until ? FigureLabels.Month(until) : null }
                : null,
            Trend = new()
            {
                Ahead = [.. (outlook?.Points ?? []).Select(Step)],
                Provisional = series.Reverse().TakeWhile(p => !p.IsComplete).Count(),
                Change = Change(indicator, series),
            },
        };
    }

    public static string Source(IndicatorShown indicator, DateOnly dataDate, string? lag) =>
        $"{indicator.Source}, til og med {Danish.Date(dataDate)}. {(lag is null ? "" : $"{lag} ")}Definition {indicator.Id}, version {indicator.Version}.";

    /// <summary>The chart in two sentences.</summary>
    public static string Alt(
        IndicatorShown indicator,
        IReadOnlyList<FigurePoint> series,
        TargetFinding? target,
        TargetOutlook? outlook
    )
    {
        var known = series.Where(p => p is { Value: not null, IsComplete: true }).ToList();
        if (known.Count == 0) return indicator.Name;
        string Number(decimal? value) => Danish.Amount(value, indicator.Decimals, indicator.Unit);
        var goal = target?.TargetText is { Length: > 0 } text ? $" Målet er {text}." : "";
        return $"{indicator.Name} fra {known[0].Period} til {known[^1].Period}: fra {Number(known[0].Value)} til {Number(known[^1].Value)}.{goal}{(outlook is null ? "" : $" {outlook.Words}")}".Replace(
                "..",
                ".",
                StringComparison.Ordinal
            ) + " Tallene står i tabellen ved figuren.";
    }

    /// <summary>
    /// Two series on one axis. Where they end in different months, the axis tells how far before its own month each
    /// point lies.
    /// </summary>
    public static Chart Comparison(FigureComparison of)
    {
        var (a, b) = (of.A, of.B);
        var isSame = a.Period == b.Period;
        string Name(FigureSide side) => (side.Group?.Name ?? "Alle") + (isSame ? ""
            : $", {FigureLabels.Month(side.Period)}");
        ChartSeries Line(FigureSide side) => new(Name(side), [.. side.Series.Select(p => (double?)p.Value)]);
        IReadOnlyList<string> before = [.. a.Series.Select((_, i) => a.Series.Count - 1 - i == 0 ? "Den valgte måned"
            : $"{a.Series.Count - 1 - i} mdr. før")];
        return new(ChartKind.Trend, of.Indicator.Name, new(isSame ? [.. a.Series.Select(p =>
            FigureLabels.Month(p.Period))] : before, [Line(a), Line(b)])
        {
            Unit = of.Indicator.Unit, Decimals = of.Indicator.Decimals,
        })
        { CategoryHeader = "Periode" };
    }

    /// <summary>What the two are, and where each ends.</summary>
    public static string Alt(FigureComparison of)
    {
        string Side(FigureSide side) =>
            $"{side.Group?.Name ?? "Alle"}, {side.Period}: {Danish.Amount(side.Value, of.Indicator.Decimals, of.Indicator.Unit)}";
        return $"{of.Indicator.Name} i to linjer. {Side(of.A).TrimEnd('.')}. {Side(of.B).TrimEnd('.')}. Tallene står i tabellen ved figuren.";
    }

    private static ChartStep Step(OutlookPoint p) =>
        new(
            FigureLabels.Month(p.Period),
            (double)p.Value,
            (double)p.Low80,
            (double)p.High80,
            (double)p.Low95,
            (double)p.High95
        );

    /// <summary>Over a year, of complete periods.</summary>
    private static string? Change(IndicatorShown indicator, IReadOnlyList<FigurePoint> series)
    {
        if (series.LastOrDefault(p => p is { Value: not null, IsComplete: true }) is not { Value: { } now } last)
            return null;
        if (
            series.FirstOrDefault(p => p.Period.Last == FigurePeriod.MonthOf(last.Period.Last.AddYears(-1)).Last)?.Value
            is not { } then
        )
            return null;
        return now == then
            ? "uændret på et år"
            : $"{(now > then ? "+" : "")}{Danish.Number(now - then, indicator.Decimals)} på et år";
    }
}
