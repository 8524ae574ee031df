using Virker.Insight;

namespace Virker.Targets;

/// <summary>What a forecast says of a target.</summary>
public enum OutlookState
{
    /// <summary>80 of 100 such forecasts would come out on the good side.</summary>
    LikelyMet,

    /// <summary>The target lies within the interval.</summary>
    Open,

    LikelyMissed,
}

/// <summary>
/// A measure carried on to the day of its target: what is expected, between which limits (80 of 100), by which method,
/// how far off that method was before, and what would have to happen. All words are whole Danish sentences. <see
/// cref="State"/> is null where there is no number to reach.
/// </summary>
public sealed record TargetOutlook(
    OutlookState? State,
    string Words,
    FigurePeriod At,
    decimal Expected,
    decimal Low,
    decimal High
)
{
    public required string Method { get; init; }

    public required string PastError { get; init; }

    public required string Coverage { get; init; }

    /// <summary>Null where the target is expected to be met, or there is none.</summary>
    public string? Needed { get; init; }

    public IReadOnlyList<OutlookPoint> Points { get; init; } = [];

    /// <summary>Every method that was tried, the chosen first.</summary>
    public IReadOnlyList<PastError> Tried { get; init; } = [];
}

/// <summary>A month ahead with its 80 and 95 per cent limits.</summary>
public sealed record OutlookPoint(
    FigurePeriod Period,
    decimal Value,
    decimal Low80,
    decimal High80,
    decimal Low95,
    decimal High95
);
