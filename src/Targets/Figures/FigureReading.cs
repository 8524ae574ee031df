using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// What the pages of figures read: facts, series, cells, and whether the one who asks may see the cases.
/// </summary>
[Part]
internal sealed class FigureReading(MunicipalFacts facts, Comparisons comparisons, CurrentActor actor, Grants grants)
{
    private static readonly Kept<FigureOverTime?> Series = new("over time");

    /// <summary>Who may open the cases behind a figure sees its small numbers as well.</summary>
    public bool MaySeeCases => grants.Allows(actor.Value, "targets.cases.see");

    public Task<FactStore> FactsAsync(CancellationToken ct) => facts.ReadAsync(ct);

    /// <summary>"sex:kvinde" among the dimensions of a figure.</summary>
    public static FigureGroup? GroupOf(IReadOnlyList<FigureDimension> dimensions, string? text) =>
        text?.Split(':') is [var dimension, var key]
            ? dimensions.FirstOrDefault(d => d.Id == dimension)?.Groups.FirstOrDefault(g => g.Key == key)
            : null;

    /// <summary>What is kept back of an indicator from the one who asks; null where nothing is.</summary>
    public SmallNumbers? SmallNumbersOf(
        FactStore store,
        Indicator indicator,
        IReadOnlyList<FigureDimension> dimensions
    ) => MaySeeCases || !indicator.CountsPersons ? null : new(store, indicator, dimensions);

    /// <summary>Why a group's number is not shown.</summary>
    public static string WhySmall { get; } =
        $"Tallet handler om {Suppression.Usual.Words} personer, eller et så lille tal kunne regnes ud fra det, og vises ikke.";

    /// <param name="store">The facts.</param>
    /// <param name="indicator">The figure, narrowed to the group.</param>
    /// <param name="group">Whom it is about; null for everybody, beside whom the country stands.</param>
    /// <param name="periods">The points.</param>
    /// <param name="hidden">Which of them are not shown.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<FigurePoint>> SeriesAsync(
        FactStore store,
        Indicator indicator,
        FigureGroup? group,
        IReadOnlyList<FigurePeriod> periods,
        IReadOnlyList<bool>? hidden,
        CancellationToken ct
    )
    {
        var country = group is null
            ? (await comparisons.AllAsync(ct))
                .Where(c => c.Indicator == indicator.Id && c.Area == ComparisonAreas.Country)
                .ToDictionary(c => c.Period, c => c.Value)
            : [];
        return
        [
            .. indicator
                .Evaluate(store, periods)
                .Select(
                    (f, i) =>
                        new FigurePoint(
                            f.Period,
                            hidden?[i] == true ? null : f.Value?.Rounded(indicator.Decimals),
                            country.TryGetValue(f.Period, out var value) ? value : null,
                            f.IsComplete
                        )
                ),
        ];
    }

    /// <param name="store">The facts.</param>
    /// <param name="indicator">The figure, narrowed to the group that is split.</param>
    /// <param name="split">By what.</param>
    /// <param name="latest">The period, beside that of a year before.</param>
    /// <param name="hidden">Which groups are not shown in some periods; null where all are.</param>
    public static IReadOnlyList<FigureCell> Cells(
        FactStore store,
        Indicator indicator,
        FigureDimension split,
        FigurePeriod latest,
        Hiding? hidden
    )
    {
        FigurePeriod[] periods = [indicator.PeriodsTo(latest, 13)[0], latest];
        var figures = split.Evaluate(store, indicator, periods);
        var isHidden = hidden?.Groups(periods);
        return
        [
            .. split
                .Groups.Select((g, i) => (Group: g, Figures: figures[i], IsHidden: isHidden?.Any(h => h[i]) == true))
                .Where(r => r.IsHidden || IsAny(r.Figures))
                .Select(r =>
                    r.IsHidden
                        ? new FigureCell(r.Group, null, null, true)
                        : new FigureCell(
                            r.Group,
                            r.Figures[1].Value?.Rounded(indicator.Decimals),
                            r.Figures[0].Value?.Rounded(indicator.Decimals),
                            false
                        )
                        {
                            Counted =
                                hidden is null && r.Figures[1] is { Value: not null, Result.Numerator: not null } latest
                                    ? FigureWords.Shown(latest, indicator)
                                    : null,
                        }
                ),
        ];
    }

    /// <summary>Whether a group has anything in one of the periods.</summary>
    public static bool IsAny(IReadOnlyList<KeyFigure> figures) =>
        figures.Any(f => f.Value is { } value && value.Numerator != 0);

    public static FigureOverTime? OverTime(
        FactStore store,
        Indicator indicator,
        FigureGroup? group,
        FigureDimension split,
        FigurePeriod last,
        Hiding? hidden
    ) =>
        store.Keep(
            Series.For((indicator.Id, group, split.Id, last, hidden is not null)),
            [indicator],
            () => FigureOverTime.Of(store, indicator, split, last, hidden)
        );

    /// <summary>
    /// The municipality's own figure as another authority counts it, the newest up to a day; null where none is loaded.
    /// </summary>
    public async Task<ComparisonValue?> OfficialAsync(Indicator indicator, DateOnly until, CancellationToken ct) =>
        (await comparisons.OfAsync(indicator.Id, ComparisonAreas.Own, ct))
            .Where(c => c.Period.Last <= until)
            .MaxBy(c => c.Period.Last);
}
