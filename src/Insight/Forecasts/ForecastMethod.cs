namespace Virker.Insight;

/// <summary>
/// A way to carry a series on. <see cref="Name"/> is Danish, for readers. A method knows nothing but the values, how
/// many of them make a season, and how far ahead it is asked.
/// </summary>
public sealed class ForecastMethod
{
    private readonly Func<double[], int, int, double[]> _ahead;

    private ForecastMethod(string id, string name, Func<double[], int, int, double[]> ahead) =>
        (Id, Name, _ahead) = (id, name, ahead);

    /// <summary>As in the literature: "Naive2", "Theta".</summary>
    public string Id { get; }

    public string Name { get; }

    public static ForecastMethod Naive { get; } =
        new("Naive", "Samme tal som sidst", (series, _, horizon) => Flat(series[^1], horizon));

    public static ForecastMethod SeasonalNaive { get; } = new("sNaive", "Samme tal som året før", LastSeason);

    public static ForecastMethod SeasonallyAdjustedNaive { get; } =
        new("Naive2", "Samme tal som sidst, sæsonkorrigeret", Seasonal((series, horizon) => Flat(series[^1], horizon)));

    public static ForecastMethod Simple { get; } =
        new(
            "SES",
            "Eksponentiel udglatning",
            Seasonal((series, horizon) => ExponentialSmoothing.Simple(series).Ahead(horizon))
        );

    public static ForecastMethod Holt { get; } =
        new(
            "Holt",
            "Eksponentiel udglatning med tendens",
            Seasonal((series, horizon) => ExponentialSmoothing.Holt(series).Ahead(horizon))
        );

    public static ForecastMethod Damped { get; } =
        new(
            "Damped",
            "Eksponentiel udglatning med dæmpet tendens",
            Seasonal((series, horizon) => ExponentialSmoothing.DampedTrend(series).Ahead(horizon))
        );

    public static ForecastMethod Theta { get; } = new("Theta", "Theta", Seasonal(ThetaLines));

    /// <summary>The plain mean of the three smoothings, as the competition combines them.</summary>
    public static ForecastMethod Combination { get; } =
        new(
            "Comb",
            "Gennemsnit af de tre udglatninger",
            (series, season, horizon) => Mean(series, season, horizon, Simple, Holt, Damped)
        );

    /// <summary>
    /// The mean of what is robust on short monthly series: without the undamped trend, which runs away.
    /// </summary>
    public static ForecastMethod Robust { get; } =
        new(
            "Mean",
            "Gennemsnit af udglatning, dæmpet tendens og Theta",
            (series, season, horizon) => Mean(series, season, horizon, Simple, Damped, Theta)
        );

    /// <summary>Those that are scored against the competition.</summary>
    public static IReadOnlyList<ForecastMethod> OfCompetition { get; } =
    [SeasonallyAdjustedNaive, Simple, Holt, Damped, Theta, Combination];

    /// <summary>Those that a municipality's figure is carried on with; which one, its own past decides.</summary>
    public static IReadOnlyList<ForecastMethod> ForFigures { get; } = [SeasonalNaive, Simple, Damped, Theta, Robust];

    public double[] Ahead(double[] series, int season, int horizon) =>
        IsFlat(series) ? Flat(series[^1], horizon) : _ahead(series, season, horizon);

    /// <summary>Smoothing finds nothing to fit in a series that never changes, or has less than five values.</summary>
    private static bool IsFlat(double[] series) => series.Length < 5 || Array.TrueForAll(series, v => v == series[0]);

    private static Func<double[], int, int, double[]> Seasonal(Func<double[], int, double[]> ahead) =>
        (series, season, horizon) =>
            Seasonality.Of(series, season) is { } found
                ? found.PutBack(ahead(found.Without(series), horizon))
                : ahead(series, horizon);

    private static double[] Flat(double value, int horizon) => [.. Enumerable.Repeat(value, horizon)];

    private static double[] LastSeason(double[] series, int season, int horizon) =>
        series.Length < season
            ? Flat(series[^1], horizon)
            : [.. Enumerable.Range(0, horizon).Select(h => series[series.Length - season + (h % season)])];

    /// <summary>
    /// The mean of the straight line and of the series with its bends doubled, the latter smoothed (Assimakopoulos and
    /// Nikolopoulos, 2000).
    /// </summary>
    private static double[] ThetaLines(double[] series, int horizon)
    {
        var (at0, slope) = Line.Through(series);
        var smoothed = ExponentialSmoothing
            .Simple([.. series.Select((v, i) => (2 * v) - (at0 + (slope * (i + 1))))])
            .Ahead(horizon);
        return [.. smoothed.Select((v, h) => Math.Max(0, (v + at0 + (slope * (series.Length + h + 1))) / 2))];
    }

    private static double[] Mean(double[] series, int season, int horizon, params ForecastMethod[] methods)
    {
        var each = methods.Select(m => m.Ahead(series, season, horizon)).ToList();
        return [.. Enumerable.Range(0, horizon).Select(h => each.Average(f => f[h]))];
    }
}
