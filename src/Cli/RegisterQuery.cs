using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Virker.Insight;
using Virker.Kernel;

namespace Virker.Cli;

/// <summary>
/// "insight query": a declared question to a register of spells, answered from columns in memory, with how long it
/// took.
/// </summary>
internal static class RegisterQuery
{
    public static Command Build()
    {
        var register = new Option<DirectoryInfo>("--register")
        {
            Description = "Mappen med spells.csv",
            Required = true,
        };
        var name = new Option<string>("--query")
        {
            Description = string.Join(", ", RegisterQuestions.All.Select(q => $"{q.Id}: {q.Name}")),
            Required = true,
        };
        var runs = new Option<int>("--runs")
        {
            Description = "Antal målte kørsler efter én, der ikke måles",
            DefaultValueFactory = _ => 3,
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Antal tråde; ellers så mange, som maskinen har",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var query = new Command("query", "Stil et spørgsmål til et register af ydelsesforløb")
        {
            register,
            name,
            runs,
            threads,
        };
        query.SetAction(parsed =>
            Ask(parsed.GetValue(register)!, parsed.GetValue(name)!, parsed.GetValue(runs), parsed.GetValue(threads))
        );
        return query;
    }

    private static int Ask(DirectoryInfo register, string name, int runs, int threads)
    {
        if (RegisterQuestions.Find(name) is not { } question)
            return Unusable(
                $"Spørgsmålet {name} findes ikke. Der er: {string.Join(", ", RegisterQuestions.All.Select(q => q.Id))}."
            );
        if (runs < 1 || threads < 1)
            return Unusable("--runs og --threads skal være mindst 1.");
        FactTable table;
        var started = Stopwatch.GetTimestamp();
        try
        {
            table = new RegisterFolder(register).Load(Console.Error.WriteLine);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FactException)
        {
            return Unusable(problem.Message);
        }

        var loaded = Stopwatch.GetElapsedTime(started);
        var store = new FactStore(RegisterQuestions.DataDate, "register", [table]);
        var answer = question.Ask(store, threads);
        var times = new JsonArray();
        for (var run = 0; run < runs; run++)
        {
            started = Stopwatch.GetTimestamp();
            answer = question.Ask(store, threads);
            times.Add(Milliseconds(Stopwatch.GetElapsedTime(started)));
        }

        Console.Out.WriteLine(
            new JsonObject
            {
                ["rows"] = answer.Rows,
                ["sum"] = answer.Sum,
                ["check"] = answer.Check,
                ["load_ms"] = Milliseconds(loaded),
                ["runs_ms"] = times,
            }.ToJsonString()
        );
        Console.Error.WriteLine(
            string.Create(
                Danish.Culture,
                $"{table.Count:N0} forløb; højeste hukommelsesforbrug {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000:N0} MB."
            )
        );
        return 0;
    }

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);

    private static int Unusable(string problem)
    {
        Console.Error.WriteLine(problem);
        return 1;
    }
}
