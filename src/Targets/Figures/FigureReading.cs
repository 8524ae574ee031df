using Virker.Insight;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>What the pages of figures read: facts, series, cells, and whether the one who asks may see the cases.</summary>
internal sealed class FigureReading(MunicipalFacts facts, Comparisons comparisons, CurrentActor actor, Grants grants)
{
    /// <summary>Who may open the cases behind a figure sees its small numbers as well.</summary>
    public bool MaySeeCases => grants.Allows(actor.Value, "targets.cases.see");

    public Task<FactStore> FactsAsync(CancellationToken ct) => facts.ReadAsync(ct);

    /// <summary>"sex:kvinde" among the dimensions of a figure.</summary>
    public static FigureGroup? GroupOf(IReadOnlyList<FigureDimension> dimensions, string? text) => text?.Split(':') is [var dimension, var key]
        ? dimensions.FirstOrDefault(d => d.Id == dimension)?.Groups.FirstOrDefault(g => g.Key == key) : null;

    public async Task<IReadOnlyList<FigurePoint>> SeriesAsync(FactStore store, Indicator indicator, FigureGroup? group, FigurePeriod last, int months, bool hidesSmall, CancellationToken ct)
    {
        var periods = indicator.PeriodsTo(last, months);
        var country = group is null ? (await comparisons.AllAsync(ct)).Where(c => c.Indicator == indicator.Id && c.Area == ComparisonAreas.Country).ToDictionary(c => c.Period, c => c.Value) : [];
        return [.. store.Keep(("series", indicator.Id, group, last, months), () => indicator.Evaluate(store, periods)).Select(f => new FigurePoint(f.Period, hidesSmall && IsSmall(f) ? null : f.Value?.Rounded(indicator.Decimals),
            country.TryGetValue(f.Period, out var value) ? value : null))];
    }

    public static IReadOnlyList<FigureCell> Cells(FactStore store, Indicator indicator, FigureDimension split, FigurePeriod latest, bool hidesSmall)
    {
        var before = indicator.PeriodsTo(latest, 13)[0];
        var rows = split.Groups.Zip(split.Evaluate(store, indicator, [before, latest]), (g, figures) => (Group: g, Figures: figures)).Where(r => r.Figures.Any(f => f.Value is { } value && value.Numerator != 0)).ToList();
        var (now, then) = (Hidden(rows.Select(r => r.Figures[1])), Hidden(rows.Select(r => r.Figures[0])));
        return [.. rows.Select((r, i) => hidesSmall && (now[i] || then[i])
            ? new FigureCell(r.Group, null, null, true)
            : new FigureCell(r.Group, r.Figures[1].Value?.Rounded(indicator.Decimals), r.Figures[0].Value?.Rounded(indicator.Decimals), false))];
    }

    public FigureOverTime? OverTime(FactStore store, Indicator indicator, FigureGroup? group, FigureDimension split, FigurePeriod last, bool hidesSmall) =>
        store.Keep(("over time", indicator.Id, group, split.Id, last, hidesSmall), () => FigureOverTime.Of(store, indicator, split, last, hidesSmall));

    /// <summary>The municipality's own figure as another authority counts it, the newest up to a day; null where none is loaded.</summary>
    public async Task<ComparisonValue?> OfficialAsync(Indicator indicator, DateOnly until, CancellationToken ct) =>
        (await comparisons.OfAsync(indicator.Id, ComparisonAreas.Own, ct)).Where(c => c.Period.Last <= until).MaxBy(c => c.Period.Last);

    public static bool IsSmall(KeyFigure figure) => Suppression.Usual.IsSmall(People(Persons(figure)));

    internal static IReadOnlyList<bool> HiddenOf(IEnumerable<KeyFigure> figures) => Hidden(figures);

    private static IReadOnlyList<bool> Hidden(IEnumerable<KeyFigure> figures) => Hidden([.. figures.Select(Persons)]);

    /// <summary>Which numbers of a list that adds up are kept back.</summary>
    internal static IReadOnlyList<bool> Hidden(IReadOnlyList<decimal?> persons) => [.. Suppression.Usual.Hide(new CountTable([persons.Count], place => People(persons[place[0]]))).Take(persons.Count)];

    /// <summary>Part of a person is somebody: a third of a full-year person is one who was there for four months.</summary>
    private static long People(decimal? persons) => persons is not > 0 ? 0 : Math.Max(1, (long)Math.Floor(persons.Value));

    /// <summary>The persons that a value counts; of a share, those in its numerator, or in the rest where that is fewer.</summary>
    private static decimal? Persons(KeyFigure figure) => figure.Result is { Numerator: { } part, Denominator: { } whole }
        ? whole.CompareTo(part) > 0 && (whole - part).CompareTo(part) < 0 ? (whole - part).Rounded(1) : part.Rounded(1) : figure.Value?.Rounded(1);
}
