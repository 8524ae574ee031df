using System.Collections.Concurrent;
using Virker.Insight;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// The current municipality's facts in memory: read at first use, and read again when a source says that it changed. Sources are asked at most
/// once a second, and only those that changed are read again.
/// </summary>
public sealed class MunicipalFacts(CurrentMunicipality municipality, IEnumerable<IFactSource> sources, IEnumerable<IPersonRegister> registers, FactCache cache, TimeProvider clock)
{
    private static readonly TimeSpan BetweenAsking = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<IFactSource> _sources = [.. sources];
    private readonly IPersonRegister? _register = registers.FirstOrDefault();

    /// <summary>The facts as they are now; without a table where no module brings it, and without any where no citizen is known.</summary>
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
            entry.AskedAt = clock.GetUtcNow().UtcTicks;
            return entry.Loaded;
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    private bool IsFresh(FactCache.Entry entry) => Math.Abs(clock.GetUtcNow().UtcTicks - Interlocked.Read(ref entry.AskedAt)) < BetweenAsking.Ticks;

    /// <summary>People who moved in get new numbers, so then every table is read again; otherwise only those of the sources that changed.</summary>
    private async Task<LoadedFacts> RefreshedAsync(LoadedFacts? before, CancellationToken ct)
    {
        if (_register is null || await _register.DataDateAsync(ct) is not { } dataDate) return LoadedFacts.Nothing(clock.Today());
        var versions = new string[_sources.Count];
        for (var i = 0; i < versions.Length; i++) versions[i] = await _sources[i].VersionAsync(ct);
        if (before is not null && before.Store.DataDate == dataDate && versions.SequenceEqual(before.Versions)) return before;

        var persons = await _register.NumbersAsync(ct);
        var keep = before?.Persons is { } known && known.Count == persons.Count && before.Versions.Count == versions.Length;
        var load = new FactLoad(dataDate, keep ? before!.Persons! : persons);
        var changed = _sources.Where((_, i) => !keep || before!.Versions[i] != versions[i]).ToList();
        foreach (var source in changed) await source.LoadAsync(load, ct);

        var stamp = string.Join(';', _sources.Select((s, i) => $"{s.Tables.FirstOrDefault()}:{versions[i]}"));
        var store = keep ? before!.Store.With(dataDate, stamp, [.. changed.SelectMany(s => s.Tables)], load.Tables) : new FactStore(dataDate, stamp, load.Tables);
        return new(store, load.Persons, versions);
    }
}

/// <summary>Facts with the numbers of the persons in them and the versions of the sources that they came from.</summary>
internal sealed record LoadedFacts(FactStore Store, IPersonNumbers? Persons, IReadOnlyList<string> Versions)
{
    public static LoadedFacts Nothing(DateOnly today) => new(new(today, "", []), null, []);
}

/// <summary>The facts of every municipality that this installation has been asked about.</summary>
public sealed class FactCache
{
    private readonly ConcurrentDictionary<string, Entry> _byDatabase = new();

    internal Entry Of(Municipality municipality) => _byDatabase.GetOrAdd($"{municipality.Slug}\n{municipality.Database.Connection}", _ => new());

    internal sealed class Entry
    {
        public readonly SemaphoreSlim Turn = new(1, 1);

        public volatile LoadedFacts? Loaded;

        public long AskedAt;
    }
}
