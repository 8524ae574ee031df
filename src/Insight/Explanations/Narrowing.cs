namespace Virker.Insight;

/// <summary>The same measure over fewer facts.</summary>
internal static class Narrowing
{
    /// <summary>Null for a kind of measure whose parts cannot be narrowed one by one.</summary>
    public static Measure? Of(Measure measure, Func<FactSet, FactSet> set) => measure switch
    {
        CellMeasure cells => cells with { Set = set(cells.Set) },
        Ratio ratio => Of(ratio.Part, set) is { } part && Of(ratio.Whole, set) is { } whole ? ratio with { Part = part, Whole = whole } : null,
        Difference difference => Of(difference.From, set) is { } from && Of(difference.Less, set) is { } less ? difference with { From = from, Less = less } : null,
        MeanOfMonths mean => Of(mean.Of, set) is { } each ? mean with { Of = each } : null,
        Group group => Of(group.Who, set) is { } who ? new Group(who) : null,
        MeanSeniority seniority => seniority with { Set = set(seniority.Set) },
        _ => null,
    };

    private static Who? Of(Who who, Func<FactSet, FactSet> set) => who switch
    {
        Present present => present with { Set = set(present.Set) },
        PresentLong present => present with { Set = set(present.Set) },
        Both both => Of(both.Left, set) is { } left ? both with { Left = left } : null,
        _ => null,
    };
}
