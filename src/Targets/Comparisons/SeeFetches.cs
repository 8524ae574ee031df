using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>How new the official figures are: for each source when they came, and whether the last try failed.</summary>
public sealed record SeeFetches : IQuery;

public sealed record FetchesShown(IReadOnlyList<FetchShown> Sources);

/// <summary><paramref name="Words"/> is a whole Danish sentence. <paramref name="Failed"/> where the last try gave nothing; <paramref name="CanFetch"/> where there is what it takes to try.</summary>
public sealed record FetchShown(string Source, string Name, string Words, bool Failed, bool CanFetch);

[Requires("targets.plan.see")]
internal sealed class SeeFetchesHandler(VirkerContext db, ConnectorKeys keys) : IUseCase<SeeFetches, FetchesShown>
{
    public async Task<Outcome<FetchesShown>> RunAsync(SeeFetches query, CancellationToken ct = default)
    {
        var rows = await db.Set<FetchRow>().AsNoTracking().ToDictionaryAsync(r => r.Source, ct);
        var hasKey = await keys.JobindsatsAsync(ct) is not null;
        return new FetchesShown(
        [
            Shown(OfficialSources.Jobindsats, "Jobindsats", rows.GetValueOrDefault(OfficialSources.Jobindsats), hasKey),
            Shown(OfficialSources.StatBank, "Statistikbanken", rows.GetValueOrDefault(OfficialSources.StatBank), true),
        ]);
    }

    private static FetchShown Shown(string source, string name, FetchRow? row, bool canFetch) =>
        new(source, name, Words(row, canFetch), row?.Problem is not null, canFetch);

    internal static string Words(FetchRow? row, bool canFetch)
    {
        if (row is null) return canFetch ? "Ikke hentet endnu." : "Ikke hentet: kommunen har ingen nøgle.";
        var done = row.DoneAt is { } at ? $"Hentet {Moment(at)}: {DanishFormat.Number((decimal)row.Added)} nye tal og {DanishFormat.Number((decimal)row.Revised)} rettede." : "Aldrig hentet.";
        return row.Problem is { } problem ? $"Mislykkedes {Moment(row.TriedAt)}: {problem} {done}" : done;
    }

    private static string Moment(DateTimeOffset at) => $"{DanishFormat.Date(at.DanishDate())} kl. {at.Danish().ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture)}";
}
