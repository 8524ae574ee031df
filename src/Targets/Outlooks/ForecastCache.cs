using System.Collections.Concurrent;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Forecasts take longer than figures, and a change of one case seldom moves a whole month: one is made again only when
/// a month of its history is another.
/// </summary>
[Part(IsShared = true)]
internal sealed class ForecastCache
{
    private readonly ConcurrentDictionary<
        (string Municipality, string Indicator, int Version, int Horizon),
        Entry
    > _made = new();

    public IndicatorForecast? Of(Municipality municipality, FactStore store, Indicator indicator, int horizon)
    {
        var key = (municipality.MemoryKey, indicator.Id, indicator.Version, horizon);
        if (_made.TryGetValue(key, out var made) && ReferenceEquals(made.Store, store)) return made.Forecast;
        var history = MissingFact.In(store, indicator) is null ? IndicatorForecast.HistoryOf(store, indicator) : [];
        var forecast =
            made is not null && made.History.SequenceEqual(history)
                ? made.Forecast
                : IndicatorForecast.Of(store, indicator, history, horizon);
        _made[key] = new(store, history, forecast);
        return forecast;
    }

    private sealed record Entry(
        FactStore Store,
        IReadOnlyList<(FigurePeriod Period, double Value)> History,
        IndicatorForecast? Forecast
    );
}
