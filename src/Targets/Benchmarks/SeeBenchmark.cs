using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Where a municipality stands in the ministry's benchmark; without a name the current one, without a period the
/// newest, without a group all benefits.
/// </summary>
public sealed record SeeBenchmark(string? Area = null, string? Period = null, string? Group = null)
    : IQuery<BenchmarkShown>;

/// <summary>
/// <see cref="Standing"/> is null where the municipality is not among them; then one is to be chosen.
/// </summary>
public sealed record BenchmarkShown(
    IReadOnlyList<string> Areas,
    IReadOnlyList<BenchmarkPeriod> Periods,
    IReadOnlyList<string> Groups,
    string Area,
    BenchmarkPeriod Period,
    string Group,
    BenchmarkStanding? Standing
)
{
    public required string Source { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public required BenchmarkCheck Check { get; init; }

    /// <summary>What was asked for and is not there, a sentence for each.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

[Requires("targets.plan.see")]
internal sealed class SeeBenchmarkHandler(VirkerContext db, CurrentMunicipality municipality, BenchmarkMemory memory)
    : IUseCase<SeeBenchmark, BenchmarkShown>
{
    internal static readonly Refusal NotLoaded = Refusal.NotFound(
        "benchmark.not-found",
        "Ministeriets benchmark er ikke indlæst."
    );

    public async Task<Outcome<BenchmarkShown>> RunAsync(SeeBenchmark query, CancellationToken ct = default)
    {
        return await memory.ReadAsync(municipality.Value, db, ct) is { } kept
            ? Decide(query, kept, OwnName(municipality.Value.Name))
            : NotLoaded;
    }

    internal static BenchmarkShown Decide(SeeBenchmark query, BenchmarkMemory.Kept kept, string own)
    {
        var benchmark = kept.Benchmark;
        var area = query.Area ?? own;
        var period =
            BenchmarkPeriod.Read(query.Period ?? "") is { } asked && benchmark.Periods.Contains(asked)
                ? asked
                : benchmark.Periods[^1];
        var group = query.Group is { } wanted && benchmark.Groups.Contains(wanted) ? wanted : benchmark.Groups[0];
        return new(benchmark.Areas, benchmark.Periods, benchmark.Groups, area, period, group, benchmark.Of(area,
            period, group))
        {
            Source = kept.Source, LoadedAt = kept.LoadedAt, Check = kept.Check,
            Unknown =
            [
                .. !string.IsNullOrEmpty(query.Period) && BenchmarkPeriod.Read(query.Period) != period
                    ? [$"Perioden »{query.Period}« er ikke i benchmarket. Siden viser {period}."]
                    : Array.Empty<string>(),
                .. !string.IsNullOrEmpty(query.Group) && query.Group != group
                    ? [$"Ydelserne »{query.Group}« er ikke i benchmarket. Siden viser {group}."]
                    : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>"Slagelse Kommune" is "Slagelse" in the table.</summary>
    private static string OwnName(string name) =>
        name.EndsWith(" Kommune", StringComparison.OrdinalIgnoreCase) ? name[..^" Kommune".Length] : name;
}
