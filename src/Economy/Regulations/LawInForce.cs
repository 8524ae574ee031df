using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// The compiled-in law with the municipality's approved regulations over it, in the order in which they were approved.
/// A value that no longer fits (the parameter is gone in a newer version) is left out, and its regulation's page says
/// so.
/// </summary>
[Part]
internal sealed class LawInForce(
    VirkerContext db,
    CurrentMunicipality municipality,
    RegulatedLaws laws,
    RequestTurn turn
) : ILawInForce
{
    public IReadOnlyList<Type> StandsOn => [typeof(RegulationRow)];

    /// <summary>Pages read the law too, so it takes its turn at the request's database.</summary>
    public Task<Lawbook> ReadAsync(CancellationToken ct = default) => turn.TakeAsync(ComposedAsync, ct);

    private async Task<Lawbook> ComposedAsync(CancellationToken ct)
    {
        var approved = await ApprovedAsync(ct);
        if (approved.Count == 0) return Lawbook.Current;
        var stamp = string.Join(' ', approved.Select(r => $"{r.Id}:{r.Version}"));
        var key = municipality.Value.MemoryKey;
        if (laws.Find(key, stamp) is { } known) return known;
        var law = await ComposeAsync([.. approved.Select(r => r.Id)], ct);
        laws.Keep(key, stamp, law);
        return law;
    }

    /// <summary>The law without a regulation: before it, where it has been approved.</summary>
    public async Task<Lawbook> WithoutAsync(RegulationRow regulation, CancellationToken ct) => await ComposeAsync(
        [.. (await ApprovedAsync(ct)).TakeWhile(r => r.Id != regulation.Id).Select(r => r.Id)], ct);

    /// <summary>What would no longer fit where one approved regulation is taken away and the others stand.</summary>
    public async Task<IReadOnlyList<RegulationError>> IfRolledBackAsync(RegulationId regulation, CancellationToken ct)
    {
        var (law, errors) = (Lawbook.Current, new List<RegulationError>());
        foreach (var other in (await ApprovedAsync(ct)).Where(r => r.Id != regulation))
        {
            var laid = RegulatedLaw.Over(law, await ValuesAsync(other.Id, ct));
            law = laid.Law;
            errors.AddRange(laid.Errors);
        }

        return errors;
    }

    public async Task<IReadOnlyList<RegulatedValue>> ValuesAsync(RegulationId regulation, CancellationToken ct) =>
        [
            .. (
                await db.Set<RegulationValueRow>()
                    .AsNoTracking()
                    .Where(v => v.RegulationId == regulation)
                    .OrderBy(v => v.Line)
                    .ToListAsync(ct)
            ).Select(v => v.ToValue()),
        ];

    private Task<List<RegulationRow>> ApprovedAsync(CancellationToken ct) =>
        db.Set<RegulationRow>()
            .AsNoTracking()
            .Where(r => r.State == RegulationState.Approved)
            .OrderBy(r => r.ApprovedAt)
            .ThenBy(r => r.Id)
            .ToListAsync(ct);

    private async Task<Lawbook> ComposeAsync(IReadOnlyList<RegulationId> regulations, CancellationToken ct)
    {
        var law = Lawbook.Current;
        foreach (var regulation in regulations) law = RegulatedLaw.Over(law, await ValuesAsync(regulation, ct)).Law;
        return law;
    }
}

/// <summary>The composed law of every municipality that has regulations, until one of them changes.</summary>
[Part(IsShared = true)]
internal sealed class RegulatedLaws
{
    private readonly ConcurrentDictionary<string, (string Stamp, Lawbook Law)> _byMunicipality = new();

    public Lawbook? Find(string municipality, string stamp) =>
        _byMunicipality.TryGetValue(municipality, out var known) && known.Stamp == stamp ? known.Law : null;

    public void Keep(string municipality, string stamp, Lawbook law) => _byMunicipality[municipality] = (stamp, law);
}
