namespace Virker.Insight;

/// <summary>
/// A municipality's fact tables as they were at one moment. <see cref="DataDate"/> is the last day that the facts
/// cover: nothing is said about later days. <see cref="Version"/> is the change stamp that the register had when they
/// were read. Figures that have been worked out are kept, and follow into the next moment's store where none of their
/// tables changed.
/// </summary>
public sealed class FactStore
{
    private readonly Dictionary<string, FactTable> _tables;

    public FactStore(DateOnly dataDate, string version, IEnumerable<FactTable> tables)
        : this(dataDate, version, tables, new StandingFigures())
    {
    }

    private FactStore(DateOnly dataDate, string version, IEnumerable<FactTable> tables, StandingFigures standing)
    {
        (DataDate, Version, Standing) = (dataDate, version, standing);
        _tables = tables.ToDictionary(t => t.Declaration.Id);
    }

    public DateOnly DataDate { get; }

    public string Version { get; }

    public IEnumerable<FactTable> Tables => _tables.Values;

    internal StandingFigures Standing { get; }

    public FactTable? Find(TableDeclaration table) => _tables.GetValueOrDefault(table.Id);

    public bool Has(TableDeclaration table) => _tables.ContainsKey(table.Id);

    /// <summary>
    /// What is made of these facts, kept until one of the indicators' tables changes: the same key is not made twice.
    /// </summary>
    public T Keep<T>(Kept<T> key, IEnumerable<Indicator> of, Func<T> make) =>
        Standing.Answer(key, [.. of.SelectMany(StandingFigures.TablesOf).Distinct()], make);

    /// <summary>The same, kept until any table changes.</summary>
    public T Keep<T>(Kept<T> key, Func<T> make) => Standing.Answer(key, null, make);

    /// <summary>The same facts, seen as if they only reached to a day: nothing is said about later ones.</summary>
    public FactStore AsOf(DateOnly day) => day >= DataDate ? this : new(day, Version, Tables);

    /// <summary>
    /// The same store, where <paramref name="reloaded"/> has taken the place of the tables <paramref name="replaced"/>;
    /// one that is not among the new is gone.
    /// </summary>
    public FactStore With(
        DateOnly dataDate,
        string version,
        IReadOnlyCollection<TableDeclaration> replaced,
        IReadOnlyCollection<FactTable> reloaded
    )
    {
        var old = replaced.Concat(reloaded.Select(t => t.Declaration)).ToHashSet();
        var standing = dataDate == DataDate ? Standing.Without(old) : new();
        return new(
            dataDate,
            version,
            _tables.Values.Where(t => !old.Contains(t.Declaration)).Concat(reloaded),
            standing
        );
    }
}
