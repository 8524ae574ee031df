namespace Virker.Insight;

/// <summary>
/// Carries a monthly series on. Every method forecasts from each of the latest months for which the outcome is known by
/// now (rolling origins); the one with the least error is chosen, and its errors are the intervals' width (split
/// conformal: no assumption of how errors are distributed).
/// </summary>
internal static class Forecaster
{
    public const int Season = 12;

    /// <summary>Fewer values than this say nothing of a year.</summary>
    public const int LeastHistory = 24;

    private const int MostOrigins = 36;

    /// <summary>
    /// Null where the history is too short to try a method on itself. Values never fall below <paramref name="least"/>
    /// nor rise above <paramref name="most"/>.
    /// </summary>
    public static SeriesForecast? Of(
        IReadOnlyList<double> history,
        int horizon,
        double least = 0,
        double most = double.PositiveInfinity,
        IReadOnlyList<ForecastModel>? others = null
    )
    {
        double[] series = [.. history];
        var origins = Math.Min(MostOrigins, series.Length - horizon - LeastHistory + 1);
        if (origins < 3) return null;
        var models = Models(series, horizon, origins, others ?? []);
        var tried = models
            .Select((m, i) => Try(m, series, i))
            .OrderBy(t => t.Error.MeanAbsolute)
            .ThenBy(t => t.Index)
            .ToList();
        var ahead = models[tried[0].Index].Ahead[^1];
        var errors = tried[0].Errors;
        var steps = ForecastIntervals.Around(ahead, errors, least, most);
        return new(steps, [.. tried.Select(t => t.Error)], ForecastIntervals.Coverage(errors));
    }

    /// <summary>
    /// The next values by a method that was chosen elsewhere; null where there is no such method for the series.
    /// </summary>
    public static double[]? By(
        string method,
        IReadOnlyList<double> history,
        int horizon,
        IReadOnlyList<ForecastModel> others
    ) => Models([.. history], horizon, 0, others).FirstOrDefault(m => m.Name == method)?.Ahead[^1];

    /// <summary>
    /// The methods on the series itself, then the models that know more than the series, and last the mean of all but
    /// the first: each from every origin and from the end. No forecast waits for another, so all the cores take part.
    /// </summary>
    private static IReadOnlyList<Tried> Models(double[] series, int horizon, int origins, IReadOnlyList<ForecastModel> others)
    {
        ForecastMethod[] methods =
        [
            ForecastMethod.SeasonalNaive,
            ForecastMethod.Simple,
            ForecastMethod.Damped,
            ForecastMethod.Theta,
        ];
        List<ForecastModel> models =
        [
            .. methods.Select(m => new ForecastModel(
                m.Name,
                (origin, ahead) => m.Ahead(series[..origin], Season, ahead)
            )),
            .. others,
        ];
        var each = models.ConvertAll(m => new Tried(m.Name, new double[origins + 1][]));
        Parallel.For(0, models.Count * (origins + 1), job =>
        {
            var (model, k) = (job / (origins + 1), job % (origins + 1));
            each[model].Ahead[k] = models[model].Ahead(k == origins ? series.Length : series.Length - horizon - origins + 1 + k, horizon);
        });
        List<Tried> mean = [.. each.Skip(1)];
        var name =
            others.Count == 0
                ? ForecastMethod.Robust.Name
                : $"Gennemsnit af {string.Join(", ", mean.Select(m => m.Name.ToLowerInvariant()))}";
        return
        [
            .. each,
            new(
                name,
                [
                    .. Enumerable
                        .Range(0, origins + 1)
                        .Select(k =>
                            (double[])[.. Enumerable.Range(0, horizon).Select(h => mean.Average(m => m.Ahead[k][h]))]
                        ),
                ]
            ),
        ];
    }

    /// <summary>Errors are actual less forecast, origin by origin.</summary>
    private static (PastError Error, double[][] Errors, int Index) Try(Tried model, double[] series, int index)
    {
        var origins = model.Ahead.Length - 1;
        var first = series.Length - model.Ahead[0].Length - origins + 1;
        double[][] errors =
        [
            .. model
                .Ahead[..origins]
                .Select((ahead, k) => (double[])[.. ahead.Select((f, h) => series[first + k + h] - f)]),
        ];
        var all = errors.SelectMany(e => e).ToList();
        var (absolute, scale) = (all.Average(Math.Abs), ForecastErrors.Scale(series, Season));
        return (new(model.Name, absolute, scale > 0 ? absolute / scale : null, -all.Average(), origins), errors, index);
    }

    /// <summary>A model's forecasts: from each origin, and last from the end of the series.</summary>
    private sealed record Tried(string Name, double[][] Ahead);
}
