using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>Fetches the official figures each night. One that gave nothing is tried again by the job runner until it does. A fictive municipality asks nobody unless it has been given a key.</summary>
internal sealed class NightlyFetch(IUseCase<FetchCountry, CountryFetched> country, IUseCase<FetchPopulation, PopulationFetched> population, ConnectorKeys keys, CurrentMunicipality municipality) : IJob
{
    public string Name => "targets.nightly-fetch";

    public JobPlan Plan => JobPlan.Daily(new(4, 20));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var hasKey = await keys.JobindsatsAsync(ct) is not null;
        if (municipality.Value.IsFictive && !hasKey) return Done.It;
        var problems = new List<string?>();
        if (hasKey) problems.Add(await country.RunAsync(new(), ct) is var fetched && fetched.IsRefused ? fetched.Refusal.Text : fetched.Value.Problem);
        problems.Add(await population.RunAsync(new(), ct) is var counted && counted.IsRefused ? counted.Refusal.Text : counted.Value.Problem);
        return problems.FirstOrDefault(p => p is not null) is { } problem ? new Refusal("fetch.failed", problem) : Done.It;
    }
}
