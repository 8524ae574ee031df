namespace Virker.Insight;

/// <summary>
/// Says, in Danish, which fact a store lacks for an indicator: a table that nobody brought or that is empty, or a code
/// that it does not know.
/// </summary>
public static class MissingFact
{
    public static string? In(FactStore store, Indicator indicator)
    {
        foreach (var set in indicator.Measure.Sets)
        {
            if (set.Needs.FirstOrDefault(t => store.Find(t) is not { Count: > 0 }) is { } absent)
                return absent.WhenMissing;
            if (
                set.Conditions.Select(c => Unknown(store.Find(set.Table)!, c)).FirstOrDefault(u => u is not null) is
                { } unknown
            )
                return unknown;
        }

        return null;
    }

    private static string? Unknown(FactTable table, Where condition)
    {
        var dimension = table[condition.Column].Dimension;
        return condition.Keys.FirstOrDefault(k => dimension?.Has(k) != true) is { } key
            ? $"Tabellen »{table.Declaration.Name}« kender ikke »{key}« under {dimension?.Name ?? condition.Column.Name}."
            : null;
    }
}
