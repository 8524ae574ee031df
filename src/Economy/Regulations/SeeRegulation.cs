using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// A regulation with every value that it changes: against the law in force for a proposal, and against the law before
/// it for one that was approved.
/// </summary>
public sealed record SeeRegulation(RegulationId Regulation) : IQuery<RegulationShown>;

/// <param name="Unfit">Values that do not fit the law as it is in this version; they are left out.</param>
/// <param name="MayApprove">The one who asks did not read it in, and it waits.</param>
public sealed record RegulationShown(
    RegulationLine Line,
    string? EndedBy,
    DateTimeOffset? EndedAt,
    string? Reason,
    int Version,
    IReadOnlyList<RegulatedChange> Changes
)
{
    public IReadOnlyList<RegulationError> Unfit { get; init; } = [];

    public bool MayApprove { get; init; }
}

[Requires("economy.regulation.see")]
internal sealed class SeeRegulationHandler(VirkerContext db, LawInForce law, CurrentActor actor)
    : IUseCase<SeeRegulation, RegulationShown>
{
    public async Task<Outcome<RegulationShown>> RunAsync(SeeRegulation query, CancellationToken ct = default)
    {
        if (
            await db.Set<RegulationRow>().FirstOrDefaultAsync(r => r.Id == query.Regulation, ct)
            is not { } row
        )
            return ApproveRegulationHandler.NotFound;
        var values = await law.ValuesAsync(row.Id, ct);
        var laid = RegulatedLaw.Over(
            row.State == RegulationState.Approved ? await law.WithoutAsync(row, ct) : await law.ReadAsync(ct),
            values
        );
        var line = new RegulationLine(
            row.Id,
            row.Title,
            row.State,
            values.Count,
            row.ImportedByName,
            row.ImportedAt,
            row.ApprovedByName,
            row.ApprovedAt
        );
        return new RegulationShown(line, row.EndedByName, row.EndedAt, row.Reason, row.Version, laid.Changes)
        {
            Unfit = laid.Errors,
            MayApprove =
                row.State == RegulationState.Proposed && actor.Value.User is { } user && user != row.ImportedBy,
        };
    }
}
