using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// Put a regulation in force. Never by the one who read it in: what everybody's rates rest on is seen by two.
/// </summary>
public sealed record ApproveRegulation(RegulationId Regulation, int Version) : ICommand<Done>;

[Requires("economy.regulation.approve")]
internal sealed class ApproveRegulationHandler(VirkerContext db, LawInForce law, CurrentActor actor, TimeProvider clock)
    : IUseCase<ApproveRegulation, Done>
{
    internal static readonly Refusal NotFound = Refusal.NotFound("regulation.not-found", "Reguleringen findes ikke.");

    internal static readonly Refusal NeedsPerson = new(
        "regulation.needs-person",
        "En regulering læses ind og godkendes af en, der er logget ind."
    );

    internal static readonly Refusal ChangedMeanwhile = Refusal.ChangedMeanwhile(
        "conflict.changed-meanwhile",
        "Nogen har ændret reguleringen, siden du åbnede siden. Genindlæs den."
    );

    public async Task<Outcome<Done>> RunAsync(ApproveRegulation command, CancellationToken ct = default)
    {
        if (await db.Set<RegulationRow>().FirstOrDefaultAsync(r => r.Id == command.Regulation, ct) is not { } row)
            return NotFound;
        var errors = RegulatedLaw.Over(await law.ReadAsync(ct), await law.ValuesAsync(row.Id, ct)).Errors;
        if (Decide(row, command.Version, actor.Value.User, errors) is { } refusal)
            return refusal;
        (row.State, row.ApprovedBy, row.ApprovedByName, row.ApprovedAt) = (
            RegulationState.Approved,
            actor.Value.User,
            actor.Value.Name,
            clock.GetUtcNow()
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(
        RegulationRow row,
        int version,
        UserId? user,
        IReadOnlyList<RegulationError> errors
    ) =>
        user is null ? NeedsPerson
        : row.State != RegulationState.Proposed ? new("regulation.decided", "Reguleringen er allerede afgjort.")
        : row.Version != version ? ChangedMeanwhile
        : row.ImportedBy == user
            ? new(
                "regulation.same-person",
                "Du har selv læst reguleringen ind. En anden skal se den igennem og godkende den."
            )
        : errors.Count > 0
            ? new(
                "regulation.unfit",
                $"Reguleringen passer ikke længere til loven i Virker. Linje {errors[0].Line}: {errors[0].Reason}"
            )
        : null;
}
