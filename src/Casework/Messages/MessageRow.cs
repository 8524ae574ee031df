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
public static class MessageKind
{
    public const string Invitation = "invitation";
    public const string CallUp = "indkaldelse";
    public const string Change = "aendring";
    public const string Cancellation = "aflysning";
    public const string Reminder = "paamindelse";
    public const string Offer = "ledig-tid";
    public const string Confirmation = "bekraeftelse";
    public const string Survey = "spoergeskema";
    public const string MissingPapers = "mangler";
}

/// <summary>How far a message has come.</summary>
public static class MessageStatus
{
    public const string Waiting = "venter";

    /// <summary>
    /// In the folder, because no provider is connected: nothing has been sent until somebody has done it.
    /// </summary>
    public const string Laid = "lagt-frem";

    public const string Sent = "sendt";
    public const string Delivered = "afleveret";
    public const string Read = "laest";
    public const string Failed = "fejlet";

    /// <summary>What it told of no longer holds, and it had not been sent.</summary>
    public const string Withdrawn = "trukket-tilbage";

    public static IReadOnlyList<string> All { get; } = [Waiting, Laid, Sent, Delivered, Read, Failed, Withdrawn];

    /// <summary>A receipt can only carry a message forward; what has failed may still turn out to have come.</summary>
    public static bool Allows(string from, string to) =>
        (from, to)
            is
                (Laid, Sent)
                or
                (Laid, Delivered)
                or
                (Laid, Read)
                or
                (Laid, Failed)
                or
                (Sent, Delivered)
                or
                (Sent, Read)
                or
                (Sent, Failed)
                or
                (Delivered, Read)
                or
                (Failed, Delivered)
                or
                (Failed, Read);
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

    public string Kind { get; init; } = "";

    /// <summary>One of <see cref="CallUpChannel"/>, as the citizen's registration allows.</summary>
    public string Channel { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>"{link}" stands where the personal link goes when it is sent.</summary>
    [Secret]
    public string Text { get; init; } = "";

    /// <summary>The personal link's path, sealed; gone once the message is sent.</summary>
    [Secret]
    public string? Link { get; set; }

    /// <summary>Why it goes another way than was asked for.</summary>
    public string? Note { get; init; }

    public string Status { get; set; } = MessageStatus.Waiting;

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
