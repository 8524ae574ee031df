using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>Figures that have been worked out, by indicator and period. An indicator is the object that declares it; one that nobody holds any more is forgotten with its figures.</summary>
internal sealed class StandingFigures
{
    private const int MostPeriods = 5_000;

    private readonly ConditionalWeakTable<Indicator, ConcurrentDictionary<FigurePeriod, KeyFigure>> _byIndicator = [];

    public IReadOnlyList<KeyFigure> Of(Indicator indicator, IReadOnlyList<FigurePeriod> periods, Func<IReadOnlyList<FigurePeriod>, IReadOnlyList<KeyFigure>> compute)
    {
        var known = _byIndicator.GetValue(indicator, _ => new());
        var missing = periods.Where(p => !known.ContainsKey(p)).Distinct().ToList();
        var fresh = missing.Count == 0 ? [] : compute(missing).ToDictionary(f => f.Period);
        if (known.Count + fresh.Count > MostPeriods) known.Clear();
        foreach (var (period, figure) in fresh) known[period] = figure;
        return [.. periods.Select(p => fresh.TryGetValue(p, out var own) || known.TryGetValue(p, out own) ? own : compute([p])[0])];
    }

    /// <summary>What is left when some tables have changed.</summary>
    public StandingFigures Without(IReadOnlySet<string> changed)
    {
        var left = new StandingFigures();
        foreach (var (indicator, figures) in _byIndicator)
        {
            if (!indicator.Measure.Sets.SelectMany(s => s.Needs).Any(changed.Contains)) left._byIndicator.Add(indicator, figures);
        }

        return left;
    }
}
