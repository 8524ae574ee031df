using Virker.Kernel;

namespace Virker.Targets;

/// <summary>
/// A benchmark file on a desk, recomputed, and one municipality's standings in it (one for each group, the sum first).
/// It needs no municipality and no database.
/// </summary>
public sealed record BenchmarkReport(BenchmarkCheck Check, IReadOnlyList<BenchmarkStanding> Standings)
{
    /// <summary>Without a period, the newest.</summary>
    public static Outcome<BenchmarkReport> Read(string csv, string area, string? period)
    {
        var read = BenchmarkFile.Read(csv);
        if (read.IsRefused) return read.Refusal;
        var benchmark = new Benchmark(read.Value);
        var asked = period is null ? benchmark.Periods[^1] : BenchmarkPeriod.Read(period);
        if (asked is not { } chosen || !benchmark.Periods.Contains(chosen))
            return new Refusal(
                "benchmark.period",
                $"Filen har perioderne {string.Join(", ", benchmark.Periods.Select(p => p.Code))}."
            );
        var standings = benchmark
            .Groups.Select(g => benchmark.Of(area, chosen, g))
            .OfType<BenchmarkStanding>()
            .ToList();
        return standings.Count == 0
            ? new Refusal("benchmark.area", $"Filen har ingen kommune, der hedder {area}.")
            : new BenchmarkReport(benchmark.Check(), standings);
    }
}
