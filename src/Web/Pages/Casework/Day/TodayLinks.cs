using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web.Pages.Casework.Day;

/// <summary>
/// Where a row of the list leads: straight to what the chosen reason asks for, or else the first one.
/// </summary>
public static class TodayLinks
{
    public static string Act(TodayRow row, string? chosen = null) =>
        Reason(row, chosen) switch
        {
            WorkReason.Unrecorded when row.Meeting is { } meeting => ConversationPage.Url(row.Citizen, meeting),
            WorkReason.MeetingToday when row.Meeting is { } meeting && !HasPassedOne(row) => ConversationPage.Url(
                row.Citizen,
                meeting
            ),
            WorkReason.InAbsence
                when row.Meeting is { } meeting && !HasPassedOne(row) && IsNext(row, WorkReason.InAbsence) =>
                MovePage.Url(row.Citizen, meeting),
            WorkReason.MeetingToday or WorkReason.InAbsence => CitizenMeetingsPage.Url(row.Citizen),
            WorkReason.Undelivered => MessagesPage.Url(row.Citizen),
            WorkReason.Overdue or WorkReason.Due or WorkReason.Behind or WorkReason.Missed or WorkReason.NoNextStep =>
                BookPage.Url(row.Citizen),
            WorkReason.Reassess or WorkReason.ReassessOverdue => SickPage.Url(row.Citizen),
            WorkReason.NewAnswer => MyPlanPage.Url(row.Citizen),
            _ => CitizenPage.Url(row.Citizen),
        };

    public static string Words(TodayRow row, string? chosen = null) =>
        Reason(row, chosen) switch
        {
            WorkReason.MeetingToday => "Åbn samtalen",
            WorkReason.Unrecorded => "Registrér",
            WorkReason.InAbsence => "Flyt",
            WorkReason.Reassess or WorkReason.ReassessOverdue => "Revurdér",
            WorkReason.NewAnswer => "Svar",
            WorkReason.Undelivered => "Se beskeden",
            WorkReason.Overdue or WorkReason.Due or WorkReason.Behind or WorkReason.Missed or WorkReason.NoNextStep =>
                "Book",
            _ => "Åbn",
        };

    /// <summary>
    /// The row's one conversation is the oldest that has passed without being recorded, and else the next one.
    /// </summary>
    private static bool HasPassedOne(TodayRow row) => row.Reasons.Any(r => r.Code == WorkReason.Unrecorded);

    private static bool IsNext(TodayRow row, string code) =>
        row.NextMeeting is { } next && row.Reasons.First(r => r.Code == code).On == next.DanishDate();

    private static string? Reason(TodayRow row, string? chosen) =>
        row.Reasons.Any(r => r.Code == chosen) ? chosen
        : row.Reasons.Count == 0 ? null
        : row.Reasons[0].Code;
}
