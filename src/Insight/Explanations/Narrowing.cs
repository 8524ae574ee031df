namespace Virker.Insight;

/// <summary>The same measure over the facts of one group.</summary>
internal static class Narrowing
{
    public static Measure Of(Measure measure, FactStore store, FigureGroup group) =>
        measure switch
        {
            CellMeasure { IsOfWholeSet: true } cells => cells with
            {
                Within = new(group, group.Narrowed(store, cells.Set)),
            },
            CellMeasure cells => cells with { Set = group.Narrowed(store, cells.Set) },
            Ratio ratio => ratio with { Part = Of(ratio.Part, store, group), Whole = Of(ratio.Whole, store, group) },
            Difference difference => difference with
            {
                From = Of(difference.From, store, group),
                Less = Of(difference.Less, store, group),
            },
            MeanOfMonths mean => mean with { Of = Of(mean.Of, store, group) },
            Group all => new Group(Of(all.Who, store, group)),
            _ => throw new ArgumentException($"No way to narrow {measure.GetType().Name}.", nameof(measure)),
        };

    private static Who Of(Who who, FactStore store, FigureGroup group) =>
        who switch
        {
            Present present => present with { Set = group.Narrowed(store, present.Set) },
            PresentLong present => present with { Set = group.Narrowed(store, present.Set) },
            Past past => past with { Set = group.Narrowed(store, past.Set) },
            Recent recent => recent with { Set = group.Narrowed(store, recent.Set) },
            // Who they are decides the group; what else is true of them may have been so at another age or on another
            // benefit.
            Both both => both with { Left = Of(both.Left, store, group) },
            _ => throw new ArgumentException($"No way to narrow {who.GetType().Name}.", nameof(who)),
        };
}
