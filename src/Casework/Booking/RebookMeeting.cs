using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Move a planned conversation that was read as <paramref name="Version"/> to another time; it stays the same
/// conversation.
/// </summary>
public sealed record RebookMeeting(CitizenId Citizen, MeetingId Meeting, int Version, DateTimeOffset At)
    : ICommand<MeetingBooked>,
        IAboutCitizen
{
    public bool WithoutInterpreter { get; init; }

    /// <summary>Whose open time was chosen, where one was; it must be the conversation's own worker's.</summary>
    public UserId? TimeOf { get; init; }

    /// <summary>Null says it as the last call-up did.</summary>
    public CallUpWords? CallUp { get; init; }
}

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class RebookMeetingHandler(VirkerContext db, Appointments appointments)
    : IUseCase<RebookMeeting, MeetingBooked>
{
    public async Task<Outcome<MeetingBooked>> RunAsync(RebookMeeting command, CancellationToken ct = default)
    {
        var found = await MeetingLookup.FindAsync(db, command.Citizen, command.Meeting, command.Version, ct);
        if (found.IsRefused)
            return found.Refusal;
        if (command.TimeOf is { } owner && owner != found.Value.WorkerId)
            return new Refusal(
                "booking.other-workers-time",
                "Tiden er hos en anden end den, samtalen er hos. Vælg en af sagsbehandlerens egne tider.",
                Field: nameof(command.At)
            );
        if (found.Value.Status == MeetingStatus.Planned && found.Value.At == command.At)
            return new MeetingBooked(found.Value.Id, command.Citizen, found.Value.At);
        return await appointments.MoveAsync(
            found.Value,
            command.At,
            command.WithoutInterpreter,
            command.CallUp ?? await AsLastAsync(command.Meeting, ct),
            ct
        );
    }

    /// <summary>What was agreed face to face is another time now, and that must be told.</summary>
    private async Task<CallUpWords> AsLastAsync(MeetingId meeting, CancellationToken ct)
    {
        var last = await appointments.LastCallAsync(meeting, ct);
        return last is null
            ? CallUpWords.Usual
            : new(
                last.Channel == MessageChannel.Agreed ? MessageChannel.DigitalPost : last.Channel,
                last.Reason,
                last.Mandatory
            );
    }
}

internal static class MeetingLookup
{
    private static readonly Refusal NotFound = Refusal.NotFound("meeting.not-found", "Samtalen findes ikke.");

    private static readonly Refusal Changed = Refusal.ChangedMeanwhile(
        "meeting.changed-meanwhile",
        "Samtalen er ændret, siden du åbnede siden. Se den igen, og prøv så."
    );

    /// <summary>The citizen's own conversation, as it was read.</summary>
    public static async Task<Outcome<MeetingRow>> FindAsync(
        VirkerContext db,
        CitizenId citizen,
        MeetingId meeting,
        int version,
        CancellationToken ct
    )
    {
        var found = await db.Set<MeetingRow>().FirstOrDefaultAsync(m => m.Id == meeting && m.CitizenId == citizen, ct);
        return found is null ? NotFound : found.Version != version ? Changed : found;
    }
}
