using System.CommandLine;
using Virker.Platform;
using Virker.Targets;
using Virker.Kernel;

namespace Virker.Cli;

/// <summary>
/// "insight benchmark FIL": recomputes the ministry's benchmark and says where a municipality stands.
/// </summary>
internal static class BenchmarkVerb
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("FIL") { Description = "Benchmarkets rækker (jobindsats Y30R21 som CSV)" };
        var area = new Option<string>("--kommune")
        {
            Description = "Hvilken kommune",
            DefaultValueFactory = _ => "Slagelse",
        };
        var period = new Option<string?>("--periode") { Description = "For eksempel 2021QMAT04; ellers den nyeste" };
        var rank = new Option<int>("--placering")
        {
            Description = "Sig også, hvad denne placering kræver",
            DefaultValueFactory = _ => 49,
        };
        var verb = new Command("benchmark", "Regn ministeriets benchmark efter, og vis, hvor en kommune står")
        {
            file,
            area,
            period,
            rank,
        };
        verb.SetAction(
            (parsed, ct) =>
                ShowAsync(
                    parsed.GetValue(file)!,
                    parsed.GetValue(area)!,
                    parsed.GetValue(period),
                    parsed.GetValue(rank),
                    ct
                )
        );
        return verb;
    }

    private static async Task<int> ShowAsync(FileInfo file, string area, string? period, int rank, CancellationToken ct)
    {
        if (!file.Exists) return Installation.Refuse(new("file.missing", $"Filen {file.Name} findes ikke."));
        var text = WrittenBytes.Text(await File.ReadAllBytesAsync(file.FullName, ct));
        var read = text.IsRefused ? text.Refusal : BenchmarkReport.Read(text.Value, area, period);
        if (read.IsRefused) return Installation.Refuse(read.Refusal);
        foreach (var line in CheckLines(read.Value.Check)) Console.Out.WriteLine(line);
        foreach (var standing in read.Value.Standings) Write(standing, rank);
        return 0;
    }

    private static IEnumerable<string> CheckLines(BenchmarkCheck check) =>
        [
            $"Forskel i antal (faktisk minus forventet): {check.Differences} af {check.Rows} rækker",
            $"Forskel i procentpoint:                    {check.ShareDifferences} af {check.Rows} rækker",
            $"Placering følger forskellen, ingen deles:  {check.OrderedLists} af {check.Lists} lister; {check.Ranks} af {check.Rows} placeringer (lige store forskelle står efter navn i {check.AlphabeticalLists} lister, ellers efter decimaler, der ikke er offentliggjort)",
            $"I alt er summen af de tre grupper:         antal inden for 10 i {check.SumsWithin10} af {check.Sums}, andel inden for 0,01 i {check.SharesWithinAHundredth} af {check.Sums}",
        ];

    private static void Write(BenchmarkStanding standing, int rank)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine(standing.Own.Group);
        foreach (var sentence in standing.Sentences())
            Console.Out.WriteLine($"  {sentence}");
        Console.Out.WriteLine(
            $"  Udvikling: {string.Join(" · ", standing.Trend.Select(t => $"{t.Period.Code} nr. {t.Rank} ({Signed(t.DifferenceShare)})"))}"
        );
        Console.Out.WriteLine(
            $"  Samme rammevilkår: {string.Join(", ", standing.Comparable.Select(c => $"{c.Area} (forventet {Danish.Number(c.ExpectedShare, 2)}, nr. {c.Rank})"))}"
        );
        if (standing.FewerFor(rank) is > 0 and var fewer)
            Console.Out.WriteLine(
                $"  Nr. {rank} ville kræve {Danish.Number((decimal)fewer)} færre fuldtidspersoner, når de andre står stille."
            );
    }

    private static string Signed(decimal value) => $"{(value > 0 ? "+" : "")}{Danish.Number(value, 2)}";
}
