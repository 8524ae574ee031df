using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>Turns a forecast into what it means for a target.</summary>
internal sealed class OutlookJudge(Indicator indicator, IndicatorForecast forecast)
{
    public const int LongestHorizon = 36;

    private const int AYear = 12;

    /// <summary>
    /// Months from the newest figure to the target's last day: the printed period's, else the plan's; a year where that
    /// is over.
    /// </summary>
    public static int Horizon(TargetRule rule, FigurePeriod latest)
    {
        var until = rule.Fixed is { } printed && printed.Last > latest.Last ? printed.Last : rule.Plan.Last;
        var months = ((until.Year - latest.Last.Year) * 12) + until.Month - latest.Last.Month;
        return months is > 0 and <= LongestHorizon ? months : months > LongestHorizon ? LongestHorizon : AYear;
    }

    public TargetOutlook Judge(TargetRule? rule, decimal? target)
    {
        var (at, expected, low, high) = AtTarget(rule);
        var state = rule is null || target is null ? (OutlookState?)null : StateOf(rule, (double)target, low, high);
        return new(
            state,
            Words(rule, state, target, at, expected, low, high),
            at,
            Round(expected),
            Round(low),
            Round(high)
        )
        {
            Method =
                $"{forecast.Series.Chosen.Method}, valgt blandt {forecast.Series.Tried.Count} metoder, fordi den ramte bedst på registerets egne måneder.",
            PastError = PastErrorWords(),
            Coverage = CoverageWords(),
            Needed =
                state is null || rule!.Passes(Fraction.Of(Round(expected)), Fraction.Of(target!.Value))
                    ? null
                    : Needed((double)target, expected),
            Points = [.. forecast.Periods.Select((p, h) => Point(p, forecast.Series.Steps[h]))],
            Tried = forecast.Series.Tried,
        };
    }

    /// <summary>
    /// The value on the target's day; over a printed year it is the mean of its months, known and expected (limits then
    /// hold for months that err alike).
    /// </summary>
    private (FigurePeriod At, double Expected, double Low, double High) AtTarget(TargetRule? rule)
    {
        var last = forecast.Series.Steps[^1];
        if (
            rule?.Fixed is not { } days
            || days.IsMonth
            || indicator.Rhythm != Rhythm.Month
            || days.Last != forecast.Periods[^1].Last
        )
            return (forecast.Periods[^1], last.Value, last.Low80, last.High80);
        var known = forecast
            .History.Where(h => h.Period.First >= days.First)
            .Select(h => (h.Value, Low: h.Value, High: h.Value));
        var ahead = forecast
            .Periods.Zip(forecast.Series.Steps)
            .Where(p => p.First.First >= days.First)
            .Select(p => (p.Second.Value, Low: p.Second.Low80, High: p.Second.High80));
        var months = known.Concat(ahead).ToList();
        return (days, months.Average(m => m.Value), months.Average(m => m.Low), months.Average(m => m.High));
    }

    private static OutlookState StateOf(TargetRule rule, double target, double low, double high) =>
        rule.Comparator == TargetRule.Exactly
            ? low <= target && target <= high
                ? OutlookState.Open
                : OutlookState.LikelyMissed
            : rule.WantsLess
                ? high <= target
                    ? OutlookState.LikelyMet
                    : low > target
                        ? OutlookState.LikelyMissed
                        : OutlookState.Open
                : low >= target
                    ? OutlookState.LikelyMet
                    : high < target
                        ? OutlookState.LikelyMissed
                        : OutlookState.Open;

    private string Words(
        TargetRule? rule,
        OutlookState? state,
        decimal? target,
        FigurePeriod at,
        double expected,
        double low,
        double high
    )
    {
        var figure =
            $"{FigureWords.WithUnit(Round(expected), indicator)} i {at} (mellem {FigureWords.Number(Round(low), indicator)} og {FigureWords.Number(Round(high), indicator)} i 80 af 100 tilfælde)";
        if (state is null)
            return $"Ventes at være {figure}.";
        var goal = $"Målet er {rule!.Words} {FigureWords.WithUnit(target!.Value, indicator.Unit)}";
        return Danish.Ended(state switch
        {
            OutlookState.LikelyMet => $"Ventes opfyldt: {figure}. {goal}",
            OutlookState.LikelyMissed => $"Ventes ikke opfyldt: {figure}. {goal}",
            _ => $"Kan gå begge veje: {figure}. {goal}",
        });
    }

