using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Fetch the country's and each municipality's figures from jobindsats for a window of months. The window is fetched
/// whole each time, since the newest months are revised; what is older stays as it was.
/// </summary>
public sealed record FetchCountry(int Months = FetchCountry.RevisionWindow) : ICommand<CountryFetched>
{
    /// <summary>As far back as public clients have seen figures change.</summary>
    public const int RevisionWindow = 24;
}

/// <summary>
/// Missing names the figures that could not be had, and why. <see cref="Problem"/> says why nothing came at all; the
/// try is remembered then too.
/// </summary>
public sealed record CountryFetched(int Added, int Revised, int Unchanged, IReadOnlyList<string> Missing)
{
    public string? Problem { get; init; }
}

[Requires("targets.comparison.import")]
internal sealed class FetchCountryHandler(
    IJobindsats jobindsats,
    ConnectorKeys keys,
    Comparisons comparisons,
    FetchLog log,
    TimeProvider clock
) : IUseCase<FetchCountry, CountryFetched>
{
    public async Task<Outcome<CountryFetched>> RunAsync(FetchCountry command, CancellationToken ct = default)
    {
        if (command.Months is < 1 or > 240)
            return new Refusal("country.months", "Vælg mellem 1 og 240 måneder.", Field: nameof(command.Months));
        if (await keys.JobindsatsAsync(ct) is not { } key)
            return
                (await jobindsats.AskAsync(new("y01a02", OfficialPeriodKind.Month, 1), null, ct))
                    is { IsRefused: true } asked
                ? asked.Refusal
                : Unasked;
        var (lines, missing) = (new List<ImportComparisonsHandler.Line>(), new List<string>());
        foreach (var source in CountrySource.All)
        {
            foreach (var areas in new[] { OfficialAreas.WholeCountry, OfficialAreas.EachMunicipality })
            {
                var answer = await jobindsats.AskAsync(
                    new(source.Table, OfficialPeriodKind.Month, command.Months, areas),
                    key,
                    ct
                );
                if (answer.Refusal is { Code: IConnectors.Off } off)
                    return off;
                var read = answer.IsRefused
                    ? answer.Refusal
                    : Decide(
                        source,
                        answer.Value,
                        areas,
                        $"jobindsats.dk, tabel {source.Table.ToUpperInvariant()}, hentet {Danish.Date(clock.Today())}"
                    );
                if (!read.IsRefused)
                {
                    lines.AddRange(read.Value);
                    continue;
                }

                missing.Add(
                    $"{comparisons.NameOf(source.Indicator)}{(areas == OfficialAreas.WholeCountry ? "" : ", kommunerne")}: {read.Refusal.Text}"
                );
                if (IsForAll(read.Refusal.Code))
                    return await GivenUpAsync(read.Refusal.Text, ct);
            }
        }

        if (lines.Count == 0)
            return await GivenUpAsync(missing[0], ct) is { IsRefused: false } given
                ? given.Value with
                {
                    Missing = missing,
                }
                : Unasked;
        var (added, revised, unchanged) = await comparisons.WriteAsync(lines, clock.GetUtcNow(), ct);
        await log.WentAsync(OfficialSources.Jobindsats, added, revised, ct);
        return new CountryFetched(added, revised, unchanged, missing);
    }

    private static readonly Refusal Unasked = new("jobindsats.key", "Kommunen har ingen nøgle til jobindsats.");

    /// <summary>What is wrong with the key or the line is wrong for every table.</summary>
    private static bool IsForAll(string code) => code is "jobindsats.key" or "connector.no-answer";

    private async Task<Outcome<CountryFetched>> GivenUpAsync(string problem, CancellationToken ct)
    {
        await log.FailedAsync(OfficialSources.Jobindsats, problem, ct);
        return new CountryFetched(0, 0, 0, []) { Problem = problem };
    }

    /// <summary>
    /// Months without a figure are left out; a table without the column is refused, since its definition may be
    /// another.
    /// </summary>
    internal static Outcome<IReadOnlyList<ImportComparisonsHandler.Line>> Decide(
        CountrySource source,
        OfficialTable table,
        OfficialAreas areas,
        string from
    )
    {
        var (area, period, value) = (
            table.IndexOf("Område", "omraade", "area"),
            table.IndexOf("Periode", "period", "Tid", "Måned"),
            table.IndexOf(source.Column)
        );
        if (period < 0 || value < 0 || (area < 0 && areas == OfficialAreas.EachMunicipality))
            return new Refusal(
                "country.column",
                $"Tabellen {source.Table} har ikke kolonnen »{(period < 0 ? "Periode" : value < 0 ? source.Column : "Område")}«."
            );
        if (table.Unreadable(value) is { } unreadable)
            return unreadable;
        return table
            .Rows.Select(r =>
                (
                    Area: areas == OfficialAreas.WholeCountry
                        ? ComparisonAreas.Country
                        : ComparisonAreas.Municipality(r[area]),
                    Month: MonthOf(r[period]),
                    Value: OfficialTable.Number(r[value])
                )
            )
            .Where(r => r.Area is not null && r.Month is not null && r.Value is not null)
            .Select(r => new ImportComparisonsHandler.Line(
                source.Indicator,
                r.Area!,
                r.Month!.Value,
                r.Value!.Value,
                from
            ))
            .DistinctBy(l => (l.Area, l.Period))
            .ToList();
    }

    /// <summary>"2024M01".</summary>
    internal static FigurePeriod? MonthOf(string? text) => text is { Length: 7 } && text[4] is 'M' or 'm'
        && WrittenNumber.Code(text.AsSpan(0, 4)) is { } year && WrittenDate.IsKnownYear(year)
        && WrittenNumber.Code(text.AsSpan(5)) is >= 1 and <= 12 and var month ? FigurePeriod.Month(year, month) : null;
}
