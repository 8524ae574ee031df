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
}
