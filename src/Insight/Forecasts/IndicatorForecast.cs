namespace Virker.Insight;

/// <summary>A declared figure carried on month by month from its newest value.</summary>
public sealed class IndicatorForecast
{
    internal const int MostHistory = 84;

    private const string FlowName = "Tilgang og afgang efter varighed";

    private readonly StockFlow? _flow;
    private readonly int _thresholdMonths;
    private readonly double _ratio;

    private IndicatorForecast(
        IReadOnlyList<(FigurePeriod Period, double Value)> history,
        SeriesForecast series,
        StockFlow? flow,
        int thresholdMonths,
        double ratio
    )
    {
        (History, Series, _flow, _thresholdMonths, _ratio) = (history, series, flow, thresholdMonths, ratio);
        Periods = [.. series.Steps.Select((_, h) => Ahead(history[^1].Period, h + 1))];
    }

    public IReadOnlyList<(FigurePeriod Period, double Value)> History { get; }

    public SeriesForecast Series { get; }

    /// <summary>The periods of the forecast's steps.</summary>
    public IReadOnlyList<FigurePeriod> Periods { get; }

    /// <summary>
    /// The figure's months back to where it is first more than nothing, without a month that is unknown among them.
    /// </summary>
    public static IReadOnlyList<(FigurePeriod Period, double Value)> HistoryOf(FactStore store, Indicator indicator)
    {
        var known = indicator.Evaluate(store, indicator.PeriodsTo(indicator.LatestPeriod(store), MostHistory));
        return
        [
            .. known
                .Reverse()
                .TakeWhile(f => f.Value is not null)
                .Reverse()
                .SkipWhile(f => f.Value!.Value.Numerator == 0)
                .Select(f => (f.Period, (double)f.Value!.Value.Rounded(6))),
        ];
    }

    /// <summary>Null where the figure is not known for long enough.</summary>
    public static IndicatorForecast? Of(FactStore store, Indicator indicator, int horizon) =>
        Of(store, indicator, HistoryOf(store, indicator), horizon);

    public static IndicatorForecast? Of(
        FactStore store,
        Indicator indicator,
        IReadOnlyList<(FigurePeriod Period, double Value)> history,
        int horizon
    )
    {
        if (history.Count < Forecaster.LeastHistory) return null;
        double[] values = [.. history.Select(h => h.Value)];
        var (flow, threshold, models) = FlowOf(store, indicator, history[^1].Period, values);
        return
            Forecaster.Of(values, horizon, 0, indicator.IsShare ? 100 : double.PositiveInfinity, models) is { } series
            ? new(history, series, flow, threshold, flow is null ? 1 : Ratio(flow, threshold, values, values.Length))
            : null;
    }

    /// <summary>
    /// A figure so many months ahead by the method that was chosen for another; null where it is not known for long
    /// enough.
    /// </summary>
    internal static double? Ahead(FactStore store, Indicator indicator, string method, int horizon)
    {
        var history = HistoryOf(store, indicator);
        if (history.Count < Forecaster.LeastHistory) return null;
        double[] values = [.. history.Select(h => h.Value)];
        return
            Forecaster.By(method, values, horizon, FlowOf(store, indicator, history[^1].Period, values).Models)
                is { } ahead
            ? Math.Max(0, ahead[^1])
            : null;
    }

    /// <summary>
    /// The factor on the monthly inflow that takes the flow model to the target after so many months, with the inflow
    /// that it expects now; null where the figure is no stock, or no inflow at all would be needed.
    /// </summary>
    public (double Factor, double Expected)? InflowFor(double target, int months) =>
        _flow is null || Needed(factor => Level(months, factor, 1), target, rising: true) is not { } factor
            ? null
            : (factor, _flow.InflowAhead(_flow.Months, months).Average());

    /// <summary>The factor on the share that leaves each month; null as above.</summary>
    public double? ExitFor(double target, int months) =>
        _flow is null ? null : Needed(factor => Level(months, 1, factor), target, rising: false);

    private double Level(int months, double inflow, double exit)
    {
        var stocks = _flow!.Ahead(_flow.Months, months, inflow, exit);
        return _ratio * stocks[^1].Skip(_thresholdMonths).Sum();
    }

    /// <summary>
    /// Halves the interval 0–4 until the level is the target; the level rises or falls all the way with the factor.
    /// </summary>
    private static double? Needed(Func<double, double> level, double target, bool rising)
    {
        var (low, high) = (0.0, 4.0);
        if ((level(low) < target) == (level(high) < target)) return null;
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if ((level(middle) < target) == rising) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>
    /// The flows behind a stock, from how many months of duration on it counts, and the model that they make.
    /// </summary>
    private static (StockFlow? Flow, int ThresholdMonths, IReadOnlyList<ForecastModel> Models) FlowOf(
        FactStore store,
        Indicator indicator,
        FigurePeriod latest,
        double[] values
    )
    {
        var (of, threshold) = indicator.Measure switch
        {
            FullTime { Set: var set } when indicator.Rhythm == Rhythm.Month => (set, 0),
            LongerThan { Set: var set, Days: var days } when days / 30 <= 48 => (set, (int)Math.Round(days / 30.4375)),
            _ => ((FactSet?)null, 0),
        };
        if (of is null) return (null, 0, []);
        var flow = StockFlow.Of(store, of, latest, values.Length);
        return (flow, threshold, [new(FlowName, (origin, ahead) => FromFlow(flow, threshold, values, origin, ahead))]);
    }

    private static double[] FromFlow(StockFlow flow, int threshold, double[] values, int origin, int horizon)
    {
        var ratio = Ratio(flow, threshold, values, origin);
        return [.. flow.Ahead(origin, horizon).Select(stock => ratio * stock.Skip(threshold).Sum())];
    }

    /// <summary>What a person in the stock at the month's end counts in the figure, over the last year.</summary>
    private static double Ratio(StockFlow flow, int threshold, double[] values, int origin)
    {
        double figure = 0,
            stock = 0;
        for (var t = Math.Max(0, origin - Forecaster.Season); t < origin; t++)
            (figure, stock) = (figure + values[t], stock + flow.Stock(t, threshold));
        return stock == 0 ? 1 : figure / stock;
    }

    private static FigurePeriod Ahead(FigurePeriod last, int months)
    {
        var month = FigurePeriod.MonthOf(last.Last.AddDays(1).AddMonths(months - 1));
        return last.IsMonth ? month : FigurePeriod.TwelveMonthsTo(month);
    }
}
