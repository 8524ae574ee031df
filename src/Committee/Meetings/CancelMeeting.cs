using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Cancel a meeting that has not been opened. Is its agenda out, the public is told.</summary>
public sealed record CancelMeeting(CommitteeMeetingId Meeting, string Because) : ICommand;

[Requires("committee.meeting.plan")]
internal sealed class CancelMeetingHandler(VirkerContext db, MeetingDesk desk, Press press) : IUseCase<CancelMeeting, Done>
{
    public async Task<Outcome<Done>> RunAsync(CancelMeeting command, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(command.Because)) return new Refusal("committee-meeting.no-reason", "Skriv, hvorfor mødet aflyses.", Field: nameof(command.Because));
        var meeting = await desk.StepAsync(command.Meeting, MeetingStep.Cancel, ct);
        if (meeting.IsRefused) return meeting.Refusal;
        meeting.Value.CancelledBecause = command.Because.Trim();
        await db.SaveChangesAsync(ct);
        if (!await db.Set<PublicationRow>().AnyAsync(p => p.MeetingId == command.Meeting, ct)) return Done.It;
        var told = await press.PublishAsync(meeting.Value, PublicationKind.Agenda, "Mødet er aflyst.", ct);
        return told.IsRefused ? told.Refusal : Done.It;
    }
}
