using Virker.Kernel;

namespace Virker.Office;

/// <summary>
/// What a party is to be told. <paramref name="Kind"/>: a word of the module that tells it. <paramref name="Wanted"/>:
/// the channel asked for, null where any will do; the party's registration has the last word.
/// </summary>
public sealed record MessageDraft(
    Party Party,
    ICodeWord Kind,
    MessageChannel? Wanted,
    (string Subject, string Text) Words
)
{
    /// <summary>Staying away can have a consequence.</summary>
    public bool Binding { get; init; }

    /// <summary>What it tells of: the identity of what the module has booked.</summary>
    public Guid? About { get; init; }

    /// <summary>What it is written for, where that is something else: a call-up.</summary>
    public Guid? Cause { get; init; }

    /// <summary>The path of a personal link, which replaces the mark in the text when it is sent.</summary>
    public string? Link { get; init; }

    public (DateTimeOffset At, int LeadHours)? Reminds { get; init; }
}

/// <summary>
/// What was taken back before anybody had sent it. <paramref name="ToldBefore"/>: something about it had been sent.
/// </summary>
public sealed record Withdrawn(int Count, bool ToldBefore);

/// <summary>
/// The one way out to citizens and companies: every message becomes a row in the transaction that tells it, and a job
/// sends the rows. What stands in it, and who may write it, is the use case's that calls.
/// </summary>
public interface IPost
{
    /// <summary>Nothing is written where it was agreed face to face.</summary>
    Task<PartyTold> TellAsync(MessageDraft draft, CancellationToken ct);

    /// <summary>What waits to be told of something, or lies in the folder still, is not sent after all.</summary>
    Task<Withdrawn> WithdrawAsync(Guid about, CancellationToken ct);

    /// <summary>The same words another way; a link that was never sent goes with them.</summary>
    Task<PartyTold> TellAgainAsync(Message failed, MessageChannel channel, bool binding, CancellationToken ct);
}
