using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What became of a message after it was sent (<paramref name="To"/>), told by the carrier or by whoever looked.
/// </summary>
public sealed record RecordReceipt(CitizenId Citizen, MessageId Message, MessageStatus To, string Problem = "")
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.message.write", Purpose = "Beskeder til dig")]
internal sealed class RecordReceiptHandler(IMessageReceipts receipts) : IUseCase<RecordReceipt, Done>
{
    public Task<Outcome<Done>> RunAsync(RecordReceipt command, CancellationToken ct = default) =>
        receipts.RecordAsync(Party.Of(command.Citizen), command.Message, command.To, command.Problem, ct);
}

/// <summary>A message that did not come is sent again, this time another way.</summary>
public sealed record SendAgain(CitizenId Citizen, MessageId Message, MessageChannel Channel)
    : ICommand<SentAgain>,
        IAboutCitizen;

public sealed record SentAgain(PartyTold Told);

[Requires("casework.message.write", Purpose = "Beskeder til dig")]
internal sealed class SendAgainHandler(VirkerContext db, ISentPost sent, IPost post) : IUseCase<SendAgain, SentAgain>
{
    public async Task<Outcome<SentAgain>> RunAsync(SendAgain command, CancellationToken ct = default)
    {
        var failed = await sent.FailedAsync(Party.Of(command.Citizen), command.Message, ct);
        if (failed.IsRefused) return failed.Refusal;
        if (command.Channel == MessageChannel.Agreed)
            return new Refusal(
                "call-up.channel",
                "Vælg, hvordan borgeren får besked.",
                Field: nameof(command.Channel)
            );
        var kind = failed.Value.Kind as MessageKind;
        if (kind is not null && await IsOverAsync(kind, failed.Value.About, ct))
            return new Refusal("message.over", "Samtalen er ikke længere aftalt, så beskeden skal ikke sendes igen.");
        var binds = kind?.Binds == true;
        return new SentAgain(await post.TellAgainAsync(failed.Value, command.Channel, binds, ct));
    }

    private async Task<bool> IsOverAsync(MessageKind kind, Guid? about, CancellationToken ct)
    {
        if (about is not { } id || kind == MessageKind.Cancellation) return false;
        var meeting = MeetingId.From(id);
        return !await db.Set<MeetingRow>().AnyAsync(m => m.Id == meeting && m.Status == MeetingStatus.Planned, ct);
    }
}

/// <summary>A message that did not come was seen to in another way; it leaves the list.</summary>
public sealed record SettleMessage(CitizenId Citizen, MessageId Message, string How) : ICommand<Done>, IAboutCitizen;

[Requires("casework.message.write", Purpose = "Beskeder til dig")]
internal sealed class SettleMessageHandler(IMessageReceipts receipts) : IUseCase<SettleMessage, Done>
{
    public Task<Outcome<Done>> RunAsync(SettleMessage command, CancellationToken ct = default) =>
        receipts.SettleAsync(Party.Of(command.Citizen), new(command.Message, command.How), ct);
}
