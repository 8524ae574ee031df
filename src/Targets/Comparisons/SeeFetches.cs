using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// How new the official figures are: for each source when they came, and whether the last try failed.
/// </summary>
public sealed record SeeFetches : IQuery<FetchesShown>;

public sealed record FetchesShown(IReadOnlyList<FetchShown> Sources);

/// <summary>
/// <paramref name="Words"/> is a whole Danish sentence. <paramref name="Failed"/> where the last try gave nothing;
/// <paramref name="CanFetch"/> where there is what it takes to try.
/// </summary>
public sealed record FetchShown(string Source, string Name, string Words, bool Failed, bool CanFetch);

[Requires("targets.plan.see")]
internal sealed class SeeFetchesHandler(VirkerContext db, ConnectorKeys keys, IConnectors connectors)
    : IUseCase<SeeFetches, FetchesShown>
{
    public async Task<Outcome<FetchesShown>> RunAsync(SeeFetches query, CancellationToken ct = default)
    {
        var rows = await db.Set<FetchRow>().ToDictionaryAsync(r => r.Source, ct);
        var noKey = await keys.JobindsatsAsync(ct) is null ? "kommunen har ingen nøgle" : null;
        return new FetchesShown([
            Shown(
                OfficialSources.Jobindsats,
                "Jobindsats",
                rows.GetValueOrDefault(OfficialSources.Jobindsats),
                await OffAsync(Connector.Jobindsats, ct) ?? noKey
            ),
            Shown(
                OfficialSources.StatBank,
                "Statistikbanken",
                rows.GetValueOrDefault(OfficialSources.StatBank),
                await OffAsync(Connector.StatBank, ct)
            ),
        ]);
    }

    private async Task<string?> OffAsync(Connector connector, CancellationToken ct) =>
        (await connectors.PermitAsync(connector, ct)).IsRefused ? "forbindelsen er slukket" : null;

    /// <param name="source">Its id.</param>
    /// <param name="name">In Danish.</param>
    /// <param name="row">How the last fetch went; null where there was none.</param>
    /// <param name="lacks">What stands in the way of fetching now, in Danish; null for nothing.</param>
    private static FetchShown Shown(string source, string name, FetchRow? row, string? lacks) =>
        new(source, name, Words(row, lacks), row?.Problem is not null && lacks is null, lacks is null);

    internal static string Words(FetchRow? row, string? lacks)
    {
        if (row is null)
            return lacks is null ? "Ikke hentet endnu." : $"Ikke hentet: {lacks}.";
        if (lacks is not null)
            return row.DoneAt is { } last
                ? $"Hentes ikke mere: {lacks}. Senest hentet {Moment(last)}."
                : $"Hentes ikke: {lacks}.";
        var done = row.DoneAt is { } at
            ? $"Hentet {Moment(at)}: {Danish.Number((decimal)row.Added)} nye tal og {Danish.Number((decimal)row.Revised)} rettede."
            : "Aldrig hentet.";
        return row.Problem is { } problem ? $"Mislykkedes {Moment(row.TriedAt)}: {problem} {done}" : done;
    }

    private static string Moment(DateTimeOffset at) =>
        $"{Danish.Date(at.DanishDate())} kl. {at.Danish().ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture)}";
}
