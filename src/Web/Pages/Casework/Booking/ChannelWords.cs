using Virker.Casework;

namespace Virker.Web.Pages.Casework.Booking;

/// <summary>The ways of holding a conversation and of calling somebody up to it, as choices.</summary>
public static class ChannelWords
{
    public static readonly IReadOnlyList<(string Value, string Text, string? Help)> Choices =
    [
        (MeetingChannel.Attendance, "Fremmøde", null),
        (MeetingChannel.Phone, "Telefon", null),
        (MeetingChannel.Video, "Video", null),
    ];

    public static readonly IReadOnlyList<(string Value, string Text)> CallUps =
    [
        (CallUpChannel.DigitalPost, "Digital Post"),
        (CallUpChannel.Text, "Sms"),
        (CallUpChannel.Letter, "Brev"),
        (CallUpChannel.Email, "E-mail"),
        (CallUpChannel.Agreed, "Ingen: det er aftalt med borgeren"),
    ];
}
