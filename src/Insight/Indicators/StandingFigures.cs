using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>
/// What has been worked out of a store's facts: figures by indicator and period, an indicator's groups, and what others
/// have made of figures. It lasts until one of the tables that it was worked out of changes. An indicator is the object
/// that declares it; one that nobody holds any more is forgotten with its figures.
/// </summary>
internal sealed class StandingFigures
{
    private const int MostPeriods = 5_000, MostAnswers = 20_000;

    private readonly ConditionalWeakTable<Indicator, Own> _byIndicator = [];
    private readonly ConcurrentDictionary<object, Answered> _answers = new();

    public IReadOnlyList<KeyFigure> Of(
        Indicator indicator,
        IReadOnlyList<FigurePeriod> periods,
        Func<IReadOnlyList<FigurePeriod>, IReadOnlyList<KeyFigure>> compute
    ) => OfAll([indicator], periods, lacking => [compute(lacking)])[0];

    /// <summary>For each indicator its figures; what one of them lacks is worked out for all of them at once.</summary>
    public IReadOnlyList<IReadOnlyList<KeyFigure>> OfAll(
        IReadOnlyList<Indicator> indicators,
        IReadOnlyList<FigurePeriod> periods,
        Func<IReadOnlyList<FigurePeriod>, IReadOnlyList<IReadOnlyList<KeyFigure>>> compute
    )
    {
        List<ConcurrentDictionary<FigurePeriod, KeyFigure>> known = [.. indicators.Select(i => OwnOf(i).Figures)];
        var missing = periods.Where(p => !known.All(k => k.ContainsKey(p))).Distinct().ToList();
        var fresh = missing.Count == 0 ? null : compute(missing);
        for (var i = 0; i < known.Count && fresh is not null; i++)
        {
            if (known[i].Count + missing.Count > MostPeriods) known[i].Clear();
            foreach (var figure in fresh[i]) known[i].TryAdd(figure.Period, figure);
        }

        return
        [
            .. known.Select(
                (k, i) =>
                    (IReadOnlyList<KeyFigure>)
                        [
                            .. periods.Select(p =>
                                k.TryGetValue(p, out var own)
                                    ? own
                                    : fresh?[i].FirstOrDefault(f => f.Period == p) ?? compute([p])[i][0]
                            ),
                        ]
            ),
        ];
    }

    /// <summary>The indicator of a group: one object as long as its figures stand.</summary>
    public Indicator Narrowed(Indicator indicator, FigureGroup group, Func<Indicator> make) =>
        OwnOf(indicator).Groups.GetOrAdd(group, _ => make());

    /// <summary>
    /// What stands under a key, which says all that it depends on beside the tables; null for every table.
    /// </summary>
    public T Answer<T>(Kept<T> key, IReadOnlyList<TableDeclaration>? tables, Func<T> make)
    {
        if (_answers.TryGetValue(key, out var known) && known is Answered<T> same) return same.Value;
        if (_answers.Count >= MostAnswers) _answers.Clear();
        var made = new Answered<T>(tables, make());
        return _answers.GetOrAdd(key, made) is Answered<T> first ? first.Value : made.Value;
    }

    /// <summary>What is left when some tables have changed.</summary>
    public StandingFigures Without(IReadOnlySet<TableDeclaration> changed)
    {
        var left = new StandingFigures();
        foreach (var (indicator, own) in _byIndicator)
        {
            if (!TablesOf(indicator).Any(changed.Contains)) left._byIndicator.Add(indicator, own);
        }

        foreach (var (key, answer) in _answers)
        {
            if (changed.Count == 0 || answer.Tables?.Any(changed.Contains) == false) left._answers[key] = answer;
        }

        return left;
    }

    public static IEnumerable<TableDeclaration> TablesOf(Indicator indicator) =>
        indicator.Measure.Sets.SelectMany(s => s.Needs).Distinct();

    private Own OwnOf(Indicator indicator) => _byIndicator.GetValue(indicator, _ => new(new(), new()));

    private abstract record Answered(IReadOnlyList<TableDeclaration>? Tables);

    private sealed record Answered<T>(IReadOnlyList<TableDeclaration>? Tables, T Value) : Answered(Tables);

    private sealed record Own(
        ConcurrentDictionary<FigurePeriod, KeyFigure> Figures,
        ConcurrentDictionary<FigureGroup, Indicator> Groups
    );
}
