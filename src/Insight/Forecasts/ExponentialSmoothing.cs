namespace Virker.Insight;

/// <summary>
/// Exponential smoothing with a level, and for Holt a trend, which may be damped. The shares and the first level and
/// trend are those with the least mean square error one step ahead, within the bounds that the forecasting literature
/// uses (Hyndman et al., 2008).
/// </summary>
internal sealed class ExponentialSmoothing
{
    private const double Least = 0.0001, Most = 0.9999, LeastDamping = 0.8, MostDamping = 0.98;

    private readonly bool _trend;
    private readonly bool _damped;
    private readonly double _level;
    private readonly double _slope;
    private readonly double _phi;

    private ExponentialSmoothing(double[] series, bool trend, bool damped)
    {
        (_trend, _damped) = (trend, damped);
        var best = SimplexSearch.From(Start(series), at => Cost(series, at));
        _phi = damped ? best[2] : 1;
        (_, _level, _slope) = Run(series, best);
    }

    public static ExponentialSmoothing Simple(double[] series) => new(series, false, false);

    public static ExponentialSmoothing Holt(double[] series) => new(series, true, false);

    public static ExponentialSmoothing DampedTrend(double[] series) => new(series, true, true);

    /// <summary>The next values.</summary>
    public double[] Ahead(int horizon)
    {
        var next = new double[horizon];
        double weight = 0, power = 1;
        for (var h = 0; h < horizon; h++)
        {
            power *= _phi;
            weight += power;
            next[h] = _level + (weight * _slope);
        }

        return next;
    }

    /// <summary>
    /// Share of level, share of trend, damping, first level, first trend: those of them that the kind has, in this
    /// order.
    /// </summary>
    private double[] Start(double[] series)
    {
        const double Alpha = Least + (0.5 * (Most - Least));
        var first = Math.Min(10, series.Length);
        if (!_trend) return [Alpha, series.Take(first).Average()];
        var (level, slope) = Line.Through(series.AsSpan(0, first));
        if (Math.Abs(level + slope) < 1e-8) (level, slope) = (level * 1.001, slope * 0.999);
        const double Beta = Least + (0.1 * (Alpha - Least));
        return _damped
            ? [Alpha, Beta, LeastDamping + (0.99 * (MostDamping - LeastDamping)), level, slope]
            : [Alpha, Beta, level, slope];
    }

    private double Cost(double[] series, double[] at)
    {
        if (at[0] is < Least or > Most) return double.PositiveInfinity;
        if (_trend && (at[1] < Least || at[1] > at[0] || at[1] > Most)) return double.PositiveInfinity;
        if (_damped && at[2] is < LeastDamping or > MostDamping) return double.PositiveInfinity;
        return Run(series, at).Error;
    }

    private (double Error, double Level, double Slope) Run(double[] series, double[] at)
    {
        double alpha = at[0], squares = 0;
        if (!_trend)
        {
            var only = at[1];
            foreach (var value in series)
            {
                var error = value - only;
                squares += error * error;
                only += alpha * error;
            }

            return (squares / series.Length, only, 0);
        }

        var (beta, phi) = (at[1], _damped ? at[2] : 1.0);
        var (level, slope) = (at[^2], at[^1]);
        foreach (var value in series)
        {
            slope *= phi;
            var error = value - level - slope;
            squares += error * error;
            level += slope + (alpha * error);
            slope += beta * error;
        }

        return (squares / series.Length, level, slope);
    }
}

/// <summary>The straight line with the least squares through values at 1, 2, 3 …</summary>
internal static class Line
{
    public static (double At0, double Slope) Through(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        double middle = (n + 1) / 2.0, mean = 0, cross = 0, squares = 0;
        foreach (var value in values) mean += value / n;
        for (var i = 0; i < n; i++)
        {
            cross += (i + 1 - middle) * (values[i] - mean);
            squares += (i + 1 - middle) * (i + 1 - middle);
        }

        var slope = squares == 0 ? 0 : cross / squares;
        return (mean - (slope * middle), slope);
    }
}
