using System.Globalization;
using Virker.Kernel;

namespace Virker.Targets;

/// <summary>
/// The benchmark as a file: <c>omraade;periode;ydelsesgruppe;forventet_antal;faktisk_antal;forskel_antal;forventet_pct;faktisk_pct;forskel_pctpoint;placering</c>. Numbers may be written in
/// Danish (1.234 and 0,49) or plainly (1234 and 0.49); "-", ".." and nothing are lacking. One wrong row stops the whole file.
/// </summary>
internal static class BenchmarkFile
{
    public const string Header = "omraade;periode;ydelsesgruppe;forventet_antal;faktisk_antal;forskel_antal;forventet_pct;faktisk_pct;forskel_pctpoint;placering";

    public static Outcome<IReadOnlyList<BenchmarkLine>> Read(string text)
    {
        var lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        if (!string.Equals(lines[0].Trim(), Header, StringComparison.OrdinalIgnoreCase)) return new Refusal("benchmark.header", $"Filens første linje skal være »{Header}«.", Field: "Csv");
        var read = new Dictionary<(string, BenchmarkPeriod, string), BenchmarkLine>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            var line = ReadLine(i + 1, lines[i].Split(';'));
            if (line.IsRefused) return line.Refusal;
            if (line.Value is { } row && !read.TryAdd((row.Area, row.Period, row.Group), row)) return Wrong(i + 1, "står der to gange");
        }

        return read.Count == 0 ? new Refusal("benchmark.empty", "Filen har ingen rækker.", Field: "Csv") : read.Values.ToList();
    }

    /// <summary>A whole number in Danish or plain writing: dots part thousands.</summary>
    internal static int? Count(string text) =>
        int.TryParse(text.Trim().Replace(".", "", StringComparison.Ordinal).Replace('\u2212', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A share: a comma is the decimal sign wherever there is one, else a dot is.</summary>
    internal static decimal? Share(string text)
    {
        var plain = text.Trim().Replace('\u2212', '-');
        if (plain.Contains(',')) plain = plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static Outcome<BenchmarkLine> ReadLine(int number, string[] cells)
    {
        if (cells.Length != 10) return Wrong(number, "skal have ti felter");
        var (area, group) = (cells[0].Trim(), cells[2].Trim());
        if (area.Length == 0 || group.Length == 0) return Wrong(number, "mangler område eller ydelsesgruppe");
        if (BenchmarkPeriod.Read(cells[1].Trim()) is not { } period) return Wrong(number, $"har en periode, der ikke kan læses: »{cells[1].Trim()}« (skal være som 2021QMAT04)");
        if (Count(cells[3]) is not { } expected || Count(cells[4]) is not { } actual || Count(cells[5]) is not { } difference) return Wrong(number, "har et antal, der ikke kan læses");
        if (Share(cells[6]) is not { } expectedShare || Share(cells[7]) is not { } actualShare || Share(cells[8]) is not { } differenceShare) return Wrong(number, "har en andel, der ikke kan læses");
        return new BenchmarkLine(area, period, group)
        {
            Expected = expected, Actual = actual, Difference = difference, ExpectedShare = expectedShare, ActualShare = actualShare, DifferenceShare = differenceShare,
            Rank = Count(cells[9]),
        };
    }

    private static Refusal Wrong(int line, string what) => new("benchmark.line", $"Linje {line} {what}. Intet er indlæst.", Field: "Csv");
}
