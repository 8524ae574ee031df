using Virker.Kernel;

namespace Virker.Office;

/// <summary>How far a message has come.</summary>
public sealed record MessageStatus : CodeWord<MessageStatus>
{
    public static readonly MessageStatus Waiting = new("venter", "Venter på at blive sendt");

    /// <summary>
    /// In the folder, because no provider is connected: nothing has been sent until somebody has done it.
    /// </summary>
    public static readonly MessageStatus Laid = new("lagt-frem", "Ligger i mappen, ikke sendt");

    public static readonly MessageStatus Sent = new("sendt", "Sendt");
    public static readonly MessageStatus Delivered = new("afleveret", "Afleveret");
    public static readonly MessageStatus Read = new("laest", "Læst");
    public static readonly MessageStatus Failed = new("fejlet", "Kom ikke frem");

    /// <summary>What it told of no longer holds, and it had not been sent.</summary>
    public static readonly MessageStatus Withdrawn = new("trukket-tilbage", "Trukket tilbage");

    private MessageStatus(string code, string text) : base(code, text)
    {
    }

    private static readonly IReadOnlySet<(MessageStatus From, MessageStatus To)> Allowed =
        new HashSet<(MessageStatus, MessageStatus)>
        {
            (Laid, Sent),
            (Laid, Delivered),
            (Laid, Read),
            (Laid, Failed),
            (Sent, Delivered),
            (Sent, Read),
            (Sent, Failed),
            (Delivered, Read),
            (Failed, Delivered),
            (Failed, Read),
        };

    /// <summary>A receipt can only carry a message forward; what has failed may still turn out to have come.</summary>
    public static bool Allows(MessageStatus from, MessageStatus to) => Allowed.Contains((from, to));
}
