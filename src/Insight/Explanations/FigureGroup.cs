namespace Virker.Insight;

/// <summary>Something that a figure can be split by: a column of its facts, or what is known of the persons. In Danish, as a heading.</summary>
public sealed record FigureDimension(string Id, string Name, IReadOnlyList<FigureGroup> Groups)
{
    internal const string Sex = "sex", Origin = "origin", Age = "age";

    private static readonly (int From, int To)[] AgeBands = [(16, 29), (30, 39), (40, 49), (50, 59), (60, 66)];

    /// <summary>What a figure can be split by, as far as its facts are there.</summary>
    public static IReadOnlyList<FigureDimension> Of(FactStore store, Indicator indicator)
    {
        if (indicator.Measure.Sets.Count == 0 || store.Find(indicator.Measure.Sets[0].Table) is not { } table || Narrowing.Of(indicator.Measure, s => s) is null) return [];
        var own = table.Declaration.Columns.Where(c => c.Dimension is not null).Select(c => Made(c.Id, c.Name, c.Dimension!));
        var persons = table.Declaration.Subject == FactSubject.Person && store.Find(StandardFacts.Persons) is { } people
            ? people.Declaration.Columns.Where(c => c.Dimension is not null && c.Id is Sex or Origin).Select(c => Made(c.Id, c.Name, c.Dimension!)).Append(Ages) : [];
        return [.. own.Concat(persons).Where(d => d.Groups.Count > 1 && !IsFixed(indicator.Measure.Sets[0], d.Id))];
    }

    private static FigureDimension Ages => new(Age, "Alder", [.. AgeBands.Select(b => new FigureGroup(Age, $"{b.From}-{b.To}", $"{b.From}-{b.To} år"))]);

    private static FigureDimension Made(string id, string name, Dimension dimension) =>
        new(id, name, [.. dimension.Values.Where(v => v.Parent is null).Select(v => new FigureGroup(id, v.Key, v.Name))]);

    /// <summary>All that the figure counts has the same value of the column, so there is nothing to split.</summary>
    private static bool IsFixed(FactSet set, string column) => set.Conditions.Any(c => c.Column == column && c.Keys.Count == 1);
}

/// <summary>One value of a dimension that a figure is narrowed to.</summary>
public sealed record FigureGroup(string Dimension, string Key, string Name)
{
    /// <summary>The figure of this group only; a share's whole is narrowed where it can be (women on a benefit as a share of women).</summary>
    public Indicator In(FactStore store, Indicator indicator) =>
        Narrowing.Of(indicator.Measure, set => Narrowed(store, set)) is { } measure ? indicator with { Measure = measure } : indicator;

    private FactSet Narrowed(FactStore store, FactSet set)
    {
        if (Dimension == FigureDimension.Age) return Aged(set);
        if (store.Find(set.Table) is not { } table) return set;
        if (table.HasColumn(Dimension)) return set.With(Dimension, Key);
        return Dimension is FigureDimension.Sex or FigureDimension.Origin && table.Declaration.Subject == FactSubject.Person
            ? set with { PersonConditions = [.. set.PersonConditions, new(Dimension, [Key])] } : set;
    }

    private FactSet Aged(FactSet set)
    {
        var (from, to) = (int.Parse(Key.Split('-')[0]), int.Parse(Key.Split('-')[1]));
        return set.Age is { } own ? set.Aged(Math.Max(own.From, from), Math.Min(own.To, to)) : set.Aged(from, to);
    }
}
