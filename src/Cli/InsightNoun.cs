using System.CommandLine;
using System.Diagnostics;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Cli;

/// <summary>"insight": the declared key figures of a municipality, and questions to a whole register.</summary>
internal sealed class InsightNoun : INoun
{
    public Command Build() =>
        new("insight", "Nøgletal")
        {
            Figures(),
            RegisterQuery.Build(),
            RegisterExchange.BuildImport(),
            RegisterExchange.BuildExport(),
            ForecastVerb.Build(),
            BenchmarkVerb.Build(),
            CountryVerb.Build(),
        };

    /// <summary>The newest value of every declared key figure, and how long it took to have them.</summary>
    private static Command Figures()
    {
        var municipality = new Option<string?>("--municipality")
        {
            Description = "Kommunens kortnavn, når der er flere",
        };
        var figures = new Command("figures", "Vis det nyeste tal for hvert nøgletal") { municipality };
        figures.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(municipality),
                    async (installation, chosen) =>
                    {
                        await using var scope = await installation.ScopeAsync(chosen, ct);
                        var started = Stopwatch.GetTimestamp();
                        var first = await scope.ServiceProvider.RunAsync(new SeeKeyFigures(), ct);
                        var loaded = Stopwatch.GetElapsedTime(started);
                        if (first.IsRefused)
                            return Installation.Refuse(first.Refusal);
                        started = Stopwatch.GetTimestamp();
                        await scope.ServiceProvider.RunAsync(new SeeKeyFigures(), ct);
                        foreach (var line in first.Value.Lines)
                            Console.Out.WriteLine(
                                $"{line.Id, -50}{(line.Value is { } value ? $"{Danish.Number(value, line.Decimals), 12} {line.Unit}, {line.Period}" : $"{"–", 12} {line.Why}")}"
                            );
                        Console.Error.WriteLine(
                            $"Registeret dækker til og med {Danish.Date(first.Value.DataDate)}. Indlæst og regnet på {loaded.TotalMilliseconds:0} ms; regnet igen på {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms."
                        );
                        return 0;
                    }
                )
        );
        return figures;
    }
}