    private string PastErrorWords()
    {
        var error = forecast.Series.Chosen;
        var bias =
            Math.Abs(error.Bias) < error.MeanAbsolute / 4 ? "lige tit over og under"
            : error.Bias > 0 ? "oftest for højt"
            : "oftest for lavt";
        var relative = error.Scaled is { } scaled
            ? $" Det er {FigureWords.Plain((decimal)Math.Round(scaled, 2))} gange fejlen ved at gentage tallet fra året før."
            : "";
        return $"Ved {error.Origins} tidligere afprøvninger ramte metoden i gennemsnit {Spread(error.MeanAbsolute)} ved siden af, {bias}.{relative}";
    }

    private string CoverageWords()
    {
        var coverage = forecast.Series.Coverage;
        return coverage.Forecasts == 0
            ? "Grænserne bygger på metodens egne fejl; der er for få tidligere forudsigelser til at måle, hvor tit de holder."
            : $"Af {coverage.Forecasts} tidligere forudsigelser lå {Percent(coverage.Within80)} inden for 80-procentgrænserne og {Percent(coverage.Within95)} inden for 95-procentgrænserne, som de så ud dengang.";

        string Percent(int within) => $"{FigureWords.Plain(Math.Round(100m * within / coverage.Forecasts))} pct.";
    }

    private string Needed(double target, double expected)
    {
        var months = forecast.Periods.Count;
        var now = forecast.History[^1].Value;
        var going = (expected - now) / months;
        var pace =
            $"Skal målet nås, skal tallet {Change((target - now) / months)} om måneden i {months} måneder. {(IsStill(going) ? "Nu ventes det uændret." : $"Nu ventes det at {Change(going)} om måneden.")}";
        var flows = new[]
        {
            InflowWords(target, months, target < expected),
            ExitWords(target, months, target < expected),
        }
            .Where(w => w is not null)
            .ToList();
        return flows.Count == 0 ? pace : $"{pace} Det kræver, at {string.Join(", eller at ", flows)}.";
    }

    /// <summary>
    /// The chosen method and the flow model may disagree on where the figure is going; then the flow says nothing of
    /// what is needed.
    /// </summary>
    private string? InflowWords(double target, int months, bool fewer) =>
        forecast.InflowFor(target, months) is not { } inflow || inflow.Factor < 1 != fewer
            ? null
            : $"der hver måned kommer {Persons(inflow.Expected * inflow.Factor)} nye i stedet for {Persons(inflow.Expected)}";

    private string? ExitWords(double target, int months, bool fewer) =>
        forecast.ExitFor(target, months) is not { } exit || exit > 1 != fewer
            ? null
            : $"{Persons(Math.Abs(exit - 1) * 100)} pct. {(exit > 1 ? "flere" : "færre")} end nu forlader ydelsen hver måned";

    private bool IsStill(double amount) => Math.Abs(amount) * Math.Pow(10, Decimals) < 0.5;

    private string Change(double amount) =>
        IsStill(amount) ? "være uændret" : $"{(amount < 0 ? "falde" : "stige")} med {Spread(Math.Abs(amount))}";

    private int Decimals => Math.Max(indicator.Decimals, 1);

    private string Spread(double amount) =>
        Danish.Amount((decimal)amount, Decimals, FigureWords.UnitOfDistance(indicator));

    private static string Persons(double value) => Danish.Number(value, value < 10 ? 1 : 0);

    private OutlookPoint Point(FigurePeriod period, ForecastStep step) =>
        new(period, Round(step.Value), Round(step.Low80), Round(step.High80), Round(step.Low95), Round(step.High95));

    private decimal Round(double value) =>
        Math.Round((decimal)value, indicator.Decimals, MidpointRounding.AwayFromZero);
}
