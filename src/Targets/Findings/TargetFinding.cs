using Virker.Insight;

namespace Virker.Targets;

/// <summary>Where a measure stands.</summary>
public enum TargetState
{
    Met,
    NotMet,

    /// <summary>The days that the measure is about are not over in the register.</summary>
    TooEarly,

    /// <summary>A fact is lacking; which one is said in words.</summary>
    CannotBeKnown,
}

/// <summary>A number as it is shown: rounded, with its days.</summary>
public sealed record ShownFigure(FigurePeriod Period, decimal Value, decimal? Numerator, decimal? Denominator);

/// <summary>
/// A point of the trend; null where nothing can be said, and not complete where a source lags behind.
/// </summary>
public sealed record TrendPoint(FigurePeriod Period, decimal? Value, bool IsComplete = true);

/// <summary>
/// What is known of a measure on the data's date. <see cref="Verdict"/> is the number that it is judged on with its
/// days, distance and verdict; <see cref="Latest"/> is the register's newest number, of other days where the target has
/// days of its own. <see cref="Words"/> is the whole finding as Danish sentences.
/// </summary>
public sealed record TargetFinding(TargetVerdict Verdict, string Words, DateOnly DataDate)
{
    public TargetState State => Verdict.State;

    public IndicatorShown? Indicator { get; init; }

    /// <summary>"højst 889 helårspersoner i 2023".</summary>
    public string TargetText { get; init; } = "";

    public ComparisonValue? Comparison { get; init; }

    /// <summary>
    /// Which source is not as far as the register, as a sentence: the figure's months after it are known in part alone.
    /// Null where none is.
    /// </summary>
    public string? Lag { get; init; }

    /// <summary>The newest complete figure that the register gives.</summary>
    public ShownFigure? Latest { get; init; }

    public IReadOnlyList<TrendPoint> Trend { get; init; } = [];

    /// <summary>Exactly which facts are lacking.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>An indicator's declaration as a reader sees it.</summary>
public sealed record IndicatorShown(
    string Id,
    int Version,
    string Name,
    string Unit,
    int Decimals,
    string Definition,
    string Formula,
    string Source,
    string Owner,
    string? OfficialTable,
    bool CountsPersons
)
{
    internal static IndicatorShown Of(Indicator indicator) =>
        new(
            indicator.Id,
            indicator.Version,
            indicator.Name,
            indicator.Unit,
            indicator.Decimals,
            indicator.Definition,
            indicator.Formula,
            indicator.Source,
            indicator.Owner,
            indicator.OfficialTable,
            indicator.CountsPersons
        );
}
