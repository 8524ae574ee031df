using Virker.Insight;
using Virker.Platform;

namespace Virker.Newcomers;

/// <summary>How many refugees the municipality is to take in each calendar year.</summary>
internal sealed class QuotaFacts(VirkerContext db) : IFactSource
{
    public IReadOnlyList<string> Tables => [StandardFacts.NewcomerQuotas];

    public IReadOnlyList<string> Reads => ["newcomer_quotas"];

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var quotas = new FactTableBuilder(CourseFactTables.NewcomerQuotas);
        await RowReader.ReadAsync(
            db,
            "select year, places from newcomer_quotas",
            row => quotas.Event(0, new DateOnly(row.Int(0), 1, 1)).Set(0, row.Int(1)),
            ct
        );
        load.Add(quotas.Build());
    }
}
