using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Write that the right to sick pay has been reassessed (revurdering), on which day and to what. The benefit itself is
/// shifted where shifts are made; an extended case is looked at again on
/// <see cref="Next"/>, where that is set.
/// </summary>
public sealed record ReassessSickPay(CitizenId Citizen, DateOnly On, ReassessmentOutcome Outcome, string Reason)
    : ICommand<SickPayReassessed>,
        IAboutCitizen
{
    public DateOnly? Next { get; init; }
}

/// <summary><paramref name="DueOn"/>: the last day that it was for; null where no law said one.</summary>
public sealed record SickPayReassessed(DateOnly? DueOn, bool IsLate);

[Requires("casework.sick.write")]
internal sealed class ReassessSickPayHandler(VirkerContext db, ILawInForce law, CurrentActor actor, TimeProvider clock)
    : IUseCase<ReassessSickPay, SickPayReassessed>
{
    private const int FurthestMonths = 12;

    public async Task<Outcome<SickPayReassessed>> RunAsync(ReassessSickPay command, CancellationToken ct = default)
    {
        var today = clock.Today();
        var spells = await SickReassessments.SpellsAsync(db, command.Citizen, ct);
        var made = await SickReassessments.MadeAsync(db, command.Citizen, ct);
        var isWritten = made.Any(r => r.DecidedOn == command.On);
        if (Decide(command, SickReassessments.BegunOn(spells, today), isWritten, today) is { } refusal) return refusal;
        var before = SickReassessments.Latest(made.Where(r => r.DecidedOn < command.On));
        var due = SickReassessments.DueOn(spells, before, await law.ReadAsync(ct), command.On);
        db.Add(Written(command, due));
        await db.SaveChangesAsync(ct);
        return new SickPayReassessed(due, command.On > due);
    }

    private SickReassessmentRow Written(ReassessSickPay command, DateOnly? due) => new()
    {
        Id = Guid.NewGuid(),
        CitizenId = command.Citizen,
        DueOn = due,
        DecidedOn = command.On,
        Outcome = command.Outcome,
        Reason = command.Reason.Trim(),
        NextOn = command.Next,
        MadeAt = clock.GetUtcNow(),
        MadeBy = actor.Value.Name,
    };

    /// <param name="begun">First day of the sick pay that runs; null where none does.</param>
    internal static Refusal? Decide(ReassessSickPay command, DateOnly? begun, bool isWritten, DateOnly today) =>
        Refusal.Each(
            begun is null
                ? new Refusal(
                    "sick.not-on-sick-pay",
                    "Borgeren får ikke sygedagpenge, så der er ikke noget at revurdere."
                )
                : null,
            command.On > today
                ? new Refusal(
                    "sick.reassess-future",
                    "Revurderingen kan først skrives, når den er gjort.",
                    Field: nameof(command.On)
                )
                : null,
            command.On < begun
                ? new Refusal(
                    "sick.reassess-before",
                    $"Dagen ligger før sygedagpengene begyndte ({begun:dd-MM-yyyy}).",
                    Field: nameof(command.On)
                )
                : null,
            isWritten
                ? new Refusal(
                    "sick.reassess-twice",
                    "Der er allerede skrevet en revurdering den dag.",
                    Field: nameof(command.On)
                )
                : null,
            command.Reason.Trim().Length is < 3 or > 500
                ? new Refusal(
                    "sick.reassess-reason",
                    "Skriv begrundelsen med 3 til 500 tegn, og ikke noget om sygdommen.",
                    Field: nameof(command.Reason)
                )
                : null,
            command.Next is { } next
            && (
                command.Outcome != ReassessmentOutcome.Extended
                || next <= command.On
                || next > today.AddMonths(FurthestMonths)
            )
                ? new Refusal(
                    "sick.reassess-next",
                    "En dag, hvor sagen ses på igen, hører til en forlængelse og ligger efter "
                        + "revurderingen, højst et år frem.",
                    Field: nameof(command.Next)
                )
                : null
        );
}

/// <summary>A reassessment was written by a slip: it goes, and the day is due again. The journal keeps it.</summary>
public sealed record TakeBackReassessment(CitizenId Citizen, Guid Reassessment) : ICommand<Done>, IAboutCitizen;

[Requires("casework.sick.write")]
internal sealed class TakeBackReassessmentHandler(VirkerContext db) : IUseCase<TakeBackReassessment, Done>
{
    public async Task<Outcome<Done>> RunAsync(TakeBackReassessment command, CancellationToken ct = default)
    {
        var row = await db.Set<SickReassessmentRow>()
            .FirstOrDefaultAsync(r => r.Id == command.Reassessment && r.CitizenId == command.Citizen, ct);
        if (row is null)
            return new Refusal("sick.reassess-not-found", "Revurderingen findes ikke.");
        db.Remove(row);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
