using Virker.Casework;
using Virker.Web.Pages.Casework.Booking;
using Virker.Web.Pages.Casework.Citizens;
using Virker.Web.Pages.Casework.Conversation;
using Virker.Web.Pages.Casework.Plan;
using Virker.Web.Pages.Casework.Messages;

namespace Virker.Web.Pages.Casework.Day;

/// <summary>Where a row of the list leads: straight to what its first reason asks for.</summary>
public static class TodayLinks
{
    public static string Act(TodayRow row) => row.Reasons.Count == 0 ? CitizenPage.Url(row.Citizen) : row.Reasons[0].Code switch
    {
        WorkReason.MeetingToday or WorkReason.Unrecorded when row.Meeting is { } meeting => ConversationPage.Url(row.Citizen, meeting),
        WorkReason.InAbsence when row.Meeting is { } meeting => MovePage.Url(row.Citizen, meeting),
        WorkReason.Undelivered => MessagesPage.Url(row.Citizen),
        WorkReason.Overdue or WorkReason.Due or WorkReason.Behind or WorkReason.Missed or WorkReason.NoNextStep => BookPage.Url(row.Citizen),
        WorkReason.NewAnswer => PlanPage.Url(row.Citizen),
        _ => CitizenPage.Url(row.Citizen),
    };

    public static string Words(TodayRow row) => row.Reasons.Count == 0 ? "Åbn" : row.Reasons[0].Code switch
    {
        WorkReason.MeetingToday => "Åbn samtalen",
        WorkReason.Unrecorded => "Registrér",
        WorkReason.InAbsence => "Flyt",
        WorkReason.NewAnswer => "Svar",
        WorkReason.Undelivered => "Se beskeden",
        WorkReason.Overdue or WorkReason.Due or WorkReason.Behind or WorkReason.Missed or WorkReason.NoNextStep => "Book",
        _ => "Åbn",
    };
}
