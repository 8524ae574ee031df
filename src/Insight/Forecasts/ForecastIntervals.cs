namespace Virker.Insight;

/// <summary>Intervals as wide as earlier forecasts were wrong, and how often such intervals held.</summary>
internal static class ForecastIntervals
{
    /// <summary>Earlier errors that an interval must have behind it to be judged.</summary>
    internal const int LeastKnown = 8;

    /// <summary>
    /// The width at a step is the quantile of the absolute errors at that many months ahead; it never gets narrower
    /// further out.
    /// </summary>
    public static IReadOnlyList<ForecastStep> Around(double[] ahead, double[][] errors, double least, double most)
    {
        var steps = new ForecastStep[ahead.Length];
        double half80 = 0, half95 = 0;
        for (var h = 0; h < ahead.Length; h++)
        {
            double[] sizes = [.. errors.Select(e => Math.Abs(e[h])).Order()];
            half80 = Math.Max(half80, Quantile(sizes, 0.80));
            half95 = Math.Max(half95, Quantile(sizes, 0.95));
            steps[h] = new(
                Within(ahead[h]),
                Within(ahead[h] - half80),
                Within(ahead[h] + half80),
                Within(ahead[h] - half95),
                Within(ahead[h] + half95)
            );
        }

        return steps;

        double Within(double value) => Math.Min(Math.Max(value, least), most);
    }

    /// <summary>
    /// Each earlier forecast judged by the interval that could have been given with it: made of the errors that were
    /// known on that day. The first forecasts, with fewer than <see cref="LeastKnown"/> known errors behind them, are
    /// not judged.
    /// </summary>
    public static IntervalCoverage Coverage(double[][] errors)
    {
        int forecasts = 0, within80 = 0, within95 = 0;
        for (var h = 0; h < errors[0].Length; h++)
        {
            for (var k = LeastKnown + h; k < errors.Length; k++)
            {
                double[] known = [.. errors.Take(k - h).Select(e => Math.Abs(e[h])).Order()];
                forecasts++;
                if (Math.Abs(errors[k][h]) <= Quantile(known, 0.80)) within80++;
                if (Math.Abs(errors[k][h]) <= Quantile(known, 0.95)) within95++;
            }
        }

        return new(forecasts, within80, within95);
    }

    /// <summary>
    /// The conformal quantile: of n sizes the one at ⌈(n + 1) · share⌉; the largest where there are too few.
    /// </summary>
    internal static double Quantile(double[] ascending, double share) =>
        ascending[Math.Min(ascending.Length, (int)Math.Ceiling((ascending.Length + 1) * share)) - 1];
}
