using System.Globalization;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Fetch Statistics Denmark's count of the 16-66-year-olds (StatBank FOLK1A), in the country and in the municipality:
/// what the register's own count is checked against.
/// </summary>
public sealed record FetchPopulation : ICommand<PopulationFetched>;

/// <summary><see cref="Problem"/> says why nothing came; the try is remembered then too.</summary>
public sealed record PopulationFetched(int Added, int Revised, int Unchanged)
{
    public string? Problem { get; init; }
}

[Requires("targets.comparison.import")]
internal sealed class FetchPopulationHandler(
    IStatBank bank,
    CurrentMunicipality municipality,
    Comparisons comparisons,
    FetchLog log,
    TimeProvider clock
) : IUseCase<FetchPopulation, PopulationFetched>
{
    internal const string Indicator = "befolkning.16-66";

    private const string Table = "FOLK1A", WholeCountry = "000";

    public async Task<Outcome<PopulationFetched>> RunAsync(FetchPopulation command, CancellationToken ct = default)
    {
        var answer = await bank.AskAsync(Question(municipality.Value), ct);
        if (answer.Refusal is { Code: IConnectors.Off } off)
            return off;
        var read = answer.IsRefused
            ? answer.Refusal
            : Decide(
                answer.Value,
                municipality.Value,
                $"Statistikbanken, tabel {Table}, hentet {Danish.Date(clock.Today())}"
            );
        if (read.IsRefused)
        {
            await log.FailedAsync(OfficialSources.StatBank, read.Refusal.Text, ct);
            return new PopulationFetched(0, 0, 0) { Problem = read.Refusal.Text };
        }

        var (added, revised, unchanged) = await comparisons.WriteAsync(read.Value, clock.GetUtcNow(), ct);
        await log.WentAsync(OfficialSources.StatBank, added, revised, ct);
        return new PopulationFetched(added, revised, unchanged);
    }

    /// <summary>
    /// Each age by itself and never its total, which would be counted twice. A fictive municipality is not in the bank.
    /// </summary>
    internal static StatBankQuestion Question(Municipality municipality) =>
        new(
            Table,
            [
                ("OMRÅDE", municipality.IsFictive ? [WholeCountry] : [WholeCountry, municipality.Code]),
                ("KØN", ["TOT"]),
                ("ALDER", [.. Enumerable.Range(16, 51).Select(age => age.ToString(CultureInfo.InvariantCulture))]),
                ("CIVILSTAND", ["TOT"]),
                ("Tid", ["*"]),
            ]
        );

    /// <summary>
    /// A quarter's count is of its first day: the month before is over, and its last day is the register's.
    /// </summary>
    internal static Outcome<IReadOnlyList<ImportComparisonsHandler.Line>> Decide(
        OfficialTable table,
        Municipality municipality,
        string from
    )
    {
        var (area, age, time, count) = (
            table.IndexOf("OMRÅDE"),
            table.IndexOf("ALDER"),
            table.IndexOf("TID"),
            table.IndexOf("INDHOLD")
        );
        if (area < 0 || age < 0 || time < 0 || count < 0)
            return new Refusal("statbank.column", $"Tabellen {Table} har ikke de kolonner, som den plejer.");
        if (table.Unreadable(count) is { } unreadable)
            return unreadable;
        var counted = table
            .Rows.Where(r =>
                r[age] is not (null or "IALT")
                && QuarterOf(r[time]) is not null
                && OfficialTable.Number(r[count]) is not null
            )
            .GroupBy(r =>
                (
                    Area: r[area] == WholeCountry ? ComparisonAreas.Country
                    : r[area] == municipality.Code ? ComparisonAreas.Own
                    : null,
                    Month: QuarterOf(r[time])!.Value
                )
            );
        List<ImportComparisonsHandler.Line> lines =
        [
            .. counted
                .Where(g => g.Key.Area is not null && g.Count() == 51)
                .Select(g => new ImportComparisonsHandler.Line(
                    Indicator,
                    g.Key.Area!,
                    g.Key.Month,
                    g.Sum(r => OfficialTable.Number(r[count])!.Value),
                    from
                )),
        ];
        return lines.Count > 0
            ? lines
            : new Refusal(
                "statbank.empty",
                $"Svaret fra tabellen {Table} har ikke alle aldre fra 16 til 66 år for nogen dag."
            );
    }

    /// <summary>"2024K1" is 1 January 2024, and so the month of December 2023.</summary>
    internal static FigurePeriod? QuarterOf(string? text) =>
        text is { Length: 6 }
        && text[4] is 'K' or 'k'
        && WrittenNumber.Code(text.AsSpan(0, 4)) is { } year
        && WrittenDate.IsKnownYear(year)
        && text[5] is >= '1' and <= '4'
            ? FigurePeriod.MonthOf(new DateOnly(year, ((text[5] - '1') * 3) + 1, 1).AddDays(-1))
            : null;
}
