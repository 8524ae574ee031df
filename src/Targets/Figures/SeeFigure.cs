using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// One key figure: its value of a month ("2023-12"; without one the newest) and series up to it, beside the country's
/// and the target, split by a dimension, narrowed to a group ("sex:kvinde").
/// </summary>
public sealed record SeeFigure(
    string Indicator,
    string? Split = null,
    string? Group = null,
    int Months = 25,
    string? Month = null
) : IQuery<FigureShown>;

public sealed record FigureShown(
    IndicatorShown Indicator,
    DateOnly DataDate,
    IReadOnlyList<FigureDimension> Dimensions,
    FigureGroup? Group
)
{
    /// <summary>The month (or twelve months) that is shown, and those that could be, the newest first.</summary>
    public required FigurePeriod Period { get; init; }

    public IReadOnlyList<FigurePeriod> Periods { get; init; } = [];

    public bool IsNewest => Periods.Count == 0 || Period == Periods[0];

    public ShownFigure? Latest { get; init; }

    public string? Why { get; init; }

    /// <summary>
    /// Which source is not as far as the register, as a sentence: months after it are known in part alone, and none of
    /// them can be chosen. Null where none is.
    /// </summary>
    public string? Lag { get; init; }

    public IReadOnlyList<FigurePoint> Series { get; init; } = [];

    /// <summary>The measures of the plan in force that are computed by this figure.</summary>
    public IReadOnlyList<FigureTarget> Targets { get; init; } = [];

    public FigureDimension? Split { get; init; }

    public IReadOnlyList<FigureCell> Cells { get; init; } = [];

    public FigureOverTime? OverTime { get; init; }

    /// <summary>What the groups' expected values add up to, with those whose group is not known.</summary>
    public decimal? ExpectedWhole { get; init; }

    public TargetOutlook? Outlook { get; init; }

    /// <summary>The municipality's own figure as another authority counts it; null where none is loaded.</summary>
    public ComparisonValue? Official { get; init; }

    /// <summary>True where numbers of few persons are hidden from the one who asks.</summary>
    public bool HidesSmall { get; init; }

    /// <summary>What was asked for and is not there, a sentence for each.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>
/// A period's value here and in the country; null where it is not known, and not complete where a source lags behind.
/// </summary>
public sealed record FigurePoint(FigurePeriod Period, decimal? Value, decimal? Country, bool IsComplete = true);

public sealed record FigureTarget(MeasureId Measure, string Name, TargetFinding Finding);

/// <summary>
/// A group's newest value, that of a year before, and what is expected in a year; <see cref="IsHidden"/> where it
/// counts too few persons to be shown.
/// </summary>
public sealed record FigureCell(FigureGroup Group, decimal? Value, decimal? YearBefore, bool IsHidden)
{
    /// <summary>Of a share, how many of how many, for those who see every number; else null.</summary>
    public ShownFigure? Counted { get; init; }

    /// <summary>Reconciled with the whole; null where the figure does not add up over the groups.</summary>
    public decimal? Expected { get; init; }
}

[Requires("targets.plan.see")]
internal sealed class SeeFigureHandler(
    Catalogue catalogue,
    FigureReading reading,
    IUseCase<SeePlan, PlanShown> plans,
    Outlooks outlooks
) : IUseCase<SeeFigure, FigureShown>
{
    internal static readonly Refusal NotFound = Refusal.NotFound("figure.not-found", "Nøgletallet findes ikke.");

    private const int AYear = 12, MonthsToChoose = 60;

    public async Task<Outcome<FigureShown>> RunAsync(SeeFigure query, CancellationToken ct = default)
    {
        if (catalogue.Find(query.Indicator) is not { } indicator) return NotFound;
        var store = await reading.FactsAsync(ct);
        var isThere = MissingFact.In(store, indicator) is null;
        var dimensions = isThere ? FigureDimension.Of(store, indicator) : [];
        var group = FigureReading.GroupOf(dimensions, query.Group);
        if (query.Group is not null && group is null)
            return new Refusal("figure.group", "Gruppen findes ikke for dette nøgletal.");
        var narrowed = group?.In(store, indicator) ?? indicator;
        var periods = indicator.PeriodsTo(indicator.LatestPeriod(store), MonthsToChoose);
        var asked = new AskedChoices(periods, dimensions);
        var (split, period) = (asked.Split(query.Split), asked.Period(query.Month));
        var isNewest = period == periods[^1];
        var latest = narrowed.Evaluate(store, period);
        var points = indicator.PeriodsTo(
            isNewest ? indicator.LatestPeriod(store.DataDate) : period,
            Math.Clamp(query.Months, AYear, 120)
        );
        var small = isThere ? reading.SmallNumbersOf(store, indicator, dimensions) : null;
        var hidden = group is null ? null : small?.Of(group, points);
        var isHidden = hidden?[points.ToList().IndexOf(period)] == true && latest.Value is not null;
        var shown = new FigureShown(IndicatorShown.Of(indicator), store.DataDate, dimensions, group)
        {
            Period = period,
            Periods = isThere ? [.. periods.Reverse()] : [],
            Latest = latest.Value is null || isHidden ? null : FigureWords.Shown(latest, indicator),
            Why = isHidden ? FigureReading.WhySmall : latest.Why,
            Lag = Completeness.Of(store, indicator).Words,
            Series = await reading.SeriesAsync(store, narrowed, group, points, hidden, ct),
            Targets = group is null && isNewest ? await TargetsAsync(indicator, ct) : [],
            Outlook =
                group is null && isNewest && latest.Value is not null ? outlooks.Of(store, indicator, AYear) : null,
            Official = group is null ? await reading.OfficialAsync(indicator, period.Last, ct) : null,
            HidesSmall = small is not null,
            Unknown = asked.Unknown,
        };
        return split is null ? shown : WithSplit(shown, split, store, indicator, small);
    }

    private FigureShown WithSplit(
        FigureShown shown,
        FigureDimension split,
        FactStore store,
        Indicator indicator,
        SmallNumbers? small
    )
    {
        var narrowed = shown.Group?.In(store, indicator) ?? indicator;
        var hiding = small is null ? null : new Hiding(small, shown.Group, split);
        var expected =
            shown.Group is not null || !shown.IsNewest || split.Groups.Count > FigureOverTime.MostGroups
                ? null
                : outlooks.ByGroup(store, indicator, split, AYear);
        return shown with
        {
            Split = split,
            Cells = WithExpected(
                FigureReading.Cells(store, narrowed, split, shown.Period, hiding),
                expected,
                split,
                indicator
            ),
            OverTime = FigureReading.OverTime(store, narrowed, shown.Group, split, shown.Period, hiding),
            ExpectedWhole = expected is null ? null : Round(expected.Whole, indicator),
        };
    }

    private static IReadOnlyList<FigureCell> WithExpected(
        IReadOnlyList<FigureCell> cells,
        GroupForecast? expected,
        FigureDimension split,
        Indicator indicator
    )
    {
        if (expected is null) return cells;
        var byGroup = split.Groups.Zip(expected.Groups).ToDictionary(g => g.First, g => g.Second);
        return [.. cells.Select(c => c.IsHidden ? c : c with { Expected = Round(byGroup[c.Group], indicator) })];
    }

    private static decimal Round(double value, Indicator indicator) =>
        Math.Round((decimal)value, indicator.Decimals, MidpointRounding.AwayFromZero);

    private async Task<IReadOnlyList<FigureTarget>> TargetsAsync(Indicator indicator, CancellationToken ct)
    {
        var plan = await plans.RunAsync(new(), ct);
        return plan.IsRefused
            ? []
            :
            [
                .. plan
                    .Value.Themes.SelectMany(t => t.Measures)
                    .Where(m => m.Finding.Indicator?.Id == indicator.Id)
                    .Select(m => new FigureTarget(m.Id, m.Name, m.Finding)),
            ];
    }
}
