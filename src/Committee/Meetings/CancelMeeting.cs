using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Cancel a meeting that has not been opened. Is its agenda out, the public is told.</summary>
public sealed record CancelMeeting(CommitteeMeetingId Meeting, string Because) : ICommand<Done>;

[Requires("committee.meeting.plan")]
internal sealed class CancelMeetingHandler(VirkerContext db, MeetingDesk desk, Press press, TimeProvider clock)
    : IUseCase<CancelMeeting, Done>
{
    public async Task<Outcome<Done>> RunAsync(CancelMeeting command, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(command.Because))
            return new Refusal(
                "committee-meeting.no-reason",
                "Skriv, hvorfor mødet aflyses.",
                Field: nameof(command.Because)
            );
        if (PublishGate.Holds(command.Because))
            return new Refusal(
                "committee-meeting.cpr",
                "Der står noget, der ligner et CPR-nummer, i begrundelsen. Den er offentlig.",
                Field: nameof(command.Because)
            );
        var meeting = await desk.StepAsync(command.Meeting, MeetingStep.Cancel, ct);
        if (meeting.IsRefused) return meeting.Refusal;
        (meeting.Value.CancelledBecause, meeting.Value.AnnouncedAt) = (command.Because.Trim(), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return await press.TellCancelledAsync(meeting.Value, ct);
    }
}
