namespace Virker.Insight;

/// <summary>How far forecasts were from what came, measured as the literature does.</summary>
public static class ForecastErrors
{
    /// <summary>The symmetric mean absolute percentage error, 0–200.</summary>
    public static double SymmetricPercentage(IReadOnlyList<double> actual, IReadOnlyList<double> forecast) =>
        actual.Zip(forecast, (a, f) => a == f ? 0 : Math.Abs(a - f) * 200 / (Math.Abs(a) + Math.Abs(f))).Average();

    /// <summary>
    /// The mean absolute error divided by <see cref="Scale"/>: below 1 is better than repeating the season before. Null
    /// where the history never changed.
    /// </summary>
    public static double? Scaled(
        IReadOnlyList<double> history,
        int season,
        IReadOnlyList<double> actual,
        IReadOnlyList<double> forecast
    ) =>
        Scale(history, season) is > 0 and var scale
            ? actual.Zip(forecast, (a, f) => Math.Abs(a - f)).Average() / scale
            : null;

    /// <summary>The mean absolute change from one season to the next within the history.</summary>
    public static double Scale(IReadOnlyList<double> history, int season)
    {
        if (history.Count <= season) return 0;
        var sum = 0.0;
        for (var i = season; i < history.Count; i++) sum += Math.Abs(history[i] - history[i - season]);
        return sum / (history.Count - season);
    }

    /// <summary>
    /// The overall weighted average of M4: half of each error relative to the seasonally adjusted naive method's.
    /// </summary>
    public static double Overall(double symmetric, double scaled, double symmetricOfNaive, double scaledOfNaive) =>
        ((symmetric / symmetricOfNaive) + (scaled / scaledOfNaive)) / 2;
}
