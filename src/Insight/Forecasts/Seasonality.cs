namespace Virker.Insight;

/// <summary>
/// How a series goes up and down within its season, by the classical decomposition: a centred moving average is the
/// trend, and the mean of each place in the season relative to it is its index. A series that is ever zero or less gets
/// indices that are added, else they are multiplied.
/// </summary>
internal sealed class Seasonality
{
    private const double OneSidedNinetyFive = 1.645;

    private readonly double[] _index;
    private readonly bool _adds;
    private readonly int _length;

    private Seasonality(double[] series, int season)
    {
        _length = series.Length;
        _adds = series.Min() <= 0;
        _index = Indices(series, season, _adds);
    }

    /// <summary>
    /// Null where the series has no season, is shorter than three, or the season cannot be told from chance.
    /// </summary>
    public static Seasonality? Of(double[] series, int season) => Shows(series, season) ? new(series, season) : null;

    /// <summary>The series without its season.</summary>
    public double[] Without(double[] series) =>
        [.. series.Select((v, i) => _adds ? v - _index[i % _index.Length] : v / _index[i % _index.Length])];

    /// <summary>
    /// Values after the series' end, with the season put back. The season goes on from where the series ended.
    /// </summary>
    public double[] PutBack(double[] ahead) =>
        [
            .. ahead
                .Select((v, h) => (_length + h) % _index.Length)
                .Zip(ahead, (place, v) => _adds ? v + _index[place] : v * _index[place]),
        ];

    /// <summary>
    /// Whether the correlation with the value one season before is larger than chance gives (M4's test).
    /// </summary>
    internal static bool Shows(double[] series, int season)
    {
        if (season <= 1 || series.Length < 3 * season) return false;
        var mean = series.Average();
        var variance = series.Sum(v => (v - mean) * (v - mean));
        if (variance <= 0) return false;
        double before = 0, at = 0;
        for (var lag = 1; lag <= season; lag++)
        {
            at = 0;
            for (var i = lag; i < series.Length; i++) at += (series[i] - mean) * (series[i - lag] - mean);
            at /= variance;
            if (lag < season) before += at * at;
        }

        return Math.Abs(at) > OneSidedNinetyFive * Math.Sqrt((1 + (2 * before)) / series.Length);
    }

    private static double[] Indices(double[] series, int season, bool adds)
    {
        var (sums, counts) = (new double[season], new int[season]);
        for (var i = season / 2; i + (season / 2) < series.Length; i++)
        {
            var trend = Centred(series, i, season);
            sums[i % season] += adds ? series[i] - trend : series[i] / trend;
            counts[i % season]++;
        }

        double[] figure = [.. sums.Zip(counts, (sum, count) => sum / count)];
        var mean = figure.Average();
        return [.. figure.Select(f => adds ? f - mean : f / mean)];
    }

    private static double Centred(double[] series, int at, int season)
    {
        var half = season / 2;
        var sum = 0.0;
        for (var k = -half; k <= half; k++) sum += series[at + k] * (season % 2 == 0 && Math.Abs(k) == half ? 0.5 : 1);
        return sum / season;
    }
}
