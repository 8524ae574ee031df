using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// Where a municipality stands among others on a key figure. <see cref="Deviation"/> from the country is turned so that
/// plus is good, as committees read it; ties are ranked by name, as jobindsats does.
/// </summary>
public sealed record Standing(decimal Own, decimal? Country, int? Rank, int Of)
{
    /// <summary>
    /// Percentage points (or units) better than the country; negative when worse. Null without the country's figure.
    /// </summary>
    public decimal? Deviation { get; private init; }

    /// <param name="area">The municipality's name among the others.</param>
    /// <param name="areas">Every municipality's value by name, its own with them.</param>
    public static Standing Among(
        Indicator indicator,
        string area,
        IReadOnlyDictionary<string, decimal> areas,
        decimal? country
    )
    {
        var own = areas[area];
        var best = indicator.MoreIsBetter ?? true;
        var ranked = areas
            .OrderBy(a => best ? -a.Value : a.Value)
            .ThenBy(a => a.Key, Danish.Alphabet)
            .Select(a => a.Key)
            .ToList();
        return new(own, country, ranked.IndexOf(area) + 1, areas.Count)
        {
            Deviation = country is { } value ? (own - value) * (best ? 1 : -1) : null,
        };
    }
}
