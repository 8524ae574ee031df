using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Book a conversation with a citizen, with the case's worker where nobody else is named, and call the citizen up to
/// it.
/// </summary>
public sealed record BookMeeting(CitizenId Citizen, DateTimeOffset At, MeetingKind Kind, MeetingChannel Channel)
    : ICommand<MeetingBooked>,
        IAboutCitizen
{
    public int Minutes { get; init; } = 45;

    public UserId? Worker { get; init; }

    /// <summary>Whose open time was chosen, where one was: it is then with that worker or refused.</summary>
    public UserId? TimeOf { get; init; }

    public bool WithoutInterpreter { get; init; }

    public CallUpWords CallUp { get; init; } = CallUpWords.Usual;
}

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class BookMeetingHandler(
    VirkerContext db,
    Appointments appointments,
    IStaffDirectory directory,
    CurrentActor actor
) : IUseCase<BookMeeting, MeetingBooked>
{
    public async Task<Outcome<MeetingBooked>> RunAsync(BookMeeting command, CancellationToken ct = default)
    {
        if (!await db.Set<CitizenRow>().AnyAsync(c => c.Id == command.Citizen, ct))
            return CitizenRefusals.NotFound;
        if (
            (command.Worker ?? command.TimeOf) is { } named
            && (await directory.ReadAsync(ct)).OfJobcenter(named) is null
        )
            return Refusal.NotFound("worker.not-found", "Vælg, hvem samtalen er hos.", field: nameof(command.Worker));
        var worker =
            command.Worker
            ?? command.TimeOf
            ?? await db.Set<CaseRow>()
                .Where(c => c.CitizenId == command.Citizen && c.Closed == null)
                .Select(c => c.WorkerId)
                .FirstOrDefaultAsync(ct)
            ?? actor.Value.User;
        return await appointments.BookAsync(
            new(command.Citizen, worker, command.At, command.Minutes, command.Kind, command.Channel)
            {
                WithoutInterpreter = command.WithoutInterpreter,
                TimeOf = command.TimeOf,
            },
            command.CallUp,
            ct
        );
    }
}
