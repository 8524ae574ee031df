using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What the cases tell citizens of their conversations, in the words of <see cref="MessageTexts"/>.</summary>
[Part]
internal sealed class Messages(VirkerContext db, Senders senders, IPost post, ISentPost sent)
{
    /// <summary>Who writes of the conversation, or of nothing but the case.</summary>
    public Task<Sender> SenderAsync(MeetingRow? meeting, CancellationToken ct) =>
        senders.OfAsync(meeting, ct);

    public Task<PartyTold> TellAsync(MessageDraft draft, CancellationToken ct) => post.TellAsync(draft, ct);

    /// <summary>What waits to be told of a conversation, or lies in the folder still, is not sent after all.</summary>
    public Task<Withdrawn> WithdrawAsync(MeetingId meeting, CancellationToken ct) =>
        post.WithdrawAsync(meeting.Value, ct);

    public async Task<PartyTold> CallUpAsync(MeetingRow meeting, CallUpRow call, bool moved, CancellationToken ct)
    {
        if (moved)
            await WithdrawAsync(meeting.Id, ct);
        return await TellAsync(
            new(
                Party.Of(meeting.CitizenId),
                moved ? MessageKind.Change : MessageKind.CallUp,
                call.Channel,
                MessageTexts.CallUp(meeting, call, moved, await SenderAsync(meeting, ct))
            )
            {
                Binding = call.Mandatory,
                About = meeting.Id.Value,
                Cause = call.Id.Value,
            },
            ct
        );
    }

    /// <summary>
    /// The conversation is off. Where nothing had been sent yet, the call-up is taken back instead of being sent and
    /// cancelled.
    /// </summary>
    public async Task<PartyTold> CancelAsync(MeetingRow meeting, MessageChannel? channel, CancellationToken ct)
    {
        var call = await db.Set<CallUpRow>()
            .Where(c => c.MeetingId == meeting.Id)
            .OrderByDescending(c => c.MadeAt)
            .Select(c => new { c.Channel, c.Mandatory })
            .FirstOrDefaultAsync(ct);
        if (await WithdrawAsync(meeting.Id, ct) is { Count: > 0, ToldBefore: false })
            return PartyTold.Nothing with { TakenBack = true, IsCarried = sent.Transport.IsConnected };
        var wanted = channel ?? (call?.Channel == MessageChannel.Agreed ? null : call?.Channel);
        return await TellAsync(
            new(
                Party.Of(meeting.CitizenId),
                MessageKind.Cancellation,
                wanted,
                MessageTexts.Cancelled(meeting, await SenderAsync(meeting, ct))
            )
            {
                About = meeting.Id.Value,
            },
            ct
        );
    }
}
