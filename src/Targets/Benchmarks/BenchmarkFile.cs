using Virker.Kernel;

namespace Virker.Targets;

/// <summary>
/// The benchmark as a file:
/// <c>omraade;periode;ydelsesgruppe;forventet_antal;faktisk_antal;forskel_antal;forventet_pct;faktisk_pct;forskel_pctpoint;placering</c>.
/// The file says itself how its numbers are written: is there a comma in any of them, all are Danish (1.234 and 0,49);
/// else all are plain (1234 and 0.49), as the source publishes them. A number that is the other kind is refused with
/// its line. "-", ".." and nothing are lacking. One wrong row stops the whole file.
/// </summary>
internal static class BenchmarkFile
{
    public const string Header =
        "omraade;periode;ydelsesgruppe;forventet_antal;faktisk_antal;forskel_antal;forventet_pct;faktisk_pct;forskel_pctpoint;placering";

    private const int FirstNumber = 3;

    public static Outcome<IReadOnlyList<BenchmarkLine>> Read(string text)
    {
        var table = WrittenTable.WithHeader(text, Header);
        var isDanish = table.Rows.Any(r => r.Cells.Skip(FirstNumber).Any(c => c.Contains(',')));
        var faults = new List<WrittenFault>(table.Faults);
        var read = new Dictionary<(string, BenchmarkPeriod, string), BenchmarkLine>();
        foreach (var row in table.Rows)
        {
            var line = ReadLine(row, isDanish);
            if (line.IsRefused)
                faults.AddRange(line.Refusal.Every().Select(r => new WrittenFault(row.Line, r.Text)));
            else if (!read.TryAdd((line.Value.Area, line.Value.Period, line.Value.Group), line.Value))
                faults.Add(new(row.Line, "Rækken står der to gange."));
        }

        if (WrittenTable.Refused(faults, "benchmark.line", nameof(ImportBenchmark.Csv)) is { } refused)
            return refused;
        return read.Count == 0
            ? new Refusal("benchmark.empty", "Filen har ingen rækker.", Field: nameof(ImportBenchmark.Csv))
            : read.Values.ToList();
    }

    /// <summary>A number as the file writes them.</summary>
    internal static Outcome<decimal> Number(string text, bool isDanish) =>
        text is "" or "-" or "." or ".." or "..." ? new Refusal("number.missing", "Et tal mangler.")
        : isDanish ? WrittenNumber.Read(text)
        : WrittenNumber.Plain(text) is { } plain ? plain
        : new Refusal("number.unreadable", $"»{text}« er ikke et tal.");

    private static Outcome<int> Count(string text, bool isDanish, string column)
    {
        var number = Number(text, isDanish);
        if (number.IsRefused)
            return number.Refusal with { Text = $"{column}: {number.Refusal.Text}" };
        return number.Value == decimal.Truncate(number.Value) && Math.Abs(number.Value) < int.MaxValue
            ? (int)number.Value
            : new Refusal(
                "number.whole",
                $"{column}: »{text}« er ikke et helt antal. {(isDanish ? "" : "Filens tal har punktum som decimaltegn; er det tusinder, så skriv dem uden punktum.")}".TrimEnd()
            );
    }

    private static Outcome<BenchmarkLine> ReadLine(WrittenRow row, bool isDanish)
    {
        var names = Header.Split(WrittenTable.Between);
        Outcome<int>[] counts = [.. Enumerable.Range(FirstNumber, 3).Select(i => Count(row[i], isDanish, names[i]))];
        Outcome<decimal>[] shares =
        [
            .. Enumerable
                .Range(FirstNumber + 3, 3)
                .Select(i =>
                    Number(row[i], isDanish) is { IsRefused: true } wrong
                        ? wrong.Refusal with
                        {
                            Text = $"{names[i]}: {wrong.Refusal.Text}",
                        }
                        : Number(row[i], isDanish)
                ),
        ];
        var rank = Count(row[9], isDanish, names[9]);
        var refused = Refusal.All(
        [
            row[0].Length == 0 || row[2].Length == 0 ? Wrong("Område eller ydelsesgruppe mangler.") : null,
            BenchmarkPeriod.Read(row[1]) is null
                ? Wrong($"Perioden »{row[1]}« kan ikke læses (skal være som 2021QMAT04).")
                : null,
            .. counts.Select(c => c.Refusal),
            .. shares.Select(s => s.Refusal),
            rank.Refusal is { Code: not "number.missing" } other ? other : null,
        ]);
        return refused is not null
            ? refused
            : new BenchmarkLine(row[0], BenchmarkPeriod.Read(row[1])!.Value, row[2])
            {
                Expected = counts[0].Value,
                Actual = counts[1].Value,
                Difference = counts[2].Value,
                ExpectedShare = shares[0].Value,
                ActualShare = shares[1].Value,
                DifferenceShare = shares[2].Value,
                Rank = rank.IsRefused ? null : rank.Value,
            };
    }

    private static Refusal Wrong(string what) => new("benchmark.line", what);
}
