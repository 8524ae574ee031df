using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// The current municipality's facts in memory: read by <see cref="OpenFacts"/> or at first use, and kept up with what
/// is committed. The journal is asked at most four times a second what has changed since; only the sources that read
/// those tables are read again, and where they can, only for the citizens that the changes are about.
/// </summary>
[Part]
internal sealed class MunicipalFacts(
    KeptHere<LoadedFacts, RegisterMoment> here,
    IEnumerable<IFactSource> sources,
    IEnumerable<IPersonRegister> registers,
    TimeProvider clock
) : KeptUp<LoadedFacts, RegisterMoment>(here)
{
    private readonly IReadOnlyList<IFactSource> _sources = [.. sources];
    private readonly IPersonRegister? _register = registers.FirstOrDefault();

    public override IReadOnlyList<Type> Reads => [.. _sources.SelectMany(s => s.Reads).Distinct()];

    protected override TimeSpan BetweenAsking => TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// The facts as they are now; without a table where no module brings it, and without any where no citizen is known.
    /// </summary>
    public async Task<FactStore> ReadAsync(CancellationToken ct = default) => (await CurrentAsync(ct)).Store;

    protected override async Task<RegisterMoment> BesideAsync(CancellationToken ct) =>
        _register is not null && await _register.DataDateAsync(ct) is { } dataDate
            ? new(dataDate, await VersionsAsync(ct))
            : new(null, [$"{clock.Today():O}"]);

    protected override async Task<LoadedFacts> WholeAsync(KeptMoment<RegisterMoment> now, CancellationToken ct)
    {
        if (_register is null || now.Beside.DataDate is not { } dataDate) return LoadedFacts.Nothing(clock.Today());
        var renewal = new FactRenewal(_sources, _register);
        try
        {
            return await renewal.LoadAsync(dataDate, now, ct);
        }
        catch (KeyNotFoundException)
        {
            // Somebody came while the tables were read one after the other, and has no number yet: the numbers are read
            // again with the rest.
            return await renewal.LoadAsync(dataDate, now, ct);
        }
    }

    protected override async Task<LoadedFacts?> WithAsync(
        Held<LoadedFacts, RegisterMoment> before,
        KeptMoment<RegisterMoment> now,
        RowChanges changes,
        CancellationToken ct
    )
    {
        if (_register is null || before.Of.Beside.DataDate != now.Beside.DataDate) return null;
        try
        {
            return await new FactRenewal(_sources, _register).RenewAsync(before, now, changes, ct);
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Of the sources that name no tables; the journal speaks for the others.</summary>
    private async Task<IReadOnlyList<string>> VersionsAsync(CancellationToken ct)
    {
        var versions = new string[_sources.Count];
        for (var i = 0; i < versions.Length; i++)
            versions[i] = _sources[i].Reads.Count == 0 ? await _sources[i].VersionAsync(ct) : "";
        return versions;
    }
}

/// <summary>Facts with the numbers of the persons in them.</summary>
internal sealed record LoadedFacts(FactStore Store, IPersonNumbers? Persons)
{
    public static LoadedFacts Nothing(DateOnly today) => new(new(today, "", []), null);
}

/// <summary>
/// How far the register and the sources without a journal had come; no day while nobody is in the register.
/// </summary>
internal sealed record RegisterMoment(DateOnly? DataDate, IReadOnlyList<string> Versions)
{
    public string Stamp(long head) =>
        string.Join(' ', Versions.Where(v => v.Length > 0).Prepend($"journal:{head}"));

    public bool Equals(RegisterMoment? other) =>
        other is not null && DataDate == other.DataDate && Versions.SequenceEqual(other.Versions);

    public override int GetHashCode() => HashCode.Combine(DataDate, Versions.Count);
}
