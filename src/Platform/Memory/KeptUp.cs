using System.Collections.Concurrent;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>How far the journal, and what beside it a kept thing depends on (a day), had come.</summary>
public sealed record KeptMoment<TBeside>(long Head, TBeside Beside);

/// <summary>A kept thing, and the moment that it is of.</summary>
public sealed record Held<T, TBeside>(T Value, KeptMoment<TBeside> Of);

/// <summary>
/// What is made of a municipality's rows, kept in memory (a cache) and up with the journal. Whoever asks gets it as of
/// now: where none of the tables it is made of has been written to since, it is as it was; else it is renewed for the
/// citizens that the changes are about, or made anew. One at a time makes it, the others wait for that one.
/// </summary>
public abstract class KeptUp<T, TBeside>(KeptHere<T, TBeside> here)
    where T : class
    where TBeside : IEquatable<TBeside>
{
    /// <summary>
    /// The rows' types of every table that it is made of; one that is forgotten here makes what is kept silently old.
    /// </summary>
    public abstract IReadOnlyList<Type> Reads { get; }

    /// <summary>How long it is given without asking the journal.</summary>
    protected virtual TimeSpan BetweenAsking => TimeSpan.Zero;

    /// <summary>What it depends on beside the rows; where that changes, <see cref="WithAsync"/> decides.</summary>
    protected abstract Task<TBeside> BesideAsync(CancellationToken ct);

    protected abstract Task<T> WholeAsync(KeptMoment<TBeside> now, CancellationToken ct);

    /// <summary>What it was, with what has changed since; null where all of it must be made anew.</summary>
    protected abstract Task<T?> WithAsync(
        Held<T, TBeside> before,
        KeptMoment<TBeside> now,
        RowChanges changes,
        CancellationToken ct
    );

    public async Task<T> CurrentAsync(CancellationToken ct = default)
    {
        var entry = here.Entry;
        if (await StillTrueAsync(entry, ct) is { } open) return open.Value;
        await entry.Turn.WaitAsync(ct);
        try
        {
            if (await StillTrueAsync(entry, ct) is { } meanwhile) return meanwhile.Value;
            var now = await NowAsync(ct);
            entry.Held = new(await RefreshedAsync(entry.Held, now, ct), now);
            Interlocked.Exchange(ref entry.AskedAt, here.Clock.GetUtcNow().UtcTicks);
            return entry.Held.Value;
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    private async Task<Held<T, TBeside>?> StillTrueAsync(KeptEntry<T, TBeside> entry, CancellationToken ct)
    {
        if (entry.Held is not { } held) return null;
        if (BetweenAsking == TimeSpan.Zero) return held.Of == await NowAsync(ct) ? held : null;
        var since = here.Clock.GetUtcNow().UtcTicks - Interlocked.Read(ref entry.AskedAt);
        return Math.Abs(since) < BetweenAsking.Ticks ? held : null;
    }

    private async Task<KeptMoment<TBeside>> NowAsync(CancellationToken ct) =>
        new(await JournalChanges.HeadAsync(here.Db, ct), await BesideAsync(ct));

    private async Task<T> RefreshedAsync(Held<T, TBeside>? before, KeptMoment<TBeside> now, CancellationToken ct)
    {
        if (before is null || before.Of.Head > now.Head) return await WholeAsync(now, ct);
        if (before.Of == now) return before.Value;
        var changes = await RowChanges.BetweenAsync(here.Db, before.Of.Head, now.Head, ct);
        if (changes.AreBulk) return await WholeAsync(now, ct);
        return before.Of.Beside.Equals(now.Beside) && !changes.Touch(Reads)
            ? before.Value
            : await WithAsync(before, now, changes, ct) ?? await WholeAsync(now, ct);
    }
}

/// <summary>What is kept of the current municipality, and what it is kept up by.</summary>
public sealed class KeptHere<T, TBeside>(
    KeptEntries<T, TBeside> entries,
    CurrentMunicipality municipality,
    VirkerContext db,
    TimeProvider clock
)
    where T : class
{
    internal KeptEntry<T, TBeside> Entry => entries.Of(municipality.Value);

    internal VirkerContext Db => db;

    internal TimeProvider Clock => clock;
}

/// <summary>What is kept of each municipality that this installation has been asked about.</summary>
public sealed class KeptEntries<T, TBeside>
    where T : class
{
    private readonly ConcurrentDictionary<string, KeptEntry<T, TBeside>> _byDatabase = new();

    internal KeptEntry<T, TBeside> Of(Municipality municipality) =>
        _byDatabase.GetOrAdd(municipality.MemoryKey, _ => new());
}

/// <summary>Where a municipality's kept thing lies, and whose turn it is to renew it.</summary>
internal sealed class KeptEntry<T, TBeside>
    where T : class
{
    public readonly SemaphoreSlim Turn = new(1, 1);

    public volatile Held<T, TBeside>? Held;

    public long AskedAt;
}
