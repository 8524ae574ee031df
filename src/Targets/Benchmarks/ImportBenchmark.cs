using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Load the ministry's benchmark from a file; a row for the same municipality, period and group takes the place of the
/// one before, and one that says the same is left alone.
/// </summary>
public sealed record ImportBenchmark(string Csv, string Source) : ICommand<BenchmarkImported>;

/// <summary><paramref name="Revised"/> rows had other numbers before.</summary>
public sealed record BenchmarkImported(int Added, int Revised, int Unchanged, BenchmarkCheck Check);

[Requires("targets.comparison.import")]
internal sealed class ImportBenchmarkHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<ImportBenchmark, BenchmarkImported>
{
    public async Task<Outcome<BenchmarkImported>> RunAsync(ImportBenchmark command, CancellationToken ct = default)
    {
        var read = BenchmarkFile.Read(command.Csv);
        if (Refusal.All(DecideSource(command), read.Refusal) is { } refusal)
            return refusal;
        var before = (await db.Set<BenchmarkRow>().ToListAsync(ct)).ToDictionary(r =>
            (r.Area, r.Year, r.Quarter, r.BenefitGroup)
        );
        int added = 0,
            revised = 0;
        foreach (var line in read.Value)
        {
            if (before.TryGetValue((line.Area, line.Period.Year, line.Period.Quarter, line.Group), out var row))
            {
                if (row.Says(line)) continue;
                revised++;
            }
            else
            {
                db.Add(
                    row = new()
                    {
                        Id = Guid.NewGuid(),
                        Area = line.Area,
                        Year = line.Period.Year,
                        Quarter = line.Period.Quarter,
                        BenefitGroup = line.Group,
                    }
                );
                added++;
            }

            row.Take(line, command.Source.Trim(), clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
        return new BenchmarkImported(
            added,
            revised,
            read.Value.Count - added - revised,
            new Benchmark(read.Value).Check()
        );
    }

    private static Refusal? DecideSource(ImportBenchmark command) => command.Source.Trim().Length == 0
        ? new Refusal("benchmark.source", "Skriv, hvor tallene er hentet.", Field: nameof(command.Source)) : null;
}
