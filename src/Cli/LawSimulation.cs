using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Economy;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Cli;

/// <summary>
/// "law simulate": what if a parameter had another value, or another day's law held. Over a municipality's register,
/// group by group; or, with a file of questions as "law evaluate" takes, question by question.
/// </summary>
internal sealed class LawSimulation
{
    private readonly Argument<FileInfo?> _file = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description =
            "Spørgsmål som til evaluate: hvert svares før og efter ændringen. Uden fil spørges der til hele kommunens register",
    };
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Antag en værdi: parameter=værdi, for eksempel refund.percentage.weeks-1-4=60. Kan gentages",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> _rule = new("--rule")
    {
        Description = "Reglen, der spørges til, når ingen parameter er ændret",
    };
    private readonly Option<DateOnly?> _on = new("--on")
    {
        Description = "Svar efter den dags lov (åååå-mm-dd) i stedet for hver hændelses egen dag",
        CustomParser = Day,
    };
    private readonly Option<DateOnly?> _against = new("--against")
    {
        Description = "Sammenlign med den dags lov i stedet for hver hændelses egen dag",
        CustomParser = Day,
    };
    private readonly Option<DateOnly?> _from = new("--from")
    {
        Description = "Første dag i registeret, der ses på (ellers de seneste tolv måneder)",
        CustomParser = Day,
    };
    private readonly Option<DateOnly?> _to = new("--to")
    {
        Description = "Sidste dag i registeret, der ses på",
        CustomParser = Day,
    };
    private readonly Option<decimal?> _conversation = new("--conversation-price")
    {
        Description = "Hvad en samtale koster kommunen, kr.",
        CustomParser = Kroner,
    };
    private readonly Option<decimal?> _wage = new("--hourly-wage")
    {
        Description = "Timeløn at regne lønnede timer med, kr.",
        CustomParser = Kroner,
    };
    private readonly Option<string?> _municipality = new("--municipality")
    {
        Description = "Kommunens kortnavn, når der er flere",
    };
    private readonly Option<bool> _json = new("--json") { Description = "Skriv svaret som JSON i stedet for en tabel" };

    public static Command Build()
    {
        var own = new LawSimulation();
        var command = new Command(
            "simulate",
            "Hvad nu hvis: en ændret sats eller en anden dags lov, for enkelte spørgsmål eller hele kommunens register"
        )
        {
            own._file,
            own._set,
            own._rule,
            own._on,
            own._against,
            own._from,
            own._to,
            own._conversation,
            own._wage,
            own._municipality,
            own._json,
        };
        command.SetAction((parsed, ct) => own.RunAsync(parsed, ct));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var set = Assumed(parsed.GetValue(_set) ?? []);
        if (set.IsRefused) return Installation.Refuse(set.Refusal);
        var asked = new WhatIf(parsed.GetValue(_rule), set.Value, parsed.GetValue(_on))
        {
            Against = parsed.GetValue(_against), From = parsed.GetValue(_from), To = parsed.GetValue(_to),
            ConversationPrice = parsed.GetValue(_conversation), HourlyWage = parsed.GetValue(_wage),
        };
        return parsed.GetValue(_file) is { } file
            ? Questions(file, asked)
            : await Installation.InAsync(
                parsed.GetValue(_municipality),
                async (installation, chosen) =>
                {
                    await using var scope = await installation.ScopeAsync(chosen, ct);
                    var started = Stopwatch.GetTimestamp();
                    var simulated = await scope.ServiceProvider.RunAsync(new SimulateLaw(asked), ct);
                    if (simulated.IsRefused)
                        return Installation.Refuse(simulated.Refusal);
                    if (parsed.GetValue(_json))
                        Console.Out.WriteLine(LawSimulationText.Json(simulated.Value).ToJsonString(LawNoun.Readable));
                    else
                        LawSimulationText.Write(simulated.Value, Console.Out);
                    Console.Error.WriteLine(
                        $"Læst og regnet på {Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("0.0", Danish.Culture)} s."
                    );
                    return simulated.Value.Answer is null ? 1 : 0;
                }
            );
    }

    private static int Questions(FileInfo file, WhatIf asked)
    {
        var unknown = asked.Set.Keys.FirstOrDefault(name => Lawbook.Current.All.All(p => p.Name != name));
        if (unknown is not null)
            return Installation.Refuse(
                new("simulation.unknown-parameter", $"Der er ingen parameter, der hedder {unknown}.")
            );
        var changed = new RuleBook(
            asked.Set.Aggregate(Lawbook.Current, (law, s) => law.With(law[s.Key].Assumed(s.Value)))
        );
        return LawNoun
            .Questions(file)
            .Match(
                questions =>
                {
                    Console.Out.WriteLine(
                        new JsonArray([
                            .. questions.EnumerateArray().Select(q => Compared(q, changed, asked)),
                        ]).ToJsonString(LawNoun.Readable)
                    );
                    return 0;
                },
                Installation.Refuse
            );
    }

    private static JsonNode Compared(JsonElement question, RuleBook changed, WhatIf asked)
    {
        var (before, after) = (
            LawNoun.Answer(question, RuleBook.Current, asked.Against),
            LawNoun.Answer(question, changed, asked.On)
        );
        return new JsonObject
        {
            ["id"] = before["id"]?.DeepClone(),
            ["changed"] =
                !JsonNode.DeepEquals(before["answer"], after["answer"])
                || !JsonNode.DeepEquals(before["refused"]?["code"], after["refused"]?["code"]),
            ["before"] = before,
            ["after"] = after,
        };
    }

    private static Outcome<IReadOnlyDictionary<string, decimal>> Assumed(IEnumerable<string> given)
    {
        var set = new Dictionary<string, decimal>();
        foreach (var one in given)
        {
            var at = one.IndexOf('=');
            if (at < 1)
                return new Refusal("simulation.set", $"»{one}« skal være parameter=værdi, med komma som decimaltegn.");
            var value = WrittenNumber.Read(one[(at + 1)..]);
            if (value.IsRefused) return new Refusal("simulation.set", $"{one[..at]}: {value.Refusal.Text}");
            set[one[..at].Trim()] = value.Value;
        }

        return set;
    }

    private static DateOnly? Day(System.CommandLine.Parsing.ArgumentResult argument)
    {
        var read = WrittenDate.Read(argument.Tokens[0].Value, Installation.Today, DateWindow.Law);
        if (!read.IsRefused) return read.Value;
        argument.AddError(read.Refusal.Text);
        return null;
    }

    private static decimal? Kroner(System.CommandLine.Parsing.ArgumentResult argument)
    {
        var read = WrittenNumber.Read(argument.Tokens[0].Value);
        if (!read.IsRefused) return read.Value;
        argument.AddError(read.Refusal.Text);
        return null;
    }
}
