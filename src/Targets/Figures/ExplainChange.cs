using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>Why a figure changed from one month ("2023-03") to another: who came and left, how long each stayed, and each group's part. Without months: over the last year.</summary>
public sealed record ExplainChange(string Indicator, string? From = null, string? To = null, string? Split = null) : IQuery;

public sealed record ChangeExplained(IndicatorShown Indicator, DateOnly DataDate, IReadOnlyList<FigureDimension> Dimensions, IReadOnlyList<FigurePeriod> Periods, FigurePeriod From, FigurePeriod To, FigureDimension? Split)
{
    /// <summary>Null where the figure is unknown in one of the periods.</summary>
    public ChangeExplanation? Explanation { get; init; }

    /// <summary>True where small parts are put together for the one who asks.</summary>
    public bool HidesSmall { get; init; }
}

[Requires("targets.plan.see")]
internal sealed class ExplainChangeHandler(FigureReading reading) : IUseCase<ExplainChange, ChangeExplained>
{
    public async Task<Outcome<ChangeExplained>> RunAsync(ExplainChange query, CancellationToken ct = default)
    {
        if (Catalogue.Find(query.Indicator) is not { } indicator) return SeeFigureHandler.NotFound;
        var store = await reading.FactsAsync(ct);
        if (MissingFact.In(store, indicator) is { } missing) return new Refusal("figure.missing-fact", missing);
        var dimensions = FigureDimension.Of(store, indicator);
        var periods = indicator.PeriodsTo(indicator.LatestPeriod(store.DataDate), 60);
        var to = CompareFigureHandler.Choose(periods, query.To);
        var from = CompareFigureHandler.Choose(periods, query.From ?? $"{to.Last.AddDays(1).AddYears(-1).AddDays(-1):yyyy-MM}");
        if (from.Last >= to.Last) return new Refusal("figure.order", "Den første måned skal ligge før den anden.", Field: nameof(query.From));
        // Age, which parts everybody, is the last where there is one.
        var split = dimensions.FirstOrDefault(d => d.Id == query.Split) ?? dimensions.LastOrDefault();
        var hides = indicator.CountsPersons && !reading.MaySeeCases;
        var explanation = ChangeExplanation.Of(store, indicator, from, to, split);
        return new ChangeExplained(IndicatorShown.Of(indicator), store.DataDate, dimensions, [.. periods.Reverse()], from, to, split)
        {
            Explanation = hides && explanation is not null ? WithoutSmall(explanation) : explanation,
            HidesSmall = hides,
        };
    }

    /// <summary>Terms of fewer persons than may be shown become one term, so that the sum still holds.</summary>
    internal static ChangeExplanation WithoutSmall(ChangeExplanation explanation) => explanation with { Accounts = [.. explanation.Accounts.Select(a => a.Kind != ChangeKind.Group ? a : Merged(a))] };

    private static ChangeAccount Merged(ChangeAccount account)
    {
        var small = account.Terms.Where(t => Math.Abs(t.Amount.Rounded(1)) < Suppression.Usual.Least).ToList();
        if (small.Count == 0) return account;
        var sum = small.Aggregate(Fraction.Zero, (total, t) => total + t.Amount);
        return account with { Terms = [.. account.Terms.Except(small), new ChangeTerm($"Grupper med {Suppression.Usual.Words} hver", sum)] };
    }
}
