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
            $"{Danish.Capital(Danish.Weekday(meeting.At.DanishDate()))} den {Danish.Time(meeting.At)}",
            $"{meeting.Minutes} minutter",
            meeting.Channel.Text,
            meeting.Room,
            meeting.Interpreter,
        ];
        return string.Join(" · ", parts.Where(p => p is { Length: > 0 }));
    }

    public static string Told(ConversationMeeting meeting) =>
        meeting.Status == MeetingStatus.Planned
            ? "Samtalen ligger på en senere dag. Her er forberedelsen; notatet skrives, når I har talt sammen."
        : meeting.Status == MeetingStatus.Held ? "Samtalen er holdt. Notatet står på borgerens side."
        : meeting.Status == MeetingStatus.Missed ? $"Borgeren udeblev. {meeting.EndReason}"
        : meeting.Status == MeetingStatus.Excused ? $"Borgeren meldte afbud. {meeting.EndReason}"
        : $"Samtalen er aflyst. {meeting.EndReason}";

    public static string Ended(MeetingEnded ended)
    {
        var what =
            ended.Status == MeetingStatus.Cancelled ? "aflyst"
            : ended.Status == MeetingStatus.Missed ? "registreret som udeblivelse"
            : "registreret med afbud";
        return $"Samtalen {Danish.Time(ended.At)} er {what}, og tiden er givet fri. {ToldWords.Say(ended.Told)}";
    }
}
