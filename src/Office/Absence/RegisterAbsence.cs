using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>
/// Say that one is away on whole days. The conversations that lie in the absence are told and stay where they are until
/// somebody moves them.
/// </summary>
public sealed record RegisterAbsence(DateOnly From, DateOnly To, string Reason) : ICommand<AbsenceRegistered>;

public sealed record AbsenceRegistered(int MeetingsInIt);

[Requires("casework.slot.open")]
internal sealed class RegisterAbsenceHandler(
    VirkerContext db,
    IAbsences absences,
    IStaffDirectory directory,
    IEnumerable<IPlannedWork> planned,
    CurrentActor actor
) : IUseCase<RegisterAbsence, AbsenceRegistered>
{
    public async Task<Outcome<AbsenceRegistered>> RunAsync(RegisterAbsence command, CancellationToken ct = default)
    {
        if (Decide(command) is { } refusal) return refusal;
        if (actor.Value.User is not { } user || (await directory.ReadAsync(ct)).Member(user) is null)
            return new Refusal("absence.no-worker", "Du står ikke i et team og har derfor ingen kalender.");
        var (from, to) = (
            command.From.DanishStart(),
            command.To.AddDays(1).DanishStart()
        );
        if (await absences.BetweenAsync(from, to, user, ct) is [var there, ..])
            return new Refusal(
                "absence.already",
                $"Du har allerede registreret fravær {Days(there)}. Fjern det først, eller vælg andre dage.",
                Field: nameof(command.From)
            );
        db.Add(
            new WorkerAbsenceRow
            {
                Id = Guid.NewGuid(),
                WorkerId = user,
                FromAt = from,
                ToAt = to,
                Reason = command.Reason.Trim(),
            }
        );
        await db.SaveChangesAsync(ct);
        return new AbsenceRegistered(await planned.CountAsync(from, to, user, ct));
    }

    private static string Days(Absence there) =>
        Danish.Say($"{there.From.DanishDate():d. MMMM} – {there.To.AddMinutes(-1).DanishDate():d. MMMM yyyy}");

    internal static Refusal? Decide(RegisterAbsence command) => Refusal.Each(
        ChosenDays.InOrder(command.From, command.To, "absence.ends-before-start"),
        command.To.DayNumber - command.From.DayNumber > 400
            ? new Refusal("absence.too-long", "Registrér højst et år ad gangen.", Field: nameof(command.To)) : null,
        command.Reason.Length > 100
            ? new Refusal("absence.reason-too-long", "Skriv højst 100 tegn.", Field: nameof(command.Reason)) : null);
}

/// <summary>Not away after all: one's own absence is removed, and the open times in it can be booked again.</summary>
public sealed record RemoveAbsence(Guid Absence) : ICommand<Done>;

[Requires("casework.slot.open")]
internal sealed class RemoveAbsenceHandler(VirkerContext db, CurrentActor actor) : IUseCase<RemoveAbsence, Done>
{
    public async Task<Outcome<Done>> RunAsync(RemoveAbsence command, CancellationToken ct = default)
    {
        var row = await db.Set<WorkerAbsenceRow>()
            .FirstOrDefaultAsync(a => a.Id == command.Absence && a.WorkerId == actor.Value.User, ct);
        if (row is null)
            return Refusal.NotFound("absence.not-found", "Fraværet findes ikke.", field: nameof(command.Absence));
        db.Remove(row);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
