using Virker.Kernel;

namespace Virker.Insight;

/// <summary>Over which days an indicator makes sense when nobody names a period.</summary>
public enum Rhythm
{
    /// <summary>A month: stocks and shares.</summary>
    Month,

    /// <summary>Twelve months: things that happen a few times a month, and those that follow the school year.</summary>
    TwelveMonths,
}

/// <summary>
/// A key figure, declared once: what it is called, what it means and how it is computed. A figure that is published
/// carries <paramref name="Id"/> and <paramref name="Version"/>; a changed definition is a new version.
/// </summary>
public sealed record Indicator(string Id, string Name, string Unit, int Version, Measure Measure)
{
    /// <summary>
    /// What is counted, in Danish, for readers: made of the measure itself, and after it what the measure cannot
    /// say.
    /// </summary>
    public string Definition => Note.Length == 0 ? MeasureWords.Definition(Measure, Unit)
        : $"{MeasureWords.Definition(Measure, Unit)} {Note}";

    /// <summary>How it is computed, in words, made of the measure.</summary>
    public string Formula => MeasureWords.Formula(Measure);

    /// <summary>
    /// What a reader must know beside what is counted: what the register does not know, how others count. No bound
    /// of the measure stands here.
    /// </summary>
    public string Note { get; init; } = "";

    /// <summary>Where the facts come from; where the country's figure is to be had.</summary>
    public required string Source { get; init; }

    /// <summary>Who in the municipality answers for the figure, in words that hold for any.</summary>
    public string Owner { get; init; } = "Jobcenteret";

    public Rhythm Rhythm { get; init; } = Rhythm.Month;

    public int Decimals { get; init; }

    /// <summary>
    /// The table at jobindsats.dk (or elsewhere) that holds the same figure for the country, as one asks for it:
    /// "jobindsats Y01A02".
    /// </summary>
    public string? OfficialTable { get; init; }

    /// <summary>Words of a plan that mean this indicator; the automatic matcher weighs them.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>True where the numbers behind are citizens (and not companies), so that cases can be shown.</summary>
    public bool CountsPersons { get; init; } = true;

    /// <summary>
    /// Whether a larger value is the better one; null where neither is. A comparison's deviation is then "plus is
    /// good".
    /// </summary>
    public bool? MoreIsBetter { get; init; }

    public bool IsShare => Unit is "pct.";

    /// <summary>The figure of a period, or why there is none.</summary>
    public KeyFigure Evaluate(FactStore store, FigurePeriod period) => Evaluate(store, [period])[0];

    public IReadOnlyList<KeyFigure> Evaluate(FactStore store, IReadOnlyList<FigurePeriod> periods) =>
        store.Standing.Of(this, periods, lacking => Compute(store, lacking));

    internal IReadOnlyList<KeyFigure> Compute(FactStore store, IReadOnlyList<FigurePeriod> periods) =>
        MissingFact.In(store, this) is { } missing
            ? [.. periods.Select(p => KeyFigure.Lacks(this, store, p, FigureState.MissingFact, missing))]
            : Figures(store, periods, Measure.Over(store, periods));

    /// <summary>The figures that a measure's results are.</summary>
    internal IReadOnlyList<KeyFigure> Figures(
        FactStore store,
        IReadOnlyList<FigurePeriod> periods,
        IReadOnlyList<Result> results
    )
    {
        var complete = Completeness.Of(store, this);
        return [.. periods.Select((p, i) => Figure(store, p, results[i], complete))];
    }

    private KeyFigure Figure(FactStore store, FigurePeriod p, Result result, Completeness complete) =>
        p.Last > store.DataDate
            ? KeyFigure.Lacks(
                this,
                store,
                p,
                FigureState.TooEarly,
                $"Tallet for {p} kan først opgøres, når registeret dækker {Danish.Date(p.Last)}. Det dækker nu til og med {Danish.Date(store.DataDate)}."
            )
        : result.Value is null
            ? KeyFigure.Lacks(
                this,
                store,
                p,
                FigureState.EmptyGroup,
                $"Ingen er i den gruppe, som tallet for {p} handler om."
            )
        : complete.Covers(p) ? new(Id, Version, p, FigureState.Known, store.DataDate, result)
        : KeyFigure.Partial(this, store, p, result, $"Tallet for {p} er foreløbigt: {complete.Words}");

    /// <summary>The newest period that the figure's facts are complete for: a month or twelve.</summary>
    public FigurePeriod LatestPeriod(FactStore store) => LatestPeriod(Completeness.Of(store, this).Until);

    /// <summary>The newest period that is whole on a day: a month or twelve.</summary>
    public FigurePeriod LatestPeriod(DateOnly dataDate)
    {
        var month = FigurePeriod.LastWholeMonth(dataDate);
        return Rhythm == Rhythm.Month ? month : FigurePeriod.TwelveMonthsTo(month);
    }

    /// <summary>So many periods up to and with <paramref name="last"/>, a month between their ends.</summary>
    public IReadOnlyList<FigurePeriod> PeriodsTo(FigurePeriod last, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                {
                    var month = FigurePeriod.MonthOf(last.Last.AddDays(1).AddMonths(i - count));
                    return Rhythm == Rhythm.Month ? month : FigurePeriod.TwelveMonthsTo(month);
                }),
        ];
}

public enum FigureState
{
    Known,

    /// <summary>The period is not over in the register.</summary>
    TooEarly,

    /// <summary>Nobody is in the group.</summary>
    EmptyGroup,

    /// <summary>A table or a code that the definition needs is not there.</summary>
    MissingFact,
}

/// <summary>
/// A key figure of a period with what it needs to be issued again identically: the indicator's version and the date of
/// the data. <see cref="Why"/> says in Danish why there is no value, or why the value is not whole.
/// </summary>
public sealed record KeyFigure(
    string Indicator,
    int IndicatorVersion,
    FigurePeriod Period,
    FigureState State,
    DateOnly DataDate,
    Result Result
)
{
    public string? Why { get; private init; }

    public Fraction? Value => Result.Value;

    /// <summary>False where a source of it is not complete for the period.</summary>
    public bool IsComplete { get; private init; } = true;

    internal static KeyFigure Partial(
        Indicator indicator,
        FactStore store,
        FigurePeriod period,
        Result result,
        string why
    ) =>
        new(indicator.Id, indicator.Version, period, FigureState.Known, store.DataDate, result)
        {
            Why = why,
            IsComplete = false,
        };

    internal static KeyFigure Lacks(
        Indicator indicator,
        FactStore store,
        FigurePeriod period,
        FigureState state,
        string why
    ) => new(indicator.Id, indicator.Version, period, state, store.DataDate, Result.Unknown) { Why = why };
}
