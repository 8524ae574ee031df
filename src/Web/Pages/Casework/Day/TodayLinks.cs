using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web.Pages.Casework.Day;

/// <summary>
/// Where a row of the list leads: straight to what the chosen reason asks for, or else the first one.
/// </summary>
public static class TodayLinks
{
    private static readonly IReadOnlySet<WorkReason> AskForTime = new HashSet<WorkReason>
    {
        WorkReason.Overdue,
        WorkReason.Due,
        WorkReason.Behind,
        WorkReason.Missed,
        WorkReason.NoNextStep,
    };

    /// <summary>What is done about a reason, in a word.</summary>
    private static readonly IReadOnlyDictionary<WorkReason, string> Doing = new Dictionary<WorkReason, string>
    {
        [WorkReason.MeetingToday] = "Åbn samtalen",
        [WorkReason.Unrecorded] = "Registrér",
        [WorkReason.InAbsence] = "Flyt",
        [WorkReason.Reassess] = "Revurdér",
        [WorkReason.ReassessOverdue] = "Revurdér",
        [WorkReason.NewAnswer] = "Svar",
        [WorkReason.Undelivered] = "Se beskeden",
    };

    public static string Act(TodayRow row, WorkReason? chosen = null)
    {
        var reason = Reason(row, chosen);
        if (reason is null) return CitizenPage.Url(row.Citizen);
        if (reason == WorkReason.MeetingToday || reason == WorkReason.InAbsence || reason == WorkReason.Unrecorded)
            return Meeting(row, reason);
        return reason == WorkReason.Undelivered ? MessagesPage.Url(row.Citizen)
            : AskForTime.Contains(reason) ? BookPage.Url(row.Citizen)
            : reason == WorkReason.Reassess || reason == WorkReason.ReassessOverdue ? SickPage.Url(row.Citizen)
            : reason == WorkReason.NewAnswer ? MyPlanPage.Url(row.Citizen)
            : CitizenPage.Url(row.Citizen);
    }

    private static string Meeting(TodayRow row, WorkReason reason)
    {
        if (row.Meeting is { } meeting)
        {
            if (reason == WorkReason.Unrecorded || (reason == WorkReason.MeetingToday && !HasPassedOne(row)))
                return ConversationPage.Url(row.Citizen, meeting);
            if (reason == WorkReason.InAbsence && !HasPassedOne(row) && IsNext(row, reason))
                return MovePage.Url(row.Citizen, meeting);
        }

        return reason == WorkReason.Unrecorded
            ? CitizenPage.Url(row.Citizen)
            : CitizenMeetingsPage.Url(row.Citizen);
    }

    public static string Words(TodayRow row, WorkReason? chosen = null) =>
        Reason(row, chosen) is not { } reason ? "Åbn"
        : AskForTime.Contains(reason) ? "Book"
        : Doing.GetValueOrDefault(reason, "Åbn");

    /// <summary>
    /// The row's one conversation is the oldest that has passed without being recorded, and else the next one.
    /// </summary>
    private static bool HasPassedOne(TodayRow row) => row.Reasons.Any(r => r.Reason == WorkReason.Unrecorded);

    private static bool IsNext(TodayRow row, WorkReason reason) =>
        row.NextMeeting is { } next && row.Reasons.First(r => r.Reason == reason).On == next.DanishDate();

    private static WorkReason? Reason(TodayRow row, WorkReason? chosen) =>
        row.Reasons.Any(r => r.Reason == chosen) ? chosen
        : row.Reasons.Count == 0 ? null
        : row.Reasons[0].Reason;
}
