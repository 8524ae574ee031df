using System.Globalization;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Load figures of other areas from a CSV file with the header <c>indikator;område;fra;til;værdi;kilde</c> (days as yyyy-mm-dd, Danish decimals). A row for the
/// same indicator, area and days takes the place of the one before. One wrong row stops the whole file.
/// </summary>
public sealed record ImportComparisons(string Csv) : ICommand;

public sealed record ComparisonsImported(int Added, int Replaced);

[Requires("targets.comparison.import")]
internal sealed class ImportComparisonsHandler(Comparisons comparisons, TimeProvider clock) : IUseCase<ImportComparisons, ComparisonsImported>
{
    private const string Header = "indikator;område;fra;til;værdi;kilde";

    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public async Task<Outcome<ComparisonsImported>> RunAsync(ImportComparisons command, CancellationToken ct = default)
    {
        var read = Read(command.Csv);
        if (read.IsRefused) return read.Refusal;
        var (added, revised, unchanged) = await comparisons.WriteAsync(read.Value, clock.GetUtcNow(), ct);
        return new ComparisonsImported(added, revised + unchanged);
    }

    internal static Outcome<IReadOnlyList<Line>> Read(string csv)
    {
        var lines = csv.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        if (!string.Equals(lines[0].Trim(), Header, StringComparison.OrdinalIgnoreCase))
            return new Refusal("comparison.header", $"Filens første linje skal være »{Header}«.", Field: nameof(ImportComparisons.Csv));
        var read = new Dictionary<(string, string, FigurePeriod), Line>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            var line = ReadLine(i + 1, lines[i].Split(';'));
            if (line.IsRefused) return line.Refusal;
            if (!read.TryAdd((line.Value.Indicator, line.Value.Area, line.Value.Period), line.Value)) return Wrong(i + 1, "står der to gange");
        }

        return read.Values.ToList();
    }

    private static Outcome<Line> ReadLine(int number, string[] cells)
    {
        if (cells.Length != 6) return Wrong(number, "skal have seks felter");
        var indicator = cells[0].Trim();
        if (Catalogue.Find(indicator) is null) return Wrong(number, $"nævner nøgletallet »{indicator}«, som ikke findes");
        var wide = cells[1].Trim().ToLowerInvariant();
        if ((wide is ComparisonAreas.Country or ComparisonAreas.Region ? wide : ComparisonAreas.Municipality(cells[1])) is not { } area)
            return Wrong(number, $"skal handle om »{ComparisonAreas.Country}«, »{ComparisonAreas.Region}« eller en kommune ved navn");
        if (Day(cells[2]) is not { } first || Day(cells[3]) is not { } last || last < first) return Wrong(number, "har ikke to dage, der passer sammen");
        if (!decimal.TryParse(cells[4].Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, Danish, out var value))
            return Wrong(number, $"har ikke et tal i feltet værdi: »{cells[4].Trim()}«");
        var source = cells[5].Trim();
        return source.Length == 0 ? Wrong(number, "mangler en kilde") : new Line(indicator, area, new(first, last), value, source);
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Refusal Wrong(int line, string what) => new("comparison.line", $"Linje {line} {what}. Intet er indlæst.", Field: nameof(ImportComparisons.Csv));

    internal sealed record Line(string Indicator, string Area, FigurePeriod Period, decimal Value, string Source);
}
