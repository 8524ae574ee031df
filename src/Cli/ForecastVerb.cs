using System.CommandLine;
using System.Diagnostics;
using Virker.Insight;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Cli;

/// <summary>
/// "insight forecast": the plan's figures carried on, or the methods' scores in the M4 competition beside the published
/// ones.
/// </summary>
internal static class ForecastVerb
{
    public static Command Build()
    {
        var m4 = new Option<DirectoryInfo?>("--m4")
        {
            Description = "Mappen med M4-konkurrencens filer (Weekly-train.csv, Weekly-test.csv …)",
        };
        var municipality = new Option<string?>("--municipality")
        {
            Description = "Kommunens kortnavn, når der er flere",
        };
        var verb = new Command("forecast", "Fremskriv planens mål, eller prøv metoderne på M4-konkurrencen")
        {
            m4,
            municipality,
        };
        verb.SetAction(
            (parsed, ct) =>
                parsed.GetValue(m4) is { } folder
                    ? Task.FromResult(Score(folder))
                    : Installation.InAsync(
                        parsed.GetValue(municipality),
                        (installation, chosen) => OutlookAsync(installation, chosen, ct)
                    )
        );
        return verb;
    }

    private static int Score(DirectoryInfo folder)
    {
        if (!folder.Exists)
            return Installation.Refuse(new("m4.folder", $"Mappen {folder.FullName} findes ikke."));
        var found = Competition
            .Frequencies.Where(f =>
                File.Exists(Path.Combine(folder.FullName, $"{f.Name}-train.csv"))
                && File.Exists(Path.Combine(folder.FullName, $"{f.Name}-test.csv"))
            )
            .ToList();
        if (found.Count == 0)
            return Installation.Refuse(
                new("m4.files", "Mappen har ingen af konkurrencens filer (Weekly-train.csv, Weekly-test.csv …).")
            );
        foreach (var (name, season) in found)
        {
            using var history = Opened(folder, $"{name}-train.csv");
            using var outcome = Opened(folder, $"{name}-test.csv");
            var started = Stopwatch.GetTimestamp();
            var competition = Competition.Read(name, season, history, outcome);
            var scores = competition.Score();
            Console.Out.WriteLine(
                $"{name}, {competition.Count} serier, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"
            );
            Console.Out.WriteLine($"  {"", -8}{"sMAPE", 9}{"offentl.", 10}{"MASE", 9}{"offentl.", 10}{"OWA", 8}");
            foreach (var s in scores)
                Console.Out.WriteLine(
                    $"  {s.Method.Id, -8}{s.Symmetric, 9:0.000}{s.Published?.Symmetric, 10:0.000}{s.Scaled, 9:0.000}{s.Published?.Scaled, 10:0.000}{s.Overall, 8:0.000}"
                );
        }

        return 0;
    }

    /// <summary>The competition's files are plain ASCII, and too long to be held as bytes and text at once.</summary>
    private static StreamReader Opened(DirectoryInfo folder, string file) => new(Path.Combine(folder.FullName, file));

    private static async Task<int> OutlookAsync(Installation installation, Municipality chosen, CancellationToken ct)
    {
        await using var scope = await installation.ScopeAsync(chosen, ct);
        var started = Stopwatch.GetTimestamp();
        var outlook = await scope.ServiceProvider.RunAsync(new SeeOutlook(), ct);
        if (outlook.IsRefused) return Installation.Refuse(outlook.Refusal);
        var first = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        await scope.ServiceProvider.RunAsync(new SeeOutlook(), ct);
        foreach (var measure in outlook.Value.Themes.SelectMany(t => t.Measures))
        {
            Console.Out.WriteLine(measure.Name);
            Console.Out.WriteLine($"  {measure.Finding.Words}");
            if (measure.Finding.Verdict.IsDecided) continue;
            if (measure.Outlook is not { } ahead)
            {
                Console.Out.WriteLine(
                    $"  Kan ikke fremskrives: {measure.Finding.Missing.FirstOrDefault() ?? "tallet er ikke kendt for 24 måneder i træk, før der skal prøves."}"
                );
                continue;
            }

            foreach (var line in new[] { ahead.Words, ahead.Method, ahead.PastError, ahead.Coverage, ahead.Needed })
                Console.Out.WriteLine(line is null ? null : $"  {line}");
        }

        Console.Error.WriteLine(
            $"Regnet på {first.TotalMilliseconds:0} ms; vist igen på {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms."
        );
        return 0;
    }
}
