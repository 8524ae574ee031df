using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>
/// The figures that have been asked of one store. A store never changes, so a figure of it is computed once, and a store that takes its place
/// begins anew: nobody is answered with yesterday's number.
/// </summary>
internal sealed class StandingFigures
{
    /// <summary>Room for every declared indicator over ten years of months; beyond it somebody asks for periods without end.</summary>
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<Key, KeyFigure> _figures = new();

    /// <param name="compute">The figures of the periods it is handed, in their order.</param>
    public IReadOnlyList<KeyFigure> Of(Indicator indicator, IReadOnlyList<FigurePeriod> periods, Func<IReadOnlyList<FigurePeriod>, IReadOnlyList<KeyFigure>> compute)
    {
        var lacking = periods.Where(p => !_figures.ContainsKey(new(indicator, p))).Distinct().ToList();
        if (lacking.Count > 0)
        {
            if (_figures.Count > Most) _figures.Clear();
            foreach (var figure in compute(lacking)) _figures[new(indicator, figure.Period)] = figure;
        }

        return [.. periods.Select(p => _figures.TryGetValue(new(indicator, p), out var figure) ? figure : compute([p])[0])];
    }

    /// <summary>An indicator is itself and no other, whatever it is called: two that share a name may be defined differently.</summary>
    private readonly record struct Key(Indicator Indicator, FigurePeriod Period)
    {
        public bool Equals(Key other) => ReferenceEquals(Indicator, other.Indicator) && Period.Equals(other.Period);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Indicator), Period);
    }
}
