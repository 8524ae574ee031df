using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>A loaded figure of another area.</summary>
public sealed record ComparisonValue(
    string Indicator,
    string Area,
    FigurePeriod Period,
    decimal Value,
    string Source,
    DateTimeOffset LoadedAt
);

/// <summary>The loaded figures of other areas.</summary>
[Part]
internal sealed class Comparisons(VirkerContext db, Catalogue catalogue)
{
    /// <summary>What an indicator that figures are fetched for is called.</summary>
    public string NameOf(string indicator) => catalogue.Get(indicator).Name;

    /// <summary>
    /// Those of the country and the region; the other municipalities' are many, and are asked for by themselves.
    /// </summary>
    public Task<IReadOnlyList<ComparisonValue>> AllAsync(CancellationToken ct) =>
        ReadAsync(
            db.Set<ComparisonRow>().Where(r => r.Area == ComparisonAreas.Country || r.Area == ComparisonAreas.Region),
            ct
        );

    /// <summary>Every area's figures of some indicators that end on a day.</summary>
    public Task<IReadOnlyList<ComparisonValue>> OnAsync(
        IReadOnlyCollection<string> indicators,
        DateOnly lastDay,
        CancellationToken ct
    ) => ReadAsync(db.Set<ComparisonRow>().Where(r => r.LastDay == lastDay && indicators.Contains(r.IndicatorId)), ct);

    /// <summary>An indicator's figures of one area.</summary>
    public Task<IReadOnlyList<ComparisonValue>> OfAsync(string indicator, string area, CancellationToken ct) =>
        ReadAsync(db.Set<ComparisonRow>().Where(r => r.IndicatorId == indicator && r.Area == area), ct);

    private static async Task<IReadOnlyList<ComparisonValue>> ReadAsync(
        IQueryable<ComparisonRow> rows,
        CancellationToken ct
    ) =>
        [
            .. (await rows.AsNoTracking().ToListAsync(ct)).Select(r => new ComparisonValue(
                r.IndicatorId,
                r.Area,
                new(r.FirstDay, r.LastDay),
                r.Value,
                r.Source,
                r.LoadedAt
            )),
        ];

    /// <summary>
    /// Each line takes the place of the one before for the same figure, area and days; one whose number is the same is
    /// left alone.
    /// </summary>
    public async Task<(int Added, int Revised, int Unchanged)> WriteAsync(
        IReadOnlyList<ImportComparisonsHandler.Line> lines,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var before = (await db.Set<ComparisonRow>().ToListAsync(ct)).ToDictionary(r => (r.IndicatorId, r.Area, r.FirstDay, r.LastDay));
        int added = 0, revised = 0;
        foreach (var line in lines)
        {
            if (!before.TryGetValue((line.Indicator, line.Area, line.Period.First, line.Period.Last), out var row))
            {
                db.Add(
                    row = new ComparisonRow
                    {
                        Id = Guid.NewGuid(),
                        IndicatorId = line.Indicator,
                        Area = line.Area,
                        FirstDay = line.Period.First,
                        LastDay = line.Period.Last,
                    }
                );
                added++;
            }
            else if (row.Value == line.Value)
            {
                continue;
            }
            else
            {
                revised++;
            }

            (row.Value, row.Source, row.LoadedAt) = (line.Value, line.Source, at);
        }

        await db.SaveChangesAsync(ct);
        return (added, revised, lines.Count - added - revised);
    }
}
