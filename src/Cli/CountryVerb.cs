using System.CommandLine;
using Virker.Targets;

namespace Virker.Cli;

/// <summary>"insight country": fetches the country's figures from jobindsats with the municipality's own key.</summary>
internal static class CountryVerb
{
    public static Command Build()
    {
        var municipality = new Option<string?>("--municipality") { Description = "Kommunens kortnavn, når der er flere" };
        var months = new Option<int>("--months") { Description = "Hvor mange måneder der hentes igen", DefaultValueFactory = _ => FetchCountry.RevisionWindow };
        var verb = new Command("country", "Hent landets tal fra jobindsats") { municipality, months };
        verb.SetAction((parsed, ct) => Installation.InAsync(parsed.GetValue(municipality), async (installation, chosen) =>
        {
            await using var scope = await installation.ScopeAsync(chosen, ct);
            var fetched = await Installation.RunAsync<FetchCountry, CountryFetched>(scope, new(parsed.GetValue(months)), ct);
            if (fetched.IsRefused) return Installation.Refuse(fetched.Refusal);
            Console.Out.WriteLine($"{fetched.Value.Added} nye tal, {fetched.Value.Revised} rettede, {fetched.Value.Unchanged} uændrede.");
            foreach (var missing in fetched.Value.Missing) Console.Error.WriteLine(missing);
            return 0;
        }));
        return verb;
    }
}
