using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A conversation that came to nothing: cancelled by the office, or the citizen absent, with or without a good reason
/// (<paramref name="To"/>). Its time is given back.
/// </summary>
public sealed record EndMeeting(CitizenId Citizen, MeetingId Meeting, int Version, MeetingStatus To, string Reason)
    : ICommand<MeetingEnded>,
        IAboutCitizen
{
    /// <summary>How the citizen is told of a cancellation; null as the call-up was.</summary>
    public MessageChannel? Tell { get; init; }
}

public sealed record MeetingEnded(MeetingId Id, MeetingStatus Status, int Version)
{
    public DateTimeOffset At { get; init; }

    public PartyTold Told { get; init; } = PartyTold.Nothing;
}

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class EndMeetingHandler(
    VirkerContext db,
    IOfficeCalendar calendar,
    Messages messages,
    TimeProvider clock
) : IUseCase<EndMeeting, MeetingEnded>
{
    public async Task<Outcome<MeetingEnded>> RunAsync(EndMeeting command, CancellationToken ct = default)
    {
        var found = await MeetingLookup.FindAsync(db, command.Citizen, command.Meeting, command.Version, ct);
        if (found.IsRefused) return found.Refusal;
        var meeting = found.Value;
        if (Decide(command, meeting, clock.GetUtcNow()) is { } refusal) return refusal;
        await calendar.ReleaseAsync(meeting.Id.Value, ct);
        (meeting.Status, meeting.EndReason) = (command.To, command.Reason.Trim());
        await db.SaveChangesAsync(ct);
        return new MeetingEnded(meeting.Id, meeting.Status, meeting.Version)
        {
            At = meeting.At,
            Told = await TellAsync(command, meeting, ct),
        };
    }

    private async Task<PartyTold> TellAsync(EndMeeting command, MeetingRow meeting, CancellationToken ct)
    {
        if (command.To == MeetingStatus.Cancelled) return await messages.CancelAsync(meeting, command.Tell, ct);
        await messages.WithdrawAsync(meeting.Id, ct);
        return PartyTold.Nothing;
    }

    internal static Refusal? Decide(EndMeeting command, MeetingRow meeting, DateTimeOffset now) => Refusal.Each(
        !IsEnd(command.To)
            ? new Refusal("meeting.end", "Vælg, hvad der skete.", Field: nameof(EndMeeting.To)) : null,
        command.To == MeetingStatus.Held
            ? new Refusal("meeting.hold-it", "En samtale bliver afholdt ved at gemme den med notat.") : null,
        IsEnd(command.To) ? MeetingCourse.Refuse(meeting.Status, command.To) : null,
        command.To == MeetingStatus.Missed && meeting.At > now
            ? new Refusal("meeting.not-yet",
                "Samtalen ligger i fremtiden. Borgeren kan først være udeblevet bagefter.") : null,
        string.IsNullOrWhiteSpace(command.Reason)
            ? new Refusal("meeting.no-reason", "Skriv hvorfor.", Field: nameof(EndMeeting.Reason)) : null,
        command.Reason.Length > 500
            ? new Refusal("meeting.reason-too-long",
                "Begrundelsen må højst være 500 tegn.", Field: nameof(EndMeeting.Reason)) : null);

    private static bool IsEnd(MeetingStatus to) => to != MeetingStatus.Planned && to != MeetingStatus.Begun;
}
