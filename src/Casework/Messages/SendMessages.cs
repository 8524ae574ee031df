using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Hand over to the carrier what waits and is due.</summary>
public sealed record SendMessages : ICommand<MessagesSent>;

/// <summary><paramref name="HandedOver"/>: to the provider, or laid in the folder where there is none.</summary>
public sealed record MessagesSent(int HandedOver, int Failed, int PutOff);

[Requires("casework.message.send")]
internal sealed class SendMessagesHandler(
    VirkerContext db,
    IMessageTransport transport,
    IPersonalLinks links,
    TimeProvider clock
) : IUseCase<SendMessages, MessagesSent>
{
    private const int AtOnce = 200;
    private const int MostAttempts = 6;

    public async Task<Outcome<MessagesSent>> RunAsync(SendMessages command, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<MessageRow>()
            .Where(m => m.Status == MessageStatus.Waiting && m.NextAt <= now)
            .OrderBy(m => m.NextAt)
            .Take(AtOnce)
            .ToListAsync(ct);
        var ids = due.Select(m => m.CitizenId).Distinct().ToList();
        var citizens = await db.Set<CitizenRow>()
            .AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, ct);
        foreach (var message in due)
        {
            if (await IsOverAsync(message, now, ct))
                (message.Status, message.Link) = (MessageStatus.Withdrawn, null);
            else
                await SendAsync(message, citizens[message.CitizenId], now, ct);
            await db.SaveChangesAsync(ct);
        }

        return new MessagesSent(
            due.Count(m => m.Status == MessageStatus.Sent || m.Status == MessageStatus.Laid),
            due.Count(m => m.Status == MessageStatus.Failed),
            due.Count(m => m.Status == MessageStatus.Waiting)
        );
    }

    /// <summary>A minute after the first failed try, then two, four …</summary>
    internal static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Pow(2, attempts - 1));

    private static readonly IReadOnlySet<MessageKind> AboutOneTime = new HashSet<MessageKind>
    {
        MessageKind.Reminder,
        MessageKind.CallUp,
        MessageKind.Change,
        MessageKind.Confirmation,
    };

    /// <summary>Where the message goes, or null where the register does not know.</summary>
    internal static string? AddressOf(CallUpChannel channel, CitizenRow citizen) =>
        channel == CallUpChannel.Sms ? citizen.Phone
        : channel == CallUpChannel.Email ? citizen.Email
        : channel == CallUpChannel.Letter
            ? citizen.ShownAddress
                ?? (citizen.Address is null ? null : "Beskyttet adresse: slås op af den, der sender")
        : CallUpChannel.DigitalPost.Text;

    private async Task SendAsync(MessageRow message, CitizenRow citizen, DateTimeOffset now, CancellationToken ct)
    {
        message.Attempts++;
        if (AddressOf(message.Channel, citizen) is not { Length: > 0 } address)
        {
            Fail(message, "Registret har ikke noget sted at sende den hen.", now);
            return;
        }

        var sent = await transport.SendAsync(
            new(message.Id.Value, message.Channel.Code, citizen.Name, address, message.Subject, Text(message)),
            ct
        );
        if (!sent.IsRefused)
            HandedOver(message, sent.Value.Carrier, now);
        else if (sent.Refusal.Code == IMessageTransport.Undeliverable || message.Attempts >= MostAttempts)
            Fail(message, sent.Refusal.Text, now);
        else
            (message.NextAt, message.Problem) = (now + Wait(message.Attempts), sent.Refusal.Text);
    }

    /// <summary>
    /// Nobody is called up to, or reminded of, a conversation that has been held, has passed or has been given up; and
    /// a reminder is of its own time only.
    /// </summary>
    private async Task<bool> IsOverAsync(MessageRow message, DateTimeOffset now, CancellationToken ct) =>
        AboutOneTime.Contains(message.Kind)
        && !await db.Set<MeetingRow>()
            .AnyAsync(
                m =>
                    m.Id == message.MeetingId
                    && m.At > now
                    && m.Status == MeetingStatus.Planned
                    && (message.AboutAt == null || m.At == message.AboutAt),
                ct
            );

    private void HandedOver(MessageRow message, string carrier, DateTimeOffset now)
    {
        (message.Carrier, message.Link, message.Problem) = (carrier, null, null);
        if (transport.IsConnected) (message.Status, message.SentAt) = (MessageStatus.Sent, now);
        else (message.Status, message.LaidAt) = (MessageStatus.Laid, now);
    }

    private static void Fail(MessageRow message, string problem, DateTimeOffset now) =>
        (message.Status, message.FailedAt, message.Problem) = (MessageStatus.Failed, now, problem);

    private string Text(MessageRow message) => message.Link is not { } link ? message.Text
        : message.Text.Replace(MessageTexts.LinkMark, links.Open(link), StringComparison.Ordinal);
}

internal sealed class SendingRound(IUseCase<SendMessages, MessagesSent> send) : IJob
{
    public string Name => "casework.messages";

    public string Title => "Beskeder til borgere sendes";

    public JobPlan Plan => JobPlan.Every(TimeSpan.FromMinutes(1));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var sent = await send.RunAsync(new(), ct);
        return sent.IsRefused ? sent.Refusal : Done.It;
    }
}
