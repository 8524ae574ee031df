using Virker.Kernel;

namespace Virker.Office;

/// <summary>
/// Which messages are asked for: of these parties, made since then or lying in the folder still, in a state (null:
/// those that somebody must do something about).
/// </summary>
public sealed record MessagesWanted(IReadOnlyCollection<Party> Of, DateTimeOffset Since, MessageStatus? Status)
{
    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}

/// <summary>
/// The newest first, and how many there are in each state. <paramref name="Unsettled"/>: those that failed, or lie
/// unsent in the folder.
/// </summary>
public sealed record MessagesFound(
    IReadOnlyList<Message> Messages,
    IReadOnlyList<(MessageStatus Status, int Count)> Counts,
    int Unsettled
);

/// <summary>A message that did not come, and that nobody has seen to.</summary>
public sealed record Undelivered(Party Party, DateTimeOffset FailedAt, string Subject);

/// <summary>What has been told, and what has become of it.</summary>
public interface ISentPost
{
    TransportState Transport { get; }

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<Message>> OfAsync(Party party, CancellationToken ct);

    /// <summary>Refused where it is not there, or has not failed, or somebody has seen to it.</summary>
    Task<Outcome<Message>> FailedAsync(Party party, MessageId message, CancellationToken ct);

    Task<MessagesFound> PageAsync(MessagesWanted wanted, CancellationToken ct);

    Task<IReadOnlyList<Undelivered>> UndeliveredAsync(CancellationToken ct);

    /// <summary>How many lie in the folder and have been sent by nobody, and since when the oldest has.</summary>
    Task<(int Count, DateTimeOffset? Oldest)> LaidAsync(IReadOnlyCollection<Party> of, CancellationToken ct);

    /// <summary>What has been reminded of, so many hours before its time or less, of the times until then.</summary>
    Task<IReadOnlySet<(Guid About, DateTimeOffset At)>> RemindedAsync(
        DateTimeOffset until,
        int hours,
        CancellationToken ct
    );
}

/// <summary>The rows that those answers stand on, for those above who keep something that is made of them.</summary>
public static class PostTables
{
    public static IReadOnlyList<Type> All => [typeof(MessageRow)];
}
