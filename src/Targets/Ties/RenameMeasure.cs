using Virker.Kernel;
using Virker.Platform;
using Microsoft.EntityFrameworkCore;

namespace Virker.Targets;

/// <summary>
/// Call a measure something short, in rows, overviews and papers; what the plan prints stays on its page. <paramref
/// name="Version"/> is the one that was seen.
/// </summary>
public sealed record RenameMeasure(MeasureId Measure, string Name, int Version) : ICommand<Done>;

[Requires("targets.measure.rename")]
internal sealed class RenameMeasureHandler(VirkerContext db, PlanFollowUp followUp) : IUseCase<RenameMeasure, Done>
{
    internal const int Longest = 120;

    public async Task<Outcome<Done>> RunAsync(RenameMeasure command, CancellationToken ct = default)
    {
        if (await PlanShelf.OwnMeasures(db).FirstOrDefaultAsync(m => m.Id == command.Measure, ct) is not { } measure)
            return SeeMeasureHandler.NotFound;
        var (names, name) = (new MeasureNames(await followUp.MeasuresAsync(measure.PlanId, ct)), command.Name.Trim());
        if (command.Version == measure.Version && name == names.Of(measure)) return Done.It;
        if (Decide(command, measure.Version) is { } refusal) return refusal;
        measure.Name = name == names.Usual(measure) ? null : name;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(RenameMeasure command, int version) =>
        Refusal.Each(
            command.Version != version
                ? Refusal.ChangedMeanwhile(
                    "measure.changed-meanwhile",
                    "En anden har ændret målet, mens du så på det. Se siden igen, og ret så navnet."
                )
                : null,
            command.Name.Trim().Length is < 3 or > Longest
                ? new Refusal(
                    "measure.name",
                    $"Skriv et kort navn på målet, højst {Longest} tegn.",
                    Field: nameof(command.Name)
                )
                : null
        );
}
