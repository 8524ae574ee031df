using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Why a figure changed from one month ("2023-03") to another: who came and left, how long each stayed, and each
/// group's part. Without months: over the last year.
/// </summary>
public sealed record ExplainChange(string Indicator, string? From = null, string? To = null, string? Split = null)
    : IQuery<ChangeExplained>;

public sealed record ChangeExplained(
    IndicatorShown Indicator,
    DateOnly DataDate,
    IReadOnlyList<FigureDimension> Dimensions,
    IReadOnlyList<FigurePeriod> Periods,
    FigurePeriod From,
    FigurePeriod To,
    FigureDimension? Split
)
{
    /// <summary>Null where the figure is unknown in one of the periods.</summary>
    public ChangeExplanation? Explanation { get; init; }

    /// <summary>True where small parts are put together for the one who asks.</summary>
    public bool HidesSmall { get; init; }

    /// <summary>What was asked for and is not there, a sentence for each.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

[Requires("targets.plan.see")]
internal sealed class ExplainChangeHandler(Catalogue catalogue, FigureReading reading)
    : IUseCase<ExplainChange, ChangeExplained>
{
    public async Task<Outcome<ChangeExplained>> RunAsync(ExplainChange query, CancellationToken ct = default)
    {
        if (catalogue.Find(query.Indicator) is not { } indicator) return SeeFigureHandler.NotFound;
        var store = await reading.FactsAsync(ct);
        if (MissingFact.In(store, indicator) is { } missing) return new Refusal("figure.missing-fact", missing);
        var dimensions = FigureDimension.Of(store, indicator);
        var periods = indicator.PeriodsTo(indicator.LatestPeriod(store), 60);
        var asked = new AskedChoices(periods, dimensions);
        var to = asked.Period(query.To);
        var from = string.IsNullOrEmpty(query.From) ? indicator.PeriodsTo(to, 13)[0] : asked.Period(query.From);
        if (asked.Unknown.Count > 0 && from.Last >= to.Last)
            return new Refusal("figure.month", AskedChoices.NoFigure(query.From!), Field: nameof(query.From));
        if (from.Last >= to.Last)
            return new Refusal("figure.order", "Den første måned skal ligge før den anden.", Field: nameof(query.From));
        // Age, which parts everybody, is the last where there is one.
        var split = asked.Split(query.Split) ?? dimensions.LastOrDefault();
        var small = reading.SmallNumbersOf(store, indicator, dimensions);
        var explanation = ChangeExplanation.Of(store, indicator, from, to, split);
        return new ChangeExplained(
            IndicatorShown.Of(indicator),
            store.DataDate,
            dimensions,
            [.. periods.Reverse()],
            from,
            to,
            split
        )
        {
            Explanation =
                small is not null && explanation is not null
                    ? WithoutSmall(explanation, NamesHidden(small, split, from, to))
                    : explanation,
            HidesSmall = small is not null,
            Unknown = asked.Unknown,
        };
    }

    /// <summary>The groups that are hidden in one of the two periods.</summary>
    private static HashSet<string> NamesHidden(
        SmallNumbers small,
        FigureDimension? split,
        FigurePeriod from,
        FigurePeriod to
    )
    {
        if (split is null) return [];
        var hidden = small.Of(split, [from, to]);
        return split.Groups.Where((_, i) => hidden[0][i] || hidden[1][i]).Select(g => g.Name).ToHashSet();
    }

    /// <summary>
    /// The terms of groups that are hidden become one term, and few who came or left are told with the others, so that
    /// the sums still hold.
    /// </summary>
    internal static ChangeExplanation WithoutSmall(ChangeExplanation explanation, IReadOnlySet<string> hidden) =>
        explanation with
        {
            Accounts =
            [
                .. explanation.Accounts.Select(a =>
                    a.Kind switch
                    {
                        ChangeKind.Group => Merged(
                            a,
                            t => hidden.Contains(t.Name),
                            "Grupper, der er for små til at blive vist"
                        ),
                        ChangeKind.Movement
                            when a.Terms.Any(t => Suppression.Usual.IsSmall((long)Math.Abs(t.Amount.Rounded(0)))) =>
                            Merged(
                                a,
                                _ => true,
                                $"Kommet til og gået fra under ét; {Suppression.Usual.Words} den ene vej"
                            ),
                        _ => a,
                    }
                ),
            ],
        };

    private static ChangeAccount Merged(ChangeAccount account, Func<ChangeTerm, bool> which, string name)
    {
        var together = account.Terms.Where(which).ToList();
        if (together.Count == 0)
            return account;
        return account with
        {
            Terms =
            [
                .. account.Terms.Except(together),
                new ChangeTerm(name, together.Aggregate(Fraction.Zero, (sum, t) => sum + t.Amount)),
            ],
        };
    }
}
