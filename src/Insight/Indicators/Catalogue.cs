using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// A part of the catalogue, as a reader looks for a figure. Several modules may bring figures of the same area; the
/// areas stand by <paramref name="Order"/>.
/// </summary>
public sealed record FigureArea(string Name, int Order)
{
    /// <summary>The shares that a committee is shown beside the country's.</summary>
    public static readonly FigureArea PoliticalGoals = new("Politiske mål", 10);
}

/// <summary>
/// Key figures that a module declares in code, beside its facts; every class that is one is found. A figure of two
/// modules' facts stands in the higher of them, and names the other's columns by the object that declares them.
/// </summary>
[Part(IsShared = true)]
public interface IFigures
{
    FigureArea Area { get; }

    /// <summary>Where they stand among the area's own: the lowest first.</summary>
    int Place => 0;

    IReadOnlyList<Indicator> All { get; }

    /// <summary>What the module compares beside its figures.</summary>
    IReadOnlyList<CohortComparison> Comparisons => [];
}

/// <summary>Every indicator that the modules declare, by id and by area.</summary>
[Part(IsShared = true)]
public sealed class Catalogue
{
    private readonly Dictionary<string, (Indicator Indicator, FigureArea Area)> _byId;
    private readonly Dictionary<string, CohortComparison> _comparisons;

    public Catalogue(IEnumerable<IFigures> figures)
    {
        List<IFigures> parts = [.. figures.OrderBy(f => f.Area.Order).ThenBy(f => f.Place)];
        Areas =
        [
            .. parts
                .GroupBy(f => f.Area)
                .Select(a => (a.Key, (IReadOnlyList<Indicator>)[.. a.SelectMany(f => f.All)])),
        ];
        All = [.. Areas.SelectMany(a => a.Indicators)];
        _byId = Areas
            .SelectMany(a => a.Indicators.Select(i => (Indicator: i, a.Area)))
            .ToDictionary(i => i.Indicator.Id);
        _comparisons = parts.SelectMany(f => f.Comparisons).ToDictionary(c => c.Id);
    }

    /// <summary>The parts of the catalogue in their order.</summary>
    public IReadOnlyList<(FigureArea Area, IReadOnlyList<Indicator> Indicators)> Areas { get; }

    public IReadOnlyList<Indicator> All { get; }

    public IReadOnlyList<Indicator> In(FigureArea area) =>
        [.. Areas.Where(a => a.Area == area).SelectMany(a => a.Indicators)];

    public FigureArea AreaOf(string id) => _byId[id].Area;

    public Indicator? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id).Indicator;

    public Indicator Get(string id) => Find(id) ?? throw new KeyNotFoundException($"No indicator {id} is declared.");

    public CohortComparison? FindComparison(string id) => _comparisons.GetValueOrDefault(id);
}
