using System.CommandLine;
using System.Text;
using Virker.Committee;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>"reading check" and "reading export": what people have corrected in the browser, as tests of the
/// reader.</summary>
internal sealed class ReadingNoun : INoun
{
    public Command Build()
    {
        var municipality =
            new Option<string?>("--municipality") { Description = "Kommunens kortnavn, når der er flere" };
        var check = new Command("check",
            "Læs de papirer, nogen har rettet, igen, og sig, hvilke rettelser læseren nu læser af sig selv")
        {
            municipality,
        };
        check.SetAction((parsed, ct) =>
            Installation.InAsync(parsed.GetValue(municipality), (installation, chosen) =>
            CheckAsync(installation, chosen, ct)));
        var folder = new Argument<DirectoryInfo>("MAPPE") { Description =
            "Mappe, som papirerne og de rigtige svar skrives i" };
        var export = new Command("export",
            "Skriv hvert papir, nogen har set igennem, med det rigtige svar ved siden af") { folder, municipality };
        export.SetAction((parsed, ct) =>
            Installation.InAsync(parsed.GetValue(municipality), (installation, chosen) =>
            ExportAsync(installation, chosen, parsed.GetValue(folder)!, ct)));
        return new Command("reading", "Læsningerne i browseren og deres rettelser") { check, export };
    }

    private static async Task<int> CheckAsync(Installation installation, Municipality municipality,
        CancellationToken ct)
    {
        await using var scope = await installation.ScopeAsync(municipality, ct);
        var outcome = await scope.ServiceProvider.RunAsync(new CheckCorrections(), ct);
        if (outcome.IsRefused) return Installation.Refuse(outcome.Refusal);
        foreach (var line in outcome.Value.Readings.SelectMany(Lines)) Console.Error.WriteLine(line);
        Console.Error.WriteLine(outcome.Value.Readings.Count == 0 ? "Ingen har rettet en læsning endnu."
            : $"{outcome.Value.Met} af {outcome.Value.Met + outcome.Value.Missed} læses, som de skal.");
        return outcome.Value.Missed == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Lines(CheckedReading reading)
    {
        yield return reading.Problem is { } problem ? $"{reading.Name}: {problem}"
            : $"{reading.Name}: {reading.Met} læses rigtigt, {reading.Missed.Count} ikke";
        foreach (var missed in reading.Missed)
        {
            var before = missed.WasRight ? " (blev læst rigtigt før)" : "";
            yield return $"  {missed.Part}, {missed.Field}: "
                + $"skal være {Said(missed.Right)}, læses nu {Said(missed.ReadNow)}{before}";
        }
    }

    private static string Said(string? text) => text is null ? "tomt" : $"»{text.ReplaceLineEndings(" ")}«";

    private static async Task<int> ExportAsync(Installation installation, Municipality municipality,
        DirectoryInfo folder, CancellationToken ct)
    {
        await using var scope = await installation.ScopeAsync(municipality, ct);
        var outcome = await scope.ServiceProvider.RunAsync(new ExportCases(), ct);
        if (outcome.IsRefused) return Installation.Refuse(outcome.Refusal);
        folder.Create();
        foreach (var one in outcome.Value.Cases)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, one.FileName), one.Source, ct);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{one.Stem}.json"),
                Encoding.UTF8.GetBytes(one.Answer + "\n"), ct);
        }

        Console.Error.WriteLine(outcome.Value.Cases.Count == 0 ? "Ingen har set en læsning igennem endnu."
            : $"{outcome.Value.Cases.Count} papirer med deres rigtige svar er skrevet i {folder.Name}.");
        return 0;
    }
}
