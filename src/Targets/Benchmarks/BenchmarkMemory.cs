using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>A municipality's loaded benchmark with what is computed of it, kept until another is loaded.</summary>
[Part(IsShared = true)]
internal sealed class BenchmarkMemory
{
    private readonly ConcurrentDictionary<string, Kept> _kept = new();

    /// <summary>Null where none is loaded.</summary>
    public async Task<Kept?> ReadAsync(Municipality municipality, VirkerContext db, CancellationToken ct)
    {
        var rows = db.Set<BenchmarkRow>().AsNoTracking();
        var stamp = await rows.GroupBy(_ => 1)
            .Select(g => new
            {
                Count = g.Count(),
                Newest = g.Max(r => r.LoadedAt),
                Versions = g.Sum(r => r.Version),
            })
            .FirstOrDefaultAsync(ct);
        if (stamp is null)
            return null;
        var (key, text) = (municipality.MemoryKey, $"{stamp.Count} {stamp.Newest.UtcTicks} {stamp.Versions}");
        if (_kept.TryGetValue(key, out var kept) && kept.Stamp == text) return kept;
        var all = await rows.ToListAsync(ct);
        var benchmark = new Benchmark(all.Select(r => r.Line()));
        return _kept[key] = new(text, benchmark, benchmark.Check(), all.MaxBy(r => r.LoadedAt)!.Source, stamp.Newest);
    }

    internal sealed record Kept(
        string Stamp,
        Benchmark Benchmark,
        BenchmarkCheck Check,
        string Source,
        DateTimeOffset LoadedAt
    );
}
