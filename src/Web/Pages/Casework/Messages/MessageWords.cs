using Virker.Casework;

namespace Virker.Web.Pages.Casework.Messages;

/// <summary>A message's state in words that do not claim more than is known.</summary>
public static class MessageWords
{
    public static string Of(string status) => status switch
    {
        MessageStatus.Laid => "Ligger i mappen, ikke sendt",
        MessageStatus.Waiting => "Venter på at blive sendt",
        MessageStatus.Delivered => "Afleveret",
        MessageStatus.Failed => "Kom ikke frem",
        _ => Words.Of(status),
    };

    public static StatusKind Kind(string status) => status switch
    {
        MessageStatus.Failed => StatusKind.Bad,
        MessageStatus.Laid => StatusKind.Warning,
        MessageStatus.Delivered or MessageStatus.Read => StatusKind.Good,
        MessageStatus.Withdrawn => StatusKind.Neutral,
        _ => StatusKind.Waiting,
    };

    /// <summary>From whom it is known.</summary>
    public static string Source(CitizenMessage message) => (message.Carrier, message.RecordedBy) switch
    {
        (_, { } who) => $"Skrevet op af {who}.",
        ({ } carrier, _) => message.Status == MessageStatus.Laid
            ? "Ingen har sendt den endnu."
            : $"Meldt af {carrier}.",
        _ => "",
    };

    /// <summary>A person may still write down what became of it.</summary>
    public static bool CanBeRecorded(CitizenMessage message) =>
        message.Settled is null
        && message.Status
            is MessageStatus.Laid
                or MessageStatus.Sent
                or MessageStatus.Delivered
                or MessageStatus.Failed;
}
