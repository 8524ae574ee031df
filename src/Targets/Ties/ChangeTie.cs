using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Tie a measure to another indicator, or to none (null). <paramref name="Version"/> is the one that the chooser saw;
/// the reason is kept with the tie.
/// </summary>
public sealed record ChangeTie(MeasureId Measure, string? Indicator, string Reason, int Version) : ICommand<Done>;

[Requires("targets.tie.change")]
internal sealed class ChangeTieHandler(VirkerContext db, Catalogue catalogue) : IUseCase<ChangeTie, Done>
{
    public async Task<Outcome<Done>> RunAsync(ChangeTie command, CancellationToken ct = default)
    {
        if (await PlanShelf.OwnMeasures(db).FirstOrDefaultAsync(m => m.Id == command.Measure, ct) is not { } measure)
            return SeeMeasureHandler.NotFound;
        if (IsAsItStands(command, measure))
            return Done.It;
        if (Decide(command, measure.Version) is { } refusal)
            return refusal;
        (measure.TiedTo, measure.TiedByHand, measure.TieReason) = (command.Indicator, true, command.Reason.Trim());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    /// <summary>
    /// The same indicator, and nothing new said of why: a tie that Virker made itself is not made by hand by looking at
    /// it.
    /// </summary>
    internal static bool IsAsItStands(ChangeTie command, PlanMeasureRow measure) =>
        command.Version == measure.Version
        && command.Indicator == measure.TiedTo
        && command.Reason.Trim() == (measure.TieReason ?? "");

    private Refusal? Decide(ChangeTie command, int version) =>
        Refusal.Each(
            command.Version != version
                ? Refusal.ChangedMeanwhile(
                    "tie.changed-meanwhile",
                    "En anden har ændret, hvad målet er knyttet til, mens du så på det. Se siden igen, og vælg så."
                )
                : null,
            command.Indicator is not null && catalogue.Find(command.Indicator) is null
                ? new Refusal("tie.unknown-indicator", "Vælg et nøgletal fra listen.", Field: nameof(command.Indicator))
                : null,
            command.Reason.Trim().Length < 5
                ? new Refusal(
                    "tie.no-reason",
                    "Skriv kort, hvorfor målet skal regnes ud af netop dette nøgletal.",
                    Field: nameof(command.Reason)
                )
                : null
        );
}
