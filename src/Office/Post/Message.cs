using Virker.Kernel;

namespace Virker.Office;

/// <summary>
/// Something that a party is told. <paramref name="Kind"/>: what it is about, in a word of the module that had it told.
/// </summary>
public sealed record Message(MessageId Id, Party Party, ICodeWord Kind, MessageChannel Channel, MessageStatus Status)
{
    public string Subject { get; init; } = "";

    /// <summary>Without the personal link.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it tells of: what the module booked.</summary>
    public Guid? About { get; init; }

    /// <summary>Why it goes another way than was asked for.</summary>
    public string? Note { get; init; }

    public string? Problem { get; init; }

    /// <summary>How a failed one was seen to.</summary>
    public string? Settled { get; init; }

    /// <summary>Each state that it has been in, with when.</summary>
    public IReadOnlyList<(MessageStatus State, DateTimeOffset At)> Moments { get; init; } = [];

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset NextAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>Who took it.</summary>
    public string? Carrier { get; init; }

    /// <summary>The employee who wrote down what became of it.</summary>
    public string? RecordedBy { get; init; }
}

/// <summary>
/// Who carries messages. Not connected: they are laid in a folder, and somebody must carry them from there.
/// </summary>
public sealed record TransportState(string Carrier, bool IsConnected);
