using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// Something that a figure can be split by: a column of its facts, or what is known of the persons. In Danish, as a
/// heading.
/// </summary>
public sealed record FigureDimension(string Id, string Name, IReadOnlyList<FigureGroup> Groups)
{
    internal const string Age = "age";

    private static readonly (int From, int To)[] AgeBands = [(16, 29), (30, 39), (40, 49), (50, 59), (60, 66)];

    /// <summary>What a figure can be split by, as far as its facts are there.</summary>
    public static IReadOnlyList<FigureDimension> Of(FactStore store, Indicator indicator)
    {
        if (indicator.Measure.Sets.Count == 0 || store.Find(indicator.Measure.Sets[0].Table) is not { } table)
            return [];
        var own = table.Columns.Where(c => c.Dimension is not null).Select(Made);
        var persons =
            table.Declaration.Subject == FactSubject.Person && store.Find(PersonFacts.Table) is { } people
                ? people.Columns.Where(c => c.Dimension is not null).Select(Made).Append(Ages)
                : [];
        return [.. own.Concat(persons).Where(d => d.Groups.Count > 1 && !IsFixed(indicator.Measure.Sets[0], d.Id))];
    }

    /// <summary>
    /// An indicator's figures for each of the groups, in their order: each is what the group alone would give, but the
    /// facts are gone through once.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<KeyFigure>> Evaluate(
        FactStore store,
        Indicator indicator,
        IReadOnlyList<FigurePeriod> periods
    )
    {
        List<Indicator> narrowed = [.. Groups.Select(g => g.In(store, indicator))];
        return store.Standing.OfAll(
            narrowed,
            periods,
            lacking =>
                MissingFact.In(store, indicator) is not null
                    ? [.. narrowed.Select(n => n.Compute(store, lacking))]
                    :
                    [
                        .. narrowed.Zip(
                            indicator.Measure.OverGroups(store, Groups, lacking),
                            (n, results) => n.Figures(store, lacking, results)
                        ),
                    ]
        );
    }

    private static FigureDimension Ages =>
        new(Age, "Alder", [.. AgeBands.Select(b => new FigureGroup(Age, $"{b.From}-{b.To}", $"{b.From}-{b.To} år"))]);

    private static FigureDimension Made(Column column) =>
        new(
            column.Declaration.Id,
            column.Declaration.Name,
            [
                .. column
                    .Dimension!.Values.Where(v => v.Parent is null)
                    .Select(v => new FigureGroup(column.Declaration.Id, v.Key, v.Name)),
            ]
        );

    /// <summary>All that the figure counts has the same value of the column, so there is nothing to split.</summary>
    private static bool IsFixed(FactSet set, string column) =>
        set.Conditions.Any(c => c.Column.Id == column && c.Keys.Count == 1);
}

/// <summary>One value of a dimension that a figure is narrowed to.</summary>
public sealed record FigureGroup(string Dimension, string Key, string Name)
{
    /// <summary>The ages, where it is a group of age.</summary>
    internal AgeBand? Age =>
        Dimension == FigureDimension.Age
        && Key.Split('-') is [var from, var to]
        && WrittenNumber.Code(from) is { } least
        && WrittenNumber.Code(to) is { } most
            ? new(least, most)
            : null;

    /// <summary>
    /// The figure of this group only; a share's whole is narrowed where it can be (women on a benefit as a share of
    /// women).
    /// </summary>
    public Indicator In(FactStore store, Indicator indicator) =>
        store.Standing.Narrowed(
            indicator,
            this,
            () => indicator with { Measure = Narrowing.Of(indicator.Measure, store, this) }
        );

    /// <summary>Whether the rows of a table can be told apart by this group's dimension.</summary>
    internal bool Reaches(FactTable table) =>
        table.HasColumn(Dimension)
        || (
            table.Declaration.Subject == FactSubject.Person
            && (Dimension == FigureDimension.Age || PersonFacts.Known(Dimension) is not null)
        );

    /// <summary>The rows of a set that are of this group; the whole set where its table does not know.</summary>
    internal FactSet Narrowed(FactStore store, FactSet set)
    {
        if (store.Find(set.Table) is not { } table || !Reaches(table))
            return set;
        if (Age is { } age)
            return set.Age is { } own
                ? set.Aged(Math.Max(own.From, age.From), Math.Min(own.To, age.To))
                : set.Aged(age.From, age.To);
        return table.Declaration.Find(Dimension) is { } column
            ? set.With(column, Key)
            : set with
            {
                PersonConditions = [.. set.PersonConditions, new(PersonFacts.Known(Dimension)!, [Key])],
            };
    }
}
