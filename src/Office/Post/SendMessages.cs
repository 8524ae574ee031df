using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>Hand over to the carrier what waits and is due.</summary>
public sealed record SendMessages : ICommand<MessagesSent>;

/// <summary><paramref name="HandedOver"/>: to the provider, or laid in the folder where there is none.</summary>
public sealed record MessagesSent(int HandedOver, int Failed, int PutOff);

[Requires("casework.message.send")]
internal sealed class SendMessagesHandler(
    VirkerContext db,
    IEnumerable<IPartyContacts> contacts,
    IEnumerable<IMessageKinds> kinds,
    Dispatch dispatch,
    TimeProvider clock
) : IUseCase<SendMessages, MessagesSent>
{
    private const int AtOnce = 200;

    public async Task<Outcome<MessagesSent>> RunAsync(SendMessages command, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<MessageRow>()
            .Where(m => m.Status == MessageStatus.Waiting && m.NextAt <= now)
            .OrderBy(m => m.NextAt)
            .Take(AtOnce)
            .ToListAsync(ct);
        var parties = await contacts.OfAllAsync([.. due.Select(m => m.Party).Distinct()], ct);
        foreach (var message in due)
        {
            var subject = new MessageSubject(message.Kind, message.AboutId, message.AboutAt);
            if (await kinds.Of(message.Kind).HoldsAsync(subject, now, ct))
                await dispatch.SendAsync(message, parties.GetValueOrDefault(message.Party), now, ct);
            else
                (message.Status, message.Link) = (MessageStatus.Withdrawn, null);
            await db.SaveChangesAsync(ct);
        }

        return new MessagesSent(
            due.Count(m => m.Status == MessageStatus.Sent || m.Status == MessageStatus.Laid),
            due.Count(m => m.Status == MessageStatus.Failed),
            due.Count(m => m.Status == MessageStatus.Waiting)
        );
    }
}

/// <summary>Hands a message to the carrier, and writes down what came of it.</summary>
[Part]
internal sealed class Dispatch(IMessageTransport transport, IPersonalLinks links)
{
    private const int MostAttempts = 6;

    /// <summary>A minute after the first failed try, then two, four …</summary>
    internal static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Pow(2, attempts - 1));

    /// <param name="contact">Null where no register knows the party.</param>
    public async Task SendAsync(MessageRow message, IPartyContact? contact, DateTimeOffset now, CancellationToken ct)
    {
        message.Attempts++;
        if (contact?.AddressOf(message.Channel) is not { Length: > 0 } address)
        {
            Fail(message, "Registret har ikke noget sted at sende den hen.", now);
            return;
        }

        var sent = await transport.SendAsync(
            new(message.Id.Value, message.Channel.Code, contact.Name, address, message.Subject, Text(message)),
            ct
        );
        if (!sent.IsRefused)
            HandedOver(message, sent.Value.Carrier, now);
        else if (sent.Refusal.Code == IMessageTransport.Undeliverable || message.Attempts >= MostAttempts)
            Fail(message, sent.Refusal.Text, now);
        else
            (message.NextAt, message.Problem) = (now + Wait(message.Attempts), sent.Refusal.Text);
    }

    private void HandedOver(MessageRow message, string carrier, DateTimeOffset now)
    {
        (message.Carrier, message.Link, message.Problem) = (carrier, null, null);
        if (transport.IsConnected) (message.Status, message.SentAt) = (MessageStatus.Sent, now);
        else (message.Status, message.LaidAt) = (MessageStatus.Laid, now);
    }

    private static void Fail(MessageRow message, string problem, DateTimeOffset now) =>
        (message.Status, message.FailedAt, message.Problem) = (MessageStatus.Failed, now, problem);

    private string Text(MessageRow message) => message.Link is not { } link ? message.Text
        : message.Text.Replace(PersonalLinks.Mark, links.Open(link), StringComparison.Ordinal);
}

internal sealed class SendingRound(IUseCase<SendMessages, MessagesSent> send) : IJob
{
    public string Name => "casework.messages";

    public string Title => "Beskeder sendes";

    public JobPlan Plan => JobPlan.Every(TimeSpan.FromMinutes(1));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var sent = await send.RunAsync(new(), ct);
        return sent.IsRefused ? sent.Refusal : Done.It;
    }
}
