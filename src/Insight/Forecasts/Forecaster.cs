namespace Virker.Insight;

/// <summary>
/// Carries a monthly series on. Every method forecasts from each of the latest months for which the outcome is known by now (rolling origins); the one with the least
/// error is chosen, and its errors are the intervals' width (split conformal: no assumption of how errors are distributed).
/// </summary>
internal static class Forecaster
{
    public const int Season = 12;

    /// <summary>Fewer values than this say nothing of a year.</summary>
    public const int LeastHistory = 24;

    private const int MostOrigins = 36;

    /// <summary>Null where the history is too short to try a method on itself. Values never fall below <paramref name="least"/> nor rise above <paramref name="most"/>.</summary>
    public static SeriesForecast? Of(IReadOnlyList<double> history, int horizon, double least = 0, double most = double.PositiveInfinity, IReadOnlyList<ForecastModel>? others = null)
    {
        double[] series = [.. history];
        var origins = Math.Min(MostOrigins, series.Length - horizon - LeastHistory + 1);
        if (origins < 3) return null;
        var models = Models(series, others ?? []);
        var tried = models.Select((m, i) => Try(m, series, horizon, origins, i)).OrderBy(t => t.Error.MeanAbsolute).ThenBy(t => t.Index).ToList();
        var ahead = models[tried[0].Index].Ahead(series.Length, horizon);
        var errors = tried[0].Errors;
        var steps = ForecastIntervals.Around(ahead, errors, least, most);
        return new(steps, [.. tried.Select(t => t.Error)], ForecastIntervals.Coverage(errors));
    }

    /// <summary>The methods on the series itself (the mean of the smoothings from their own answers, so that each is fitted once), then the models that know more than the series.</summary>
    private static List<ForecastModel> Models(double[] series, IReadOnlyList<ForecastModel> others)
    {
        ForecastMethod[] methods = [ForecastMethod.SeasonalNaive, ForecastMethod.Simple, ForecastMethod.Damped, ForecastMethod.Theta];
        var models = methods.Select(m => Remembering(new(m.Name, (origin, horizon) => m.Ahead(series[..origin], Season, horizon)))).ToList();
        models.AddRange(others.Select(Remembering));
        List<ForecastModel> mean = [.. models.Skip(1)];
        models.Add(new(others.Count == 0 ? ForecastMethod.Robust.Name : $"Gennemsnit af {string.Join(", ", mean.Select(m => m.Name.ToLowerInvariant()))}", (origin, horizon) =>
        {
            var each = mean.Select(m => m.Ahead(origin, horizon)).ToList();
            return [.. Enumerable.Range(0, horizon).Select(h => each.Average(f => f[h]))];
        }));
        return models;
    }

    private static ForecastModel Remembering(ForecastModel model)
    {
        var known = new Dictionary<(int, int), double[]>();
        return model with { Ahead = (origin, horizon) => known.TryGetValue((origin, horizon), out var found) ? found : known[(origin, horizon)] = model.Ahead(origin, horizon) };
    }

    /// <summary>Errors are actual less forecast, origin by origin.</summary>
    private static (PastError Error, double[][] Errors, int Index) Try(ForecastModel model, double[] series, int horizon, int origins, int index)
    {
        var errors = new double[origins][];
        for (var k = 0; k < origins; k++)
        {
            var origin = series.Length - horizon - origins + 1 + k;
            errors[k] = [.. model.Ahead(origin, horizon).Select((f, h) => series[origin + h] - f)];
        }

        var all = errors.SelectMany(e => e).ToList();
        var (absolute, scale) = (all.Average(Math.Abs), ForecastErrors.Scale(series, Season));
        return (new(model.Name, absolute, scale > 0 ? absolute / scale : null, -all.Average(), origins), errors, index);
    }
}
