using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Virker.Insight;
using Virker.Kernel;

namespace Virker.Tests.Targets;

/// <summary>
/// Brings the sample town's facts into a house in the place of the register's own, and can be told that they changed.
/// </summary>
internal sealed class SampleFacts(DateOnly dataDate) : IFactSource, IPersonRegister, IPersonNumbers
{
    private readonly CitizenId[] _citizens =
    [
        .. Enumerable.Range(0, 1100).Select(i => new CitizenId(new Guid(i + 1, 0, 0, new byte[8]))),
    ];

    public int Loads { get; private set; }

    public string Version { get; set; } = "1";

    public HashSet<int> Protected { get; } = [];

    public TableDeclaration[] Without { get; set; } = [];

    public IReadOnlyList<TableDeclaration> Tables => [.. SampleTown.At(dataDate).Tables.Select(t => t.Declaration)];

    public int Count => _citizens.Length;

    public void Into(IServiceCollection services)
    {
        services.RemoveAll<IFactSource>();
        services.RemoveAll<IPersonRegister>();
        services.AddScoped<IFactSource>(_ => this).AddScoped<IPersonRegister>(_ => this);
    }

    public Task<string> VersionAsync(CancellationToken ct) => Task.FromResult(Version);

    public Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        Loads++;
        foreach (var table in SampleTown.At(dataDate, Without).Tables) load.Add(table);
        return Task.CompletedTask;
    }

    public Task<DateOnly?> DataDateAsync(CancellationToken ct) => Task.FromResult<DateOnly?>(dataDate);

    public Task<IPersonNumbers> NumbersAsync(CancellationToken ct) => Task.FromResult<IPersonNumbers>(this);

    public Task<IReadOnlyList<PersonBehind>> DescribeAsync(
        IReadOnlyCollection<CitizenId> citizens,
        CancellationToken ct
    ) =>
        Task.FromResult<IReadOnlyList<PersonBehind>>([
            .. citizens.Select(c => new PersonBehind(
                c,
                $"Borger {Of(c):0000}",
                "Team Øst",
                "Sara Sagsen",
                Protected.Contains(Of(c))
            )),
        ]);

    public Task<IReadOnlyList<PersonNamed>> NamesAsync(IReadOnlyCollection<CitizenId> citizens, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PersonNamed>>([
            .. citizens.Select(c => new PersonNamed(c, $"Borger {Of(c):0000}", Protected.Contains(Of(c)))),
        ]);

    public int Of(CitizenId citizen) => Array.IndexOf(_citizens, citizen);

    public CitizenId IdOf(int number) => _citizens[number];

    public bool Has(CitizenId citizen) => Of(citizen) >= 0;
}
