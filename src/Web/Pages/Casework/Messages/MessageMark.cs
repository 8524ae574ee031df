using Virker.Casework;
using Virker.Office;

namespace Virker.Web.Pages.Casework.Messages;

/// <summary>How a message's state is shown, and what may be written down of it.</summary>
public static class MessageMark
{
    /// <summary>What somebody can tell of a message after it was sent, in their own words.</summary>
    private static readonly IReadOnlyList<(MessageStatus To, string Words)> Told =
    [
        (MessageStatus.Sent, "Den er sendt"),
        (MessageStatus.Delivered, MessageStatus.Delivered.Text),
        (MessageStatus.Read, MessageStatus.Read.Text),
        (MessageStatus.Failed, MessageStatus.Failed.Text),
    ];

    /// <summary>Of those, what can follow a state, as a form's choices.</summary>
    public static IReadOnlyList<(string Value, string Text)> After(MessageStatus status) =>
        [.. Told.Where(told => MessageStatus.Allows(status, told.To)).Select(told => (told.To.Code, told.Words))];

    public static StatusKind Of(MessageStatus status) =>
        status == MessageStatus.Failed ? StatusKind.Bad
        : status == MessageStatus.Laid ? StatusKind.Warning
        : status == MessageStatus.Delivered || status == MessageStatus.Read ? StatusKind.Good
        : status == MessageStatus.Withdrawn ? StatusKind.Neutral
        : StatusKind.Waiting;

    /// <summary>From whom it is known.</summary>
    public static string Source(Message message) => (message.Carrier, message.RecordedBy) switch
    {
        (_, { } who) => $"Skrevet op af {who}.",
        ({ } carrier, _) => message.Status == MessageStatus.Laid
            ? "Ingen har sendt den endnu."
            : $"Meldt af {carrier}.",
        _ => "",
    };

    /// <summary>A person may still write down what became of it.</summary>
    public static bool CanBeRecorded(Message message) =>
        message.Settled is null && After(message.Status).Count > 0;
}
