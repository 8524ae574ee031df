using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Economy;

/// <summary>Every regulation that was read in, newest first.</summary>
public sealed record SeeRegulations : IQuery<Regulations>;

public sealed record Regulations(IReadOnlyList<RegulationLine> All);

public sealed record RegulationLine(
    RegulationId Id,
    string Title,
    RegulationState State,
    int Values,
    string ImportedBy,
    DateTimeOffset ImportedAt,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt
);

[Requires("economy.regulation.see")]
internal sealed class SeeRegulationsHandler(VirkerContext db) : IUseCase<SeeRegulations, Regulations>
{
    public async Task<Outcome<Regulations>> RunAsync(SeeRegulations query, CancellationToken ct = default) =>
        new Regulations(
            await db.Set<RegulationRow>()
                .OrderByDescending(r => r.ImportedAt)
                .ThenBy(r => r.Id)
                .Select(r => new RegulationLine(
                    r.Id,
                    r.Title,
                    r.State,
                    db.Set<RegulationValueRow>().Count(v => v.RegulationId == r.Id),
                    r.ImportedByName,
                    r.ImportedAt,
                    r.ApprovedByName,
                    r.ApprovedAt
                ))
                .ToListAsync(ct)
        );
}
