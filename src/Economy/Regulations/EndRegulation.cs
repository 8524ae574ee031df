using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// Reject a proposed regulation, or roll an approved one back: its values are no longer in force, and the law is as
/// before it. One person is enough to stop it.
/// </summary>
public sealed record EndRegulation(RegulationId Regulation, string Reason, int Version) : ICommand<Done>;

[Requires("economy.regulation.end")]
internal sealed class EndRegulationHandler(VirkerContext db, LawInForce law, CurrentActor actor, TimeProvider clock)
    : IUseCase<EndRegulation, Done>
{
    private const int LeastReason = 5;

    public async Task<Outcome<Done>> RunAsync(EndRegulation command, CancellationToken ct = default)
    {
        if (await db.Set<RegulationRow>().FirstOrDefaultAsync(r => r.Id == command.Regulation, ct) is not { } row)
            return ApproveRegulationHandler.NotFound;
        var errors = row.State == RegulationState.Approved ? await law.IfRolledBackAsync(row.Id, ct) : [];
        if (Decide(row, command, errors) is { } refusal) return refusal;
        row.State = row.State == RegulationState.Approved ? RegulationState.RolledBack : RegulationState.Rejected;
        (row.EndedBy, row.EndedByName, row.EndedAt, row.Reason) = (
            actor.Value.User,
            actor.Value.Name,
            clock.GetUtcNow(),
            command.Reason.Trim()
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(
        RegulationRow row, EndRegulation command, IReadOnlyList<RegulationError> errors) => Refusal.Each(
        row.State != RegulationState.Proposed && row.State != RegulationState.Approved
            ? new Refusal("regulation.decided", "Reguleringen er allerede afgjort.") : null,
        row.Version != command.Version ? ApproveRegulationHandler.ChangedMeanwhile : null,
        command.Reason.Trim().Length < LeastReason
            ? new Refusal("regulation.reason",
                "Skriv hvorfor, så de andre kan se det.", Field: nameof(command.Reason)) : null,
        errors.Count > 0
            ? new Refusal("regulation.built-on",
                $"En senere regulering bygger på denne. Rul den tilbage først. {errors[0].Reason}") : null);
}
