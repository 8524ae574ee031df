using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// How far a figure's facts are complete: the earliest of its sources. A later month is known in part and is shown as
/// such; no target is judged on it, no forecast begins from it, and no month is compared with it.
/// </summary>
public sealed record Completeness(DateOnly Until, IReadOnlyList<string> LateSources)
{
    /// <summary>
    /// "eIndkomst er komplet til og med 29. februar 2024." Null where nothing lags behind the register.
    /// </summary>
    public string? Words =>
        LateSources.Count == 0
            ? null
            : $"{string.Join(" og ", LateSources)} er komplet til og med {Danish.Date(Until)}.";

    public bool Covers(FigurePeriod period) => period.Last <= Until;

    public static Completeness Of(FactStore store, Indicator indicator)
    {
        var tables = StandingFigures
            .TablesOf(indicator)
            .Select(store.Find)
            .OfType<FactTable>()
            .Where(t => t.CompleteTo < store.DataDate)
            .ToList();
        var until = tables.Min(t => t.CompleteTo) ?? store.DataDate;
        return new(until, [.. tables.Where(t => t.CompleteTo == until).Select(t => t.Declaration.Source).Distinct()]);
    }
}
