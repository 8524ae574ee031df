using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What became of a message after it was sent (<paramref name="To"/>), told by the carrier or by whoever looked.
/// </summary>
public sealed record RecordReceipt(CitizenId Citizen, MessageId Message, MessageStatus To, string Problem = "")
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.message.write", Purpose = "Beskeder til dig")]
internal sealed class RecordReceiptHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<RecordReceipt, Done>
{
    public async Task<Outcome<Done>> RunAsync(RecordReceipt command, CancellationToken ct = default)
    {
        var message = await db.Set<MessageRow>()
            .FirstOrDefaultAsync(m => m.Id == command.Message && m.CitizenId == command.Citizen, ct);
        if (message is null)
            return MessageRefusal.NotFound;
        if (!MessageStatus.Allows(message.Status, command.To))
            return new Refusal("message.wrong-state", "Beskeden er ikke nået så langt, eller den er nået længere.");
        var now = clock.GetUtcNow();
        (message.Status, message.RecordedBy) = (command.To, actor.Value.Name);
        if (command.To == MessageStatus.Failed)
            (message.FailedAt, message.Problem) = (
                now,
                command.Problem.Length > 0 ? command.Problem : "Den kom tilbage."
            );
        else
            message.SentAt ??= now;
        if (command.To == MessageStatus.Delivered || command.To == MessageStatus.Read)
            message.DeliveredAt ??= now;
        if (command.To == MessageStatus.Read)
            message.ReadAt = now;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>
/// A message that did not come is sent again, this time another way (<paramref name="Channel"/>: <see
/// cref="CallUpChannel"/>).
/// </summary>
public sealed record SendAgain(CitizenId Citizen, MessageId Message, CallUpChannel Channel)
    : ICommand<SentAgain>,
        IAboutCitizen;

public sealed record SentAgain(CitizenTold Told);

[Requires("casework.message.write", Purpose = "Beskeder til dig")]
internal sealed class SendAgainHandler(VirkerContext db, Messages messages, TimeProvider clock)
    : IUseCase<SendAgain, SentAgain>
{
    public async Task<Outcome<SentAgain>> RunAsync(SendAgain command, CancellationToken ct = default)
    {
        var message = await db.Set<MessageRow>()
            .FirstOrDefaultAsync(m => m.Id == command.Message && m.CitizenId == command.Citizen, ct);
        if (message is null)
            return MessageRefusal.NotFound;
        if (message.Status != MessageStatus.Failed || message.SettledAt is not null)
            return new Refusal(
                "message.not-failed",
                "Beskeden er ikke fejlet, eller nogen har allerede taget sig af den."
            );
        if (command.Channel == CallUpChannel.Agreed)
            return new Refusal("call-up.channel", "Vælg, hvordan borgeren får besked.", Field: nameof(command.Channel));
        if (
            message.MeetingId is { } meeting
            && !await db.Set<MeetingRow>().AnyAsync(m => m.Id == meeting && m.Status == MeetingStatus.Planned, ct)
            && message.Kind != MessageKind.Cancellation
        )
            return new Refusal("message.over", "Samtalen er ikke længere aftalt, så beskeden skal ikke sendes igen.");
        (message.SettledAt, message.SettledHow) = (clock.GetUtcNow(), "Sendt igen");
        return new SentAgain(await messages.TellAgainAsync(message, command.Channel, ct));
    }
}

/// <summary>A message that did not come was seen to in another way; it leaves the list.</summary>
public sealed record SettleMessage(CitizenId Citizen, MessageId Message, string How) : ICommand<Done>, IAboutCitizen;

[Requires("casework.message.write", Purpose = "Beskeder til dig")]
internal sealed class SettleMessageHandler(VirkerContext db, TimeProvider clock) : IUseCase<SettleMessage, Done>
{
    public async Task<Outcome<Done>> RunAsync(SettleMessage command, CancellationToken ct = default)
    {
        var message = await db.Set<MessageRow>()
            .FirstOrDefaultAsync(m => m.Id == command.Message && m.CitizenId == command.Citizen, ct);
        if (message is null)
            return MessageRefusal.NotFound;
        if (message.Status != MessageStatus.Failed || message.SettledAt is not null)
            return new Refusal(
                "message.not-failed",
                "Beskeden er ikke fejlet, eller nogen har allerede taget sig af den."
            );
        if (command.How.Trim().Length is < 3 or > 200)
            return new Refusal(
                "message.how",
                "Skriv kort, hvad der blev gjort i stedet (højst 200 tegn).",
                Field: nameof(command.How)
            );
        (message.SettledAt, message.SettledHow) = (clock.GetUtcNow(), command.How.Trim());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

internal static class MessageRefusal
{
    public static readonly Refusal NotFound = Refusal.NotFound("message.not-found", "Beskeden findes ikke.");
}
