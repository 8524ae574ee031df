using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web.Pages.Casework.Conversation;

/// <summary>What a conversation's page says of when it is and how it stands.</summary>
internal static class ConversationWords
{
    public static string When(ConversationMeeting meeting)
    {
        string?[] parts =
        [
            $"{Words.Of(Danish.Weekday(meeting.At.DanishDate()))} den {Danish.Time(meeting.At)}",
            $"{meeting.Minutes} minutter",
            Words.Of(meeting.Channel),
            meeting.Room,
            meeting.Interpreter,
        ];
        return string.Join(" · ", parts.Where(p => p is { Length: > 0 }));
    }

    public static string Told(ConversationMeeting meeting) => meeting.Status switch
    {
        MeetingStatus.Planned =>
            "Samtalen ligger på en senere dag. Her er forberedelsen; notatet skrives, når I har talt sammen.",
        MeetingStatus.Held => "Samtalen er holdt. Notatet står på borgerens side.",
        MeetingStatus.Missed => $"Borgeren udeblev. {meeting.EndReason}",
        MeetingStatus.Excused => $"Borgeren meldte afbud. {meeting.EndReason}",
        _ => $"Samtalen er aflyst. {meeting.EndReason}",
    };
}
