using System.CommandLine;
using System.Text.Json;
using Virker.Demo;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>"demo create|check": the fictive municipality, and how near it lies to the documents.</summary>
internal sealed class DemoNoun : INoun
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public Command Build() => new("demo", "Den fiktive kommune") { Create(), Check() };

    private static Command Create()
    {
        var inhabitants = new Option<int>("--inhabitants")
        {
            Description = "Indbyggere ved registrets slutning",
            DefaultValueFactory = _ => 80_000,
        };
        var years = new Option<int>("--years")
        {
            Description = "År, registret går tilbage",
            DefaultValueFactory = _ => 10,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Samme tal giver samme kommune",
            DefaultValueFactory = _ => 1,
        };
        var until = new Option<string>("--until")
        {
            Description = "Registrets dato (åååå-mm-dd)",
            DefaultValueFactory = _ => new DemoPlan().Until.ToString("yyyy-MM-dd"),
        };
        var postgres = new Option<string?>("--postgres")
        {
            Description = "Forbindelse til en PostgreSQL-database i stedet for SQLite",
        };
        var replace = new Option<bool>("--replace") { Description = "Erstat den fiktive kommune, der er der" };
        var create = new Command("create", "Opret den fiktive kommune")
        {
            inhabitants,
            years,
            seed,
            until,
            postgres,
            replace,
        };
        create.SetAction(
            async (parsed, ct) =>
            {
                var last = WrittenDate.Read(parsed.GetValue(until), Installation.Today, DateWindow.Search);
                if (last.IsRefused)
                    return Off($"--until: {last.Refusal.Text}");
                var plan = new DemoPlan(parsed.GetValue(inhabitants), parsed.GetValue(years), parsed.GetValue(seed))
                {
                    Until = last.Value,
                };
                if (plan.Problem is { } problem)
                    return Off(problem);
                return await CreateAsync(
                    plan,
                    parsed.GetValue(postgres) is { } connection ? DatabaseAddress.Postgres(connection) : null,
                    parsed.GetValue(replace),
                    ct
                );
            }
        );
        return create;
    }

    private static async Task<int> CreateAsync(
        DemoPlan plan,
        DatabaseAddress? database,
        bool replace,
        CancellationToken ct
    )
    {
        await using var installation = new Installation();
        try
        {
            var created = await new DemoMunicipality(installation.Services).CreateAsync(
                plan,
                database,
                replace,
                Console.Error.WriteLine,
                ct
            );
            if (created.IsRefused)
                return Installation.Refuse(created.Refusal);
            var made = created.Value;
            Console.Error.WriteLine(
                string.Create(
                    Danish.Culture,
                    $"{made.Municipality.Name}: {made.Citizens:N0} borgere gennem tiden, {made.Spells:N0} ydelsesforløb, registrets dato {Danish.Date(plan.Until)}, på {made.Took.TotalSeconds:N1} s."
                )
            );
            return 0;
        }
        catch (Exception problem) when (problem is SchemaException or CatalogueException)
        {
            return Installation.Refuse(new("installation", problem.Message));
        }
    }

    private static Command Check()
    {
        var municipality = new Option<string?>("--municipality")
        {
            Description = "Kommunens kortnavn, når der er flere",
        };
        var json = new Option<bool>("--json") { Description = "Svar som JSON" };
        var check = new Command(
            "check",
            "Sammenlign registret med de tal, som dokumenterne skriver; er kommunen mindre end den trykte, siges det, hvor tallene er for små til at ramme inden for 10 %"
        )
        {
            municipality,
            json,
        };
        check.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(municipality),
                    async (_, chosen) =>
                    {
                        var facts = await DemoCheck.RunAsync(chosen.Database, ct);
                        if (parsed.GetValue(json))
                            Console.Out.WriteLine(JsonSerializer.Serialize(facts, Json));
                        else
                            Print(facts);
                        return facts.Any(f => f.Verdict == FactVerdict.Outside) ? 1 : 0;
                    }
                )
        );
        return check;
    }

    private static void Print(IReadOnlyList<CheckedFact> facts)
    {
        foreach (var source in facts.GroupBy(f => f.Source))
        {
            Console.Out.WriteLine($"\n{source.Key}\n{"", -86}{"Trykt", 10}{"Register", 12}{"Afvigelse", 12}");
            foreach (var fact in source)
            {
                var verdict = fact.Verdict switch
                {
                    FactVerdict.Ok => "OK",
                    FactVerdict.Few => "OK (få)",
                    FactVerdict.Outside => "UDENFOR",
                    _ => "dækkes ikke",
                };
                Console.Out.WriteLine(
                    string.Create(
                        Danish.Culture,
                        $"{fact.Text, -86}{fact.Expected, 10:N1}{fact.Register, 12:N1}{fact.Difference, 10:N1} %  {verdict}"
                    )
                );
            }
        }

        int Of(FactVerdict verdict) => facts.Count(f => f.Verdict == verdict);
        Console.Out.WriteLine($"\n{Of(FactVerdict.Ok)} af {facts.Count} inden for {DemoCheck.Allowed} %.");
        if (Of(FactVerdict.Few) > 0)
            Console.Out.WriteLine(
                $"{Of(FactVerdict.Few)} er længere fra, men handler om så få, at afrunding og tilfældet gør det i en kommune af en anden størrelse end den trykte: højst {DemoCheck.Rounding} personer, eller for andele højst {DemoCheck.Deviations} standardafvigelser."
            );
        if (Of(FactVerdict.Outside) > 0)
            Console.Out.WriteLine($"{Of(FactVerdict.Outside)} er udenfor.");
        if (Of(FactVerdict.NotCovered) > 0)
            Console.Out.WriteLine(
                $"{Of(FactVerdict.NotCovered)} handler om tid, som registeret ikke dækker (demo create --years)."
            );
    }

    private static int Off(string problem)
    {
        Console.Error.WriteLine(problem);
        return 2;
    }
}
