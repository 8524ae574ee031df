using System.Collections.Concurrent;
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
public sealed class MunicipalFacts(
    CurrentMunicipality municipality,
    IEnumerable<IFactSource> sources,
    IEnumerable<IPersonRegister> registers,
    FactCache cache,
    VirkerContext db
)
{
    private static readonly TimeSpan BetweenAsking = TimeSpan.FromMilliseconds(250);

    private readonly IReadOnlyList<IFactSource> _sources = [.. sources];
    private readonly IPersonRegister? _register = registers.FirstOrDefault();

    /// <summary>
    /// The facts as they are now; without a table where no module brings it, and without any where no citizen is known.
    /// </summary>
    public async Task<FactStore> ReadAsync(CancellationToken ct = default) => (await CurrentAsync(ct)).Store;

    /// <summary>Who a dense number is, and the other way.</summary>
    internal async Task<LoadedFacts> CurrentAsync(CancellationToken ct)
    {
        var entry = cache.Of(municipality.Value);
        if (entry.Loaded is { } fresh && IsFresh(entry)) return fresh;
        await entry.Turn.WaitAsync(ct);
        try
        {
            if (entry.Loaded is { } meanwhile && IsFresh(entry)) return meanwhile;
            entry.Loaded = await RefreshedAsync(entry.Loaded, ct);
            entry.AskedAt = cache.Clock.GetUtcNow().UtcTicks;
            return entry.Loaded;
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    private bool IsFresh(FactCache.Entry entry) =>
        Math.Abs(cache.Clock.GetUtcNow().UtcTicks - Interlocked.Read(ref entry.AskedAt)) < BetweenAsking.Ticks;

    private async Task<LoadedFacts> RefreshedAsync(LoadedFacts? before, CancellationToken ct)
    {
        if (_register is null || await _register.DataDateAsync(ct) is not { } dataDate)
            return LoadedFacts.Nothing(cache.Clock.Today());
        var now = new RegisterMoment(dataDate, await JournalChanges.HeadAsync(db, ct), await VersionsAsync(ct));
        if (before is { Persons: not null } && before.Moment.IsSameAs(now)) return before;
        var renewal = new FactRenewal(_sources, _register, db);
        try
        {
            return before is { Persons: not null }
                ? await renewal.RenewAsync(before, now, ct) ?? await renewal.LoadAsync(now, ct)
                : await renewal.LoadAsync(now, ct);
        }
        catch (KeyNotFoundException)
        {
            // Somebody came while the tables were read one after the other, and has no number yet: the numbers are read
            // again with the rest.
            return await renewal.LoadAsync(now, ct);
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

/// <summary>Facts with the numbers of the persons in them and the moment that they were read.</summary>
internal sealed record LoadedFacts(FactStore Store, IPersonNumbers? Persons, RegisterMoment Moment)
{
    public static LoadedFacts Nothing(DateOnly today) => new(new(today, "", []), null, new(today, 0, []));
}

/// <summary>How far the register, the journal and the sources without a journal had come.</summary>
internal sealed record RegisterMoment(DateOnly DataDate, long Head, IReadOnlyList<string> Versions)
{
    public string Stamp => string.Join(' ', Versions.Where(v => v.Length > 0).Prepend($"journal:{Head}"));

    public bool IsSameAs(RegisterMoment other) =>
        DataDate == other.DataDate && Head == other.Head && Versions.SequenceEqual(other.Versions);
}

/// <summary>The facts of every municipality that this installation has been asked about.</summary>
[Part(IsShared = true)]
public sealed class FactCache(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Entry> _byDatabase = new();

    internal TimeProvider Clock => clock;

    internal Entry Of(Municipality municipality) => _byDatabase.GetOrAdd(municipality.MemoryKey, _ => new());

    internal sealed class Entry
    {
        public readonly SemaphoreSlim Turn = new(1, 1);

        public volatile LoadedFacts? Loaded;

        public long AskedAt;
    }
}
