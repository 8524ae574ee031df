using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

[Part]
internal sealed class Post(
    VirkerContext db,
    IEnumerable<IPartyContacts> contacts,
    IPersonalLinks links,
    IMessageTransport transport,
    TimeProvider clock
) : IPost
{
    public Task<PartyTold> TellAsync(MessageDraft draft, CancellationToken ct) =>
        WriteAsync(draft, draft.Link is { } link ? links.Seal(link) : null, ct);

    /// <summary>The link is handed on as it lies sealed in the message it was in, without being opened.</summary>
    public async Task<PartyTold> TellAgainAsync(
        Message failed,
        MessageChannel channel,
        bool binding,
        CancellationToken ct
    )
    {
        var row = await db.Set<MessageRow>().FirstAsync(m => m.Id == failed.Id, ct);
        (row.SettledAt, row.SettledHow) = (clock.GetUtcNow(), "Sendt igen");
        var draft = new MessageDraft(failed.Party, failed.Kind, channel, (row.Subject, row.Text))
        {
            About = row.AboutId,
            Cause = row.CauseId,
            Binding = binding,
        };
        return await WriteAsync(draft, row.Link, ct);
    }

    public async Task<Withdrawn> WithdrawAsync(Guid about, CancellationToken ct)
    {
        var told = await db.Set<MessageRow>().AnyAsync(m => m.AboutId == about && m.SentAt != null, ct);
        var waiting = await db.Set<MessageRow>()
            .Where(m => m.AboutId == about && (m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Laid))
            .ToListAsync(ct);
        foreach (var message in waiting)
        {
            if (message.Status == MessageStatus.Laid)
                await transport.TakeBackAsync(message.Id.Value, message.Channel.Code, ct);
            (message.Status, message.Link) = (MessageStatus.Withdrawn, null);
        }

        await db.SaveChangesAsync(ct);
        return new(waiting.Count, told);
    }

    private async Task<PartyTold> WriteAsync(MessageDraft draft, string? sealedLink, CancellationToken ct)
    {
        if (draft.Wanted == MessageChannel.Agreed) return PartyTold.Nothing;
        var contact = (await contacts.OfAllAsync([draft.Party], ct))[draft.Party];
        var (way, now) = (contact.Choose(draft.Wanted, draft.Binding), clock.GetUtcNow());
        var row = new MessageRow
        {
            Id = NewId.Of<MessageId>(),
            CitizenId = draft.Party.Citizen,
            CompanyId = draft.Party.Company,
            AboutId = draft.About,
            CauseId = draft.Cause,
            Kind = draft.Kind.Code,
            Channel = way.Channel,
            Note = way.Note,
            Subject = draft.Words.Subject,
            Text = draft.Words.Text,
            Link = sealedLink,
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
            HasAddress = contact.AddressOf(way.Channel) is { Length: > 0 },
        };
    }
}
