using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>A loaded figure of another area.</summary>
public sealed record ComparisonValue(string Indicator, string Area, FigurePeriod Period, decimal Value, string Source, DateTimeOffset LoadedAt);

/// <summary>The loaded figures of other areas.</summary>
internal sealed class Comparisons(VirkerContext db)
{
    public async Task<IReadOnlyList<ComparisonValue>> AllAsync(CancellationToken ct) =>
        [.. (await db.Set<ComparisonRow>().AsNoTracking().ToListAsync(ct))
            .Select(r => new ComparisonValue(r.IndicatorId, r.Area, new(r.FirstDay, r.LastDay), r.Value, r.Source, r.LoadedAt))];
}
