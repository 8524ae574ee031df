using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Judges a measure. Three questions in order: which number is the target, over which days is it judged, and what does
/// the register say of them. Where an answer is lacking, the finding says which fact it is.
/// </summary>
internal sealed class TargetEvaluation(
    TargetRule rule,
    Indicator indicator,
    FactStore store,
    IReadOnlyList<ComparisonValue> comparisons
)
{
    private const int TrendPoints = 25;

    private readonly Completeness _complete = Completeness.Of(store, indicator);

    private bool PlanIsOver => _complete.Until >= rule.Plan.Last;

    public static TargetFinding Untied(TargetRule rule, DateOnly dataDate)
    {
        const string Why = "Målet er ikke knyttet til et nøgletal, som kan regnes ud. Knyt det til et nøgletal.";
        return new(TargetVerdict.Unknown(rule, null, null), $"Kan ikke opgøres: {Why}", dataDate)
        {
            TargetText = FigureWords.Target(rule, null),
            Missing = [Why],
        };
    }

    public TargetFinding Find(bool withTrend)
    {
        var latest = indicator.Evaluate(store, indicator.LatestPeriod(store));
        if (latest.State == FigureState.MissingFact) return Unknown([latest.Why!, .. MissingTarget()]);
        var finding = Judge(latest) with
        {
            Indicator = IndicatorShown.Of(indicator),
            TargetText = FigureWords.Target(rule, indicator),
            Latest = latest.Value is null ? null : FigureWords.Shown(latest, indicator),
            Lag = _complete.Words,
        };
        return withTrend ? finding with { Trend = Trend() } : finding;
    }

    private TargetFinding Judge(KeyFigure latest)
    {
        var periods = JudgedPeriods();
        var (target, comparison, missing) = TargetFor(periods[^1]);
        if (comparison is not null && rule.Fixed is null) periods = [comparison.Period];
        var figures = indicator.Evaluate(store, periods);
        if (figures[^1] is { State: FigureState.TooEarly } or { IsComplete: false })
            return TooEarly(figures[^1], latest, target, comparison, missing);
        if (missing is not null)
            return Unknown([missing], figures[^1]);
        if (figures[^1].Value is null)
            return Unknown([figures[^1].Why!]);

        var known = figures.Where(f => f.Value is not null).ToList();
        var missed = known.Where(f => !rule.Passes(f.Value!.Value, target!.Value)).ToList();
        var verdict = TargetVerdict.Judged(
            rule,
            indicator,
            missed.Count == 0 ? figures[^1] : WorstOf(missed),
            target!.Value,
            IsDecided(missed.Count > 0)
        );
        return new(verdict, Sentence(verdict, known.Count, missed.Count, target.Value), store.DataDate)
        {
            Comparison = comparison,
        };
    }

    /// <summary>
    /// Printed days that are over, and a plan that is over, stand as they are; and "til enhver tid" is missed once a
    /// month has been.
    /// </summary>
    private bool IsDecided(bool isMissed) => rule.Fixed is not null || PlanIsOver || (rule.Continuous && isMissed);

    /// <summary>The month that is farthest on the wrong side.</summary>
    private KeyFigure WorstOf(IReadOnlyList<KeyFigure> missed) =>
        rule.WantsLess ? missed.MaxBy(f => f.Value!.Value)! : missed.MinBy(f => f.Value!.Value)!;

    /// <summary>
    /// The printed days; else, for a plan that is over, its last ones, and for one that runs, the newest. "Til enhver
    /// tid" is every month so far.
    /// </summary>
    private IReadOnlyList<FigurePeriod> JudgedPeriods()
    {
        if (rule.Fixed is { } printed) return [printed];
        var latest = indicator.LatestPeriod(PlanIsOver ? rule.Plan.Last : _complete.Until);
        if (!rule.Continuous || latest.Last < rule.Plan.First) return [latest];
        var months = ((latest.Last.Year - rule.Plan.First.Year) * 12) + latest.Last.Month - rule.Plan.First.Month + 1;
        return indicator.PeriodsTo(latest, months);
    }

    private (Fraction? Target, ComparisonValue? Comparison, string? Missing) TargetFor(FigurePeriod period)
    {
        if (rule.IsDirection)
            return Before();
        if (rule.Value is { } value)
            return (Fraction.Of(value), null, null);
        if (ComparisonAreas.Of(rule.ReferenceKind) is not { } area)
            return (null, null, "Planen skriver ikke, hvilket tal der skal nås.");
        if (rule.ReferenceValue is { } printed)
            return (Fraction.Of(printed + (rule.Offset ?? 0)), null, null);
        var loaded = comparisons.Where(c => c.Indicator == indicator.Id && c.Area == area);
        var found = rule.Fixed is not null ? loaded.FirstOrDefault(c => c.Period == period)
            : loaded.Where(c => c.Period.Last <= period.Last).MaxBy(c => c.Period);
        return found is null
            ? (null, null, FigureWords.MissingComparison(area, period, indicator))
            : (Fraction.Of(found.Value + (rule.Offset ?? 0)), found, null);
    }

    /// <summary>
    /// "Skal sænkes": against the printed number, or what the register gives for the year before the plan.
    /// </summary>
    private (Fraction?, ComparisonValue?, string?) Before()
    {
        if (rule.Baseline is { } printed) return (Fraction.Of(printed), null, null);
        var year = FigurePeriod.Year(rule.Plan.First.Year - 1);
        var figure = indicator.Evaluate(store, year);
        return figure.Value is { } value
            ? (value, null, null)
            : (null, null, figure.Why ?? $"Tallet for {year} kan ikke opgøres.");
    }

    private IEnumerable<string> MissingTarget() =>
        TargetFor(JudgedPeriods()[^1]).Missing is { } missing && !rule.IsDirection ? [missing] : [];

    private TargetFinding TooEarly(
        KeyFigure figure,
        KeyFigure latest,
        Fraction? target,
        ComparisonValue? comparison,
        string? missing
    )
    {
        var verdict = TargetVerdict.Early(rule, indicator, latest, target);
        var words = string.Join(' ', new[] { $"For tidligt at sige: {figure.Why}", missing }.OfType<string>());
        if (verdict is { Figure: { } shown, GapText: { } gap })
            words = $"{words} {Danish.Ended($"Det seneste tal, {shown.Period}, er {verdict.NumberText}: {gap}")}";
        return new(verdict, words, store.DataDate)
        {
            Comparison = comparison,
            Missing = missing is null ? [] : [missing],
        };
    }

    private TargetFinding Unknown(IReadOnlyList<string> missing, KeyFigure? figure = null) =>
        new(
            TargetVerdict.Unknown(rule, indicator, figure),
            $"Kan ikke opgøres: {string.Join(' ', missing)}",
            store.DataDate
        )
        {
            Indicator = IndicatorShown.Of(indicator),
            TargetText = FigureWords.Target(rule, indicator),
            Missing = missing,
        };

    private string Sentence(TargetVerdict verdict, int judged, int missed, Fraction target)
    {
        var start = $"{verdict.StateText}{(verdict.IsDecided ? "." : ":")}";
        var goal = rule.IsDirection
            ? $"{(rule.WantsLess ? "et fald" : "en stigning")} fra {FigureWords.WithUnit(target.Rounded(indicator.Decimals), indicator)}"
            : FigureWords.Target(rule, indicator);
        var which =
            missed == 0 ? "Den seneste"
            : rule.WantsLess ? "Længst over"
            : "Længst under";
        return Danish.Ended(
            rule.Continuous
                ? $"{start} {judged - missed} af {judged} måneder lever op til målet, som er {goal}. {which}, {verdict.Figure!.Period}, er {verdict.NumberText}"
                : $"{start} {verdict.NumberText} i {verdict.Figure!.Period}. Målet er {goal}"
        );
    }

    private IReadOnlyList<TrendPoint> Trend() =>
        [.. indicator.Evaluate(store, indicator.PeriodsTo(indicator.LatestPeriod(store.DataDate), TrendPoints))
            .Select(f => new TrendPoint(f.Period, f.Value?.Rounded(indicator.Decimals), f.IsComplete))];
}
