using Virker.Kernel;

namespace Virker.Office;

/// <summary>A message that did not come was seen to in another way.</summary>
public sealed record MessageSettled(MessageId Message, string How);

/// <summary>What is written down of a message once it has left, or did not come.</summary>
public interface IMessageReceipts
{
    /// <summary>What became of a message after it was sent, told by the carrier or by whoever looked.</summary>
    Task<Outcome<Done>> RecordAsync(
        Party party,
        MessageId message,
        MessageStatus to,
        string problem,
        CancellationToken ct
    );

    /// <returns>Refused, with fields of <see cref="MessageSettled"/>, where it has not failed.</returns>
    Task<Outcome<Done>> SettleAsync(Party party, MessageSettled settled, CancellationToken ct);

    /// <summary>
    /// A person has sent these from the folder. Answers whose they were; those of others, and those that lie there no
    /// longer, are passed over.
    /// </summary>
    Task<IReadOnlyList<Party>> RecordSentAsync(
        IReadOnlyCollection<MessageId> messages,
        IReadOnlyCollection<Party> of,
        CancellationToken ct
    );
}
