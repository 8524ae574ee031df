using Virker.Casework;
using Virker.Web.Pages.Casework.Booking;
using Virker.Web.Pages.Casework.Citizens;
using Virker.Web.Pages.Casework.Conversation;
using Virker.Web.Pages.Casework.Plan;
using Virker.Web.Pages.Casework.Messages;

namespace Virker.Web.Pages.Casework.Day;

/// <summary>Where a row of the list leads: straight to what the chosen reason asks for, or else the first one.</summary>
public static class TodayLinks
{
    public static string Act(TodayRow row, string? chosen = null) => Reason(row, chosen) switch
    {
        WorkReason.MeetingToday or WorkReason.Unrecorded when row.Meeting is { } meeting => ConversationPage.Url(row.Citizen, meeting),
        WorkReason.InAbsence when row.Meeting is { } meeting => MovePage.Url(row.Citizen, meeting),
        WorkReason.Undelivered => MessagesPage.Url(row.Citizen),
        WorkReason.Overdue or WorkReason.Due or WorkReason.Behind or WorkReason.Missed or WorkReason.NoNextStep => BookPage.Url(row.Citizen),
        WorkReason.NewAnswer => PlanPage.Url(row.Citizen),
        _ => CitizenPage.Url(row.Citizen),
    };

    public static string Words(TodayRow row, string? chosen = null) => Reason(row, chosen) switch
    {
        WorkReason.MeetingToday => "Åbn samtalen",
        WorkReason.Unrecorded => "Registrér",
        WorkReason.InAbsence => "Flyt",
        WorkReason.NewAnswer => "Svar",
        WorkReason.Undelivered => "Se beskeden",
        WorkReason.Overdue or WorkReason.Due or WorkReason.Behind or WorkReason.Missed or WorkReason.NoNextStep => "Book",
        _ => "Åbn",
    };

    private static string? Reason(TodayRow row, string? chosen) => row.Reasons.Any(r => r.Code == chosen) ? chosen : row.Reasons.Count == 0 ? null : row.Reasons[0].Code;
}
