using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// What a module implements to bring its facts; it is found as use cases are. It reads its own tables as plain rows,
/// streaming, ordered by person where the database can, and adds what it built to the load.
/// </summary>
[Part]
public interface IFactSource
{
    /// <summary>The fact tables that <see cref="LoadAsync"/> brings.</summary>
    IReadOnlyList<TableDeclaration> Tables { get; }

    /// <summary>
    /// The types of the rows whose changes change the facts. Where they are named, what the journal says about them
    /// decides when the facts are read again; where none is, <see cref="VersionAsync"/> is asked each time.
    /// </summary>
    IReadOnlyList<Type> Reads => [];

    /// <summary>
    /// Whether <see cref="LoadAsync"/> can read the facts of some persons alone (<see cref="FactLoad.Only"/>).
    /// </summary>
    bool ReadsByPerson => false;

    /// <summary>
    /// Something that changes whenever the facts do (a row count with the newest change, a journal position); cheap to
    /// ask.
    /// </summary>
    Task<string> VersionAsync(CancellationToken ct);

    Task LoadAsync(FactLoad load, CancellationToken ct);
}

/// <summary>One reading of facts: sources take person numbers here and leave their tables here.</summary>
public sealed class FactLoad(DateOnly dataDate, IPersonNumbers persons)
{
    private readonly List<FactTable> _tables = [];

    /// <summary>
    /// The last day that figures may speak of. Later facts (a booked meeting) may be added all the same.
    /// </summary>
    public DateOnly DataDate => dataDate;

    public IPersonNumbers Persons => persons;

    /// <summary>Only the facts of these are asked for; null for everyone's.</summary>
    public IReadOnlyCollection<CitizenId>? Only { get; init; }

    public IReadOnlyList<FactTable> Tables => _tables;

    public void Add(FactTable table) => _tables.Add(table);
}

/// <summary>
/// The dense numbers (0, 1, 2 …) by which fact tables know persons. Kept by the module that keeps the citizens, so that
/// the figures hold no identity. A person keeps the number as long as the numbers live.
/// </summary>
public interface IPersonNumbers
{
    int Count { get; }

    /// <summary>The number of a known citizen.</summary>
    int Of(CitizenId citizen);

    CitizenId IdOf(int number);

    /// <summary>Whether a citizen has a number yet.</summary>
    bool Has(CitizenId citizen);
}

/// <summary>
/// The keeper of the citizens' own port: numbers for a load, and the people behind a figure for those who may see them.
/// </summary>
public interface IPersonRegister
{
    /// <summary>
    /// The last day that the register is complete to, as figures may speak of it; null while nothing has been read in.
    /// </summary>
    Task<DateOnly?> DataDateAsync(CancellationToken ct);

    Task<IPersonNumbers> NumbersAsync(CancellationToken ct);

    /// <summary>Only the names, for putting a long list in order.</summary>
    Task<IReadOnlyList<PersonNamed>> NamesAsync(IReadOnlyCollection<CitizenId> citizens, CancellationToken ct);

    /// <summary>
    /// Names the citizens for a list of cases. One with a protected address comes with <see
    /// cref="PersonBehind.IsProtected"/> set; whoever shows the list leaves them out.
    /// </summary>
    Task<IReadOnlyList<PersonBehind>> DescribeAsync(IReadOnlyCollection<CitizenId> citizens, CancellationToken ct);
}

/// <summary>A citizen's name, and whether the address is protected.</summary>
public readonly record struct PersonNamed(CitizenId Citizen, string Name, bool IsProtected);

/// <summary>A citizen behind a figure, as a list of cases shows one.</summary>
public sealed record PersonBehind(CitizenId Citizen, string Name, string Team, string? CaseWorker, bool IsProtected);
