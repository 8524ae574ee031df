namespace Virker.Insight;

/// <summary>
/// A series carried on, with the method that did it, why that one, how far it has been off before, and how often its
/// intervals held. <see cref="Tried"/> has every method, the chosen first.
/// </summary>
public sealed record SeriesForecast(
    IReadOnlyList<ForecastStep> Steps,
    IReadOnlyList<PastError> Tried,
    IntervalCoverage Coverage
)
{
    public PastError Chosen => Tried[0];
}

/// <summary>One value ahead, with the limits that 80 and 95 of 100 values should lie within.</summary>
public readonly record struct ForecastStep(double Value, double Low80, double High80, double Low95, double High95);

/// <summary>
/// How a method did at earlier points of the same series: its mean absolute error, the same relative to repeating the
/// year before (below 1 is better), and its bias (the mean of forecast less actual), over all the months ahead that
/// were asked for.
/// </summary>
public sealed record PastError(string Method, double MeanAbsolute, double? Scaled, double Bias, int Origins);

/// <summary>
/// Of so many earlier forecasts, those whose value came to lie within the 80 and the 95 per cent interval that could
/// have been given with them.
/// </summary>
public sealed record IntervalCoverage(int Forecasts, int Within80, int Within95);

/// <summary>
/// Something that can forecast from any earlier point of a series: with the first <c>origin</c> values known, the next
/// <c>horizon</c> ones.
/// </summary>
internal sealed record ForecastModel(string Name, Func<int, int, double[]> Ahead);
