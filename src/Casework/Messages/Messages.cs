using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What is to be told. <paramref name="Wanted"/>: the channel asked for, null where any will do; the citizen's
/// registration has the last word.
/// </summary>
internal sealed record MessageDraft(
    CitizenId Citizen,
    MessageKind Kind,
    CallUpChannel? Wanted,
    (string Subject, string Text) Words
)
{
    /// <summary>Staying away can have a consequence.</summary>
    public bool Binding { get; init; }

    public MeetingId? Meeting { get; init; }

    public CallUpId? CallUp { get; init; }

    /// <summary>The path of a personal link, which replaces the mark in the text when it is sent.</summary>
    public string? Link { get; init; }

    /// <summary>
    /// A link that was never sent, as it lies sealed in the message it was in: it is handed on without being opened.
    /// </summary>
    public string? SealedLink { get; init; }

    public (DateTimeOffset At, int LeadHours)? Reminds { get; init; }
}

/// <summary>The one way out to citizens: every message becomes a row, and a job sends the rows.</summary>
[Part]
internal sealed class Messages(
    VirkerContext db,
    Senders senders,
    IPersonalLinks links,
    IMessageTransport transport,
    TimeProvider clock
)
{
    /// <summary>Who writes of the conversation, or of nothing but the case.</summary>
    public Task<Sender> SenderAsync(MeetingRow? meeting, CancellationToken ct) =>
        senders.OfAsync(meeting, ct);

    /// <summary>Nothing is written where it was agreed face to face.</summary>
    public async Task<CitizenTold> TellAsync(MessageDraft draft, CancellationToken ct)
    {
        if (draft.Wanted == CallUpChannel.Agreed) return CitizenTold.Nothing;
        var (contact, now) = (await ContactAsync(draft.Citizen, ct), clock.GetUtcNow());
        var way = MessageChannels.Choose(
            contact,
            draft.Wanted ?? MessageChannels.Light(contact),
            draft.Binding
        );
        var row = new MessageRow
        {
            Id = NewId.Of<MessageId>(),
            CitizenId = draft.Citizen,
            MeetingId = draft.Meeting,
            CallUpId = draft.CallUp,
            Kind = draft.Kind,
            Channel = way.Channel,
            Note = way.Note,
            Subject = draft.Words.Subject,
            Text = draft.Words.Text,
            Link = draft.Link is { } link ? links.Seal(link) : draft.SealedLink,
            MadeAt = now,
            NextAt = SendingHours.First(way.Channel, now),
            AboutAt = draft.Reminds?.At,
            LeadHours = draft.Reminds?.LeadHours,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new(way.Channel, way.Note)
        {
            IsCarried = transport.IsConnected,
            NotBefore = row.NextAt > now ? row.NextAt : null,
            HasAddress = contact.Reaches(way.Channel),
        };
    }

    public async Task<CitizenTold> CallUpAsync(MeetingRow meeting, CallUpRow call, bool moved, CancellationToken ct)
    {
        if (moved)
            await WithdrawAsync(meeting.Id, ct);
        return await TellAsync(
            new(
                meeting.CitizenId,
                moved ? MessageKind.Change : MessageKind.CallUp,
                call.Channel,
                MessageTexts.CallUp(meeting, call, moved, await SenderAsync(meeting, ct))
            )
            {
                Binding = call.Mandatory,
                Meeting = meeting.Id,
                CallUp = call.Id,
            },
            ct
        );
    }

    /// <summary>
    /// The conversation is off. Where nothing had been sent yet, the call-up is taken back instead of being sent and
    /// cancelled.
    /// </summary>
    public async Task<CitizenTold> CancelAsync(MeetingRow meeting, CallUpChannel? channel, CancellationToken ct)
    {
        var call = await db.Set<CallUpRow>()
            .Where(c => c.MeetingId == meeting.Id)
            .OrderByDescending(c => c.MadeAt)
            .Select(c => new { c.Channel, c.Mandatory })
            .FirstOrDefaultAsync(ct);
        var told = await db.Set<MessageRow>().AnyAsync(m => m.MeetingId == meeting.Id && m.SentAt != null, ct);
        var untold = await WithdrawAsync(meeting.Id, ct) > 0 && !told;
        if (untold) return CitizenTold.Nothing with { TakenBack = true, IsCarried = transport.IsConnected };
        var wanted = channel ?? (call?.Channel == CallUpChannel.Agreed ? null : call?.Channel);
        return await TellAsync(
            new(
                meeting.CitizenId,
                MessageKind.Cancellation,
                wanted,
                MessageTexts.Cancelled(meeting, await SenderAsync(meeting, ct))
            )
            {
                Meeting = meeting.Id,
            },
            ct
        );
    }

    /// <summary>
    /// What waits to be told of a conversation, or lies in the folder still, is not sent after all. Answers how many
    /// messages that was.
    /// </summary>
    public async Task<int> WithdrawAsync(MeetingId meeting, CancellationToken ct)
    {
        var waiting = await db.Set<MessageRow>()
            .Where(m => m.MeetingId == meeting && (m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Laid))
            .ToListAsync(ct);
        foreach (var message in waiting)
        {
            if (message.Status == MessageStatus.Laid)
                await transport.TakeBackAsync(message.Id.Value, message.Channel.Code, ct);
            (message.Status, message.Link) = (MessageStatus.Withdrawn, null);
        }

        await db.SaveChangesAsync(ct);
        return waiting.Count;
    }

    /// <summary>The same words another way; a link that was never sent goes with them.</summary>
    public Task<CitizenTold> TellAgainAsync(MessageRow failed, CallUpChannel channel, CancellationToken ct) =>
        TellAsync(
            new(failed.CitizenId, failed.Kind, channel, (failed.Subject, failed.Text))
            {
                Meeting = failed.MeetingId,
                CallUp = failed.CallUpId,
                SealedLink = failed.Link,
                Binding = failed.Kind == MessageKind.CallUp
                    || failed.Kind == MessageKind.Change
                    || failed.Kind == MessageKind.Invitation,
            },
            ct
        );

    public async Task<ContactDetails> ContactAsync(CitizenId citizen, CancellationToken ct)
    {
        var known = await db.Set<CitizenRow>()
            .Where(c => c.Id == citizen)
            .Select(c => new
            {
                c.Phone,
                c.Email,
                HasAddress = c.Address != null,
            })
            .FirstOrDefaultAsync(ct);
        var wish = await db.Set<ContactWishRow>().AsNoTracking().FirstOrDefaultAsync(w => w.CitizenId == citizen, ct);
        return new(known?.Phone, known?.Email, wish?.WithoutDigitalPost == true, wish?.NoTexts == true)
        {
            HasAddress = known?.HasAddress == true,
        };
    }
}
