using Virker.Platform;
using System.CommandLine;
using Virker.Targets;

namespace Virker.Cli;

/// <summary>
/// "insight country": fetches the country's figures from jobindsats with the municipality's own key, and with
/// --population the population from StatBank, which asks for none.
/// </summary>
internal static class CountryVerb
{
    public static Command Build()
    {
        var municipality = new Option<string?>("--municipality")
        {
            Description = "Kommunens kortnavn, når der er flere",
        };
        var months = new Option<int>("--months")
        {
            Description = "Hvor mange måneder der hentes igen",
            DefaultValueFactory = _ => FetchCountry.RevisionWindow,
        };
        var population = new Option<bool>("--population")
        {
            Description = "Hent i stedet befolkningen fra Statistikbanken (kræver ingen nøgle)",
        };
        var verb = new Command("country", "Hent landets tal fra jobindsats eller befolkningen fra Statistikbanken")
        {
            municipality,
            months,
            population,
        };
        verb.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(municipality),
                    async (installation, chosen) =>
                    {
                        await using var scope = await installation.ScopeAsync(chosen, ct);
                        if (parsed.GetValue(population))
                        {
                            var counted = await scope.ServiceProvider.RunAsync(new FetchPopulation(), ct);
                            return counted.IsRefused
                                ? Installation.Refuse(counted.Refusal)
                                : Say(
                                    counted.Value.Problem,
                                    counted.Value.Added,
                                    counted.Value.Revised,
                                    counted.Value.Unchanged,
                                    []
                                );
                        }

                        var fetched = await scope.ServiceProvider.RunAsync(
                            new FetchCountry(parsed.GetValue(months)),
                            ct
                        );
                        return fetched.IsRefused
                            ? Installation.Refuse(fetched.Refusal)
                            : Say(
                                fetched.Value.Problem,
                                fetched.Value.Added,
                                fetched.Value.Revised,
                                fetched.Value.Unchanged,
                                fetched.Value.Missing
                            );
                    }
                )
        );
        return verb;
    }

    private static int Say(string? problem, int added, int revised, int unchanged, IReadOnlyList<string> missing)
    {
        foreach (var one in missing) Console.Error.WriteLine(one);
        if (problem is not null)
        {
            Console.Error.WriteLine(problem);
            return 1;
        }

        Console.Out.WriteLine($"{added} nye tal, {revised} rettede, {unchanged} uændrede.");
        return 0;
    }
}
