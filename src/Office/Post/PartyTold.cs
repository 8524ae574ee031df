namespace Virker.Office;

/// <summary>
/// What became of telling somebody something. <paramref name="Channel"/>: the way that the message goes, null where
/// nothing is sent. <paramref name="Note"/>: why it goes another way than was asked for.
/// </summary>
public sealed record PartyTold(MessageChannel? Channel, string? Note)
{
    /// <summary>It was agreed face to face, or there is nothing to tell.</summary>
    public static readonly PartyTold Nothing = new(null, null);

    /// <summary>
    /// A provider carries it. Where none is connected it is laid in a folder, and somebody must send it from there.
    /// </summary>
    public bool IsCarried { get; init; }

    /// <summary>It waits until then: no telephone rings at night.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>
    /// False where the register has nowhere to send it: it will fail, and somebody must do something else.
    /// </summary>
    public bool HasAddress { get; init; } = true;

    /// <summary>What had been written was not sent yet and was taken back instead.</summary>
    public bool TakenBack { get; init; }
}
