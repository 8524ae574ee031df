using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Something that is told to a citizen (besked).</summary>
public readonly record struct MessageId(Guid Value) : IRandomId<MessageId>
{
    public static MessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>What a message is about.</summary>
public sealed record MessageKind : CodeWord<MessageKind>
{
    public static readonly MessageKind Invitation = new("invitation", "Invitation");
    public static readonly MessageKind CallUp = new("indkaldelse", "Indkaldelse");
    public static readonly MessageKind Change = new("aendring", "Ændring");
    public static readonly MessageKind Cancellation = new("aflysning", "Aflysning");
    public static readonly MessageKind Reminder = new("paamindelse", "Påmindelse");
    public static readonly MessageKind Offer = new("ledig-tid", "Tidligere tid");
    public static readonly MessageKind Confirmation = new("bekraeftelse", "Bekræftelse");
    public static readonly MessageKind Survey = new("spoergeskema", "Spørgeskema");
    public static readonly MessageKind MissingPapers = new("mangler", "Mangler");

    private MessageKind(string code, string text) : base(code, text)
    {
    }
}

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

[Table("messages")]
internal sealed class MessageRow : IVersioned
{
    public MessageId Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    [RefersTo<MeetingRow>]
    public MeetingId? MeetingId { get; init; }

    [RefersTo<CallUpRow>]
    public CallUpId? CallUpId { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>As the citizen's registration allows.</summary>
    public required CallUpChannel Channel { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>"{link}" stands where the personal link goes when it is sent.</summary>
    [Secret]
    public string Text { get; init; } = "";

    /// <summary>The personal link's path, sealed; gone once the message is sent.</summary>
    [Secret]
    public string? Link { get; set; }

    /// <summary>Why it goes another way than was asked for.</summary>
    public string? Note { get; init; }

    public MessageStatus Status { get; set; } = MessageStatus.Waiting;

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset NextAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Who took it: a provider's name, or the local folder's.</summary>
    public string? Carrier { get; set; }

    public DateTimeOffset? LaidAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    public DateTimeOffset? FailedAt { get; set; }

    public string? Problem { get; set; }

    /// <summary>The employee who wrote down what became of it; null where the carrier told it.</summary>
    public string? RecordedBy { get; set; }

    /// <summary>Somebody has seen to a failed one.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public string? SettledHow { get; set; }

    /// <summary>The conversation's time that a reminder is about; a moved one is reminded of anew.</summary>
    public DateTimeOffset? AboutAt { get; init; }

    public int? LeadHours { get; init; }

    public int Version { get; private set; } = 1;
}

/// <summary>What a citizen has said about how they may be reached (kontaktønske).</summary>
[Table("contact_wishes")]
internal sealed class ContactWishRow : IVersioned
{
    [Key]
    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>Exempt from Digital Post.</summary>
    public bool WithoutDigitalPost { get; set; }

    public bool NoTexts { get; set; }

    [Stamp]
    public DateTimeOffset ChangedAt { get; set; }

    [Stamp]
    public string ChangedBy { get; set; } = "";

    public int Version { get; private set; }
}
