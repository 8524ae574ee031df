using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Load figures of other areas from a CSV file with the header <c>indikator;område;fra;til;værdi;kilde</c> in Danish
/// writing (decimals with a comma). A row for the same indicator, area and days takes the place of the one before. One
/// wrong row stops the whole file, and every wrong row is told.
/// </summary>
public sealed record ImportComparisons(string Csv) : ICommand<ComparisonsImported>;

public sealed record ComparisonsImported(int Added, int Replaced);

[Requires("targets.comparison.import")]
internal sealed class ImportComparisonsHandler(Catalogue catalogue, Comparisons comparisons, TimeProvider clock)
    : IUseCase<ImportComparisons, ComparisonsImported>
{
    private const string Header = "indikator;område;fra;til;værdi;kilde";

    public async Task<Outcome<ComparisonsImported>> RunAsync(ImportComparisons command, CancellationToken ct = default)
    {
        var read = Read(command.Csv, clock.Today());
        if (read.IsRefused) return read.Refusal;
        var (added, revised, unchanged) = await comparisons.WriteAsync(read.Value, clock.GetUtcNow(), ct);
        return new ComparisonsImported(added, revised + unchanged);
    }

    /// <summary>The lines, or every fault in the file with its line.</summary>
    private Outcome<IReadOnlyList<Line>> Read(string csv, DateOnly today)
    {
        var table = WrittenTable.WithHeader(csv, Header);
        var faults = new List<WrittenFault>(table.Faults);
        var read = new Dictionary<(string, string, FigurePeriod), Line>();
        foreach (var row in table.Rows)
        {
            var line = ReadLine(row, today);
            if (line.IsRefused)
                faults.AddRange(line.Refusal.Every().Select(r => new WrittenFault(row.Line, r.Text)));
            else if (!read.TryAdd((line.Value.Indicator, line.Value.Area, line.Value.Period), line.Value))
                faults.Add(new(row.Line, "Tallet står der to gange."));
        }

        return WrittenTable.Refused(faults, "comparison.line", nameof(ImportComparisons.Csv)) is { } refused
            ? refused
            : read.Values.ToList();
    }

    private Outcome<Line> ReadLine(WrittenRow row, DateOnly today)
    {
        var indicator =
            catalogue.Find(row[0])?.Id
            ?? catalogue.All.FirstOrDefault(i => WrittenText.Folded(i.Name) == WrittenText.Folded(row[0]))?.Id;
        var wide = row[1].ToLowerInvariant();
        var area = wide is ComparisonAreas.Country or ComparisonAreas.Region
            ? wide
            : ComparisonAreas.Municipality(row[1]);
        var (first, last) = (
            WrittenDate.Read(row[2], today, DateWindow.Law),
            WrittenDate.Read(row[3], today, DateWindow.Law)
        );
        var value = WrittenNumber.Read(row[4]);
        var refused = Refusal.All(
            indicator is null ? Wrong($"Nøgletallet »{row[0]}« findes ikke.") : null,
            area is null
                ? Wrong(
                    $"»{row[1]}« er hverken »{ComparisonAreas.Country}«, »{ComparisonAreas.Region}« eller en kommune ved navn."
                )
                : null,
            first.Refusal,
            last.Refusal,
            !first.IsRefused && !last.IsRefused && last.Value < first.Value
                ? Wrong("Perioden slutter, før den begynder.")
                : null,
            value.IsRefused ? Wrong($"Feltet værdi: {value.Refusal.Text}") : null,
            row[5].Length == 0 ? Wrong("Kilden mangler.") : null
        );
        return refused is not null
            ? refused
            : new Line(indicator!, area!, new(first.Value, last.Value), value.Value, row[5]);
    }

    private static Refusal Wrong(string what) => new("comparison.line", what);

    internal sealed record Line(string Indicator, string Area, FigurePeriod Period, decimal Value, string Source);
}
