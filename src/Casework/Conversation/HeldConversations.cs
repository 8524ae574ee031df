using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The one way that a conversation becomes held: its time is given back, its draft is gone, and it is told.
/// </summary>
[Part]
internal sealed class HeldConversations(VirkerContext db, IOfficeCalendar calendar, IEvents events, CurrentActor actor)
{
    public Task<Outcome<MeetingRow>> FindAsync(HoldConversation command, CancellationToken ct) =>
        MeetingLookup.FindAsync(db, command.Citizen, command.Meeting, command.Version, ct);

    public async Task HoldAsync(MeetingRow meeting, MeetingChannel channel, CancellationToken ct)
    {
        (meeting.Status, meeting.Channel) = (MeetingStatus.Held, channel);
        await calendar.ReleaseAsync(meeting.Id.Value, ct);
        events.Publish(
            new ConversationTookPlace(meeting.Id, meeting.CitizenId, meeting.WorkerId ?? actor.Value.User, meeting.At)
        );
    }

    /// <summary>Saved with its note, that the draft became.</summary>
    public async Task KeepAsync(NoteRow note, MeetingRow meeting, CancellationToken ct)
    {
        db.Add(note);
        await db.SaveChangesAsync(ct);
        await db.Set<DraftRow>()
            .Where(d => d.MeetingId == meeting.Id && d.UserId == actor.Value.User)
            .ExecuteDeleteAsync(ct);
    }
}
