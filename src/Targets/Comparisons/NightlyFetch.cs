using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Fetches the official figures each night from the sources that are switched on. One that gave nothing is tried again
/// by the job runner until it does.
/// </summary>
internal sealed class NightlyFetch(
    IUseCase<FetchCountry, CountryFetched> country,
    IUseCase<FetchPopulation, PopulationFetched> population,
    ConnectorKeys keys,
    IConnectors connectors
) : IJob
{
    public string Name => "targets.nightly-fetch";

    public string Title => "Landets tal hentes";

    public JobPlan Plan => JobPlan.Daily(new(4, 20));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var problems = new List<string?>();
        if (await IsOnAsync(Connector.Jobindsats, ct) && await keys.JobindsatsAsync(ct) is not null)
            problems.Add(
                await country.RunAsync(new(), ct) is var fetched && fetched.IsRefused
                    ? fetched.Refusal.Text
                    : fetched.Value.Problem
            );
        if (await IsOnAsync(Connector.StatBank, ct))
            problems.Add(
                await population.RunAsync(new(), ct) is var counted && counted.IsRefused
                    ? counted.Refusal.Text
                    : counted.Value.Problem
            );
        return problems.FirstOrDefault(p => p is not null) is { } problem
            ? new Refusal("fetch.failed", problem)
            : Done.It;
    }

    private async Task<bool> IsOnAsync(Connector connector, CancellationToken ct) =>
        !(await connectors.PermitAsync(connector, ct)).IsRefused;
}
