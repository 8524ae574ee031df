using System.Globalization;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Fetch the country's figures from jobindsats for a window of months. The window is fetched whole each time, since the newest months are revised; what is older stays as
/// it was.
/// </summary>
public sealed record FetchCountry(int Months = FetchCountry.RevisionWindow) : ICommand
{
    /// <summary>As far back as public clients have seen figures change.</summary>
    public const int RevisionWindow = 24;
}

/// <summary>Missing names the figures that could not be had, and why.</summary>
public sealed record CountryFetched(int Added, int Revised, int Unchanged, IReadOnlyList<string> Missing);

[Requires("targets.comparison.import")]
internal sealed class FetchCountryHandler(IJobindsats jobindsats, ConnectorKeys keys, Comparisons comparisons, TimeProvider clock) : IUseCase<FetchCountry, CountryFetched>
{
    public async Task<Outcome<CountryFetched>> RunAsync(FetchCountry command, CancellationToken ct = default)
    {
        if (command.Months is < 1 or > 240) return new Refusal("country.months", "Vælg mellem 1 og 240 måneder.", Field: nameof(command.Months));
        var key = await keys.JobindsatsAsync(ct);
        var (lines, missing) = (new List<ImportComparisonsHandler.Line>(), new List<string>());
        foreach (var source in CountrySource.All)
        {
            var answer = await jobindsats.AskAsync(new(source.Table, OfficialPeriodKind.Month, command.Months), key, ct);
            if (answer.IsRefused && answer.Refusal.Code == "jobindsats.key") return answer.Refusal;
            var read = answer.IsRefused ? answer.Refusal : Decide(source, answer.Value, $"jobindsats.dk, tabel {source.Table.ToUpperInvariant()}, hentet {DanishFormat.Date(clock.Today())}");
            if (read.IsRefused) missing.Add($"{Catalogue.Get(source.Indicator).Name}: {read.Refusal.Text}");
            else lines.AddRange(read.Value);
        }

        var (added, revised, unchanged) = await comparisons.WriteAsync(lines, clock.GetUtcNow(), ct);
        return new CountryFetched(added, revised, unchanged, missing);
    }

    /// <summary>Months without a figure are left out; a table without the column is refused, since its definition may be another.</summary>
    internal static Outcome<IReadOnlyList<ImportComparisonsHandler.Line>> Decide(CountrySource source, OfficialTable table, string from)
    {
        var (period, value) = (table.IndexOf("Periode", "period", "Tid", "Måned"), table.IndexOf(source.Column));
        if (period < 0 || value < 0) return new Refusal("country.column", $"Tabellen {source.Table} har ikke kolonnen »{source.Column}«.");
        return table.Rows.Select(r => (Month: MonthOf(r[period]), Value: OfficialTable.Number(r[value]))).Where(r => r.Month is not null && r.Value is not null)
            .Select(r => new ImportComparisonsHandler.Line(source.Indicator, ComparisonAreas.Country, r.Month!.Value, r.Value!.Value, from)).DistinctBy(l => l.Period).ToList();
    }

    /// <summary>"2024M01".</summary>
    internal static FigurePeriod? MonthOf(string? text) => text is { Length: 7 } && text[4] is 'M' or 'm'
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200
        && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? FigurePeriod.Month(year, month) : null;
}
