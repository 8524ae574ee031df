using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A leader asks to sit in on a planned conversation. Nothing comes of it unless both the worker and the citizen say
/// yes.
/// </summary>
public sealed record AskObservation(CitizenId Citizen, MeetingId Meeting, string Focus)
    : ICommand<ObservationAsked>,
        IAboutCitizen;

public sealed record ObservationAsked(ObservationId Id);

[Requires("casework-lead.observation.write", Purpose = "Supervision af en samtale")]
internal sealed class AskObservationHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<AskObservation, ObservationAsked>
{
    public async Task<Outcome<ObservationAsked>> RunAsync(AskObservation command, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user)
            return new Refusal("observation.nobody", "Log ind, før du spørger.");
        var meeting = await db.Set<MeetingRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(m => m.Id == command.Meeting && m.CitizenId == command.Citizen, ct);
        if (meeting?.WorkerId is not { } worker || meeting.Status != MeetingStatus.Planned)
            return new Refusal("observation.not-planned", "Samtalen er ikke aftalt med nogen.");
        if (worker == user)
            return new Refusal("observation.own", "Man kan ikke observere sin egen samtale.");
        if (command.Focus.Trim().Length is < 3 or > 300)
            return new Refusal(
                "observation.focus",
                "Skriv kort, hvad der skal ses efter (højst 300 tegn).",
                Field: nameof(command.Focus)
            );
        if (await db.Set<ObservationRow>().AnyAsync(o => o.MeetingId == command.Meeting && o.ObserverId == user, ct))
            return new Refusal("observation.asked", "Du har allerede spørgt om den samtale.");
        var row = new ObservationRow
        {
            Id = NewId.Of<ObservationId>(),
            MeetingId = meeting.Id,
            CitizenId = command.Citizen,
            WorkerId = worker,
            ObserverId = user,
            Observer = actor.Value.Name,
            Focus = command.Focus.Trim(),
            AskedAt = clock.GetUtcNow(),
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new ObservationAsked(row.Id);
    }
}

/// <summary>
/// The worker's own yes or no, and the citizen's as the worker has heard it. Either can be taken back until the
/// conversation has been written about.
/// </summary>
public sealed record AnswerObservation(ObservationId Observation, bool WorkerAgrees, bool CitizenAgrees)
    : ICommand<Done>;

[Requires("casework.observation.answer")]
internal sealed class AnswerObservationHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<AnswerObservation, Done>
{
    public async Task<Outcome<Done>> RunAsync(AnswerObservation command, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        if (
            await db.Set<ObservationRow>()
                .FirstOrDefaultAsync(o => o.Id == command.Observation && o.WorkerId == user, ct)
            is not { } row
        )
            return ObservationRefusal.NotFound;
        if (row.WrittenAt is not null)
            return new Refusal("observation.written", "Der er allerede skrevet om samtalen.");
        var now = clock.GetUtcNow();
        row.WorkerAgreedAt = command.WorkerAgrees ? row.WorkerAgreedAt ?? now : null;
        row.CitizenAgreedAt = command.CitizenAgrees ? row.CitizenAgreedAt ?? now : null;
        var both = command.WorkerAgrees && command.CitizenAgrees;
        row.RefusedAt = both ? null : now;
        row.RefusedBy = both ? null : command.WorkerAgrees ? "borger" : "sagsbehandler";
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

internal static class ObservationRefusal
{
    public static readonly Refusal NotFound = Refusal.NotFound("observation.not-found", "Observationen findes ikke.");
}
