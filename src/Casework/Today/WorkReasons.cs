using Virker.Kernel;

namespace Virker.Casework;

/// <summary>One reason with the sentence that explains it and the day it is about.</summary>
public sealed record TodayReason(WorkReason Reason, string Why, DateOnly? On);

/// <summary>What is known of one case when the list is made.</summary>
internal sealed record WorkState(ContactCourse? Course)
{
    public DateTimeOffset? NextMeeting { get; init; }

    public DateTimeOffset? LastHeld { get; init; }

    public DateTimeOffset? LastMissed { get; init; }

    /// <summary>The oldest conversation that has passed and is still only planned.</summary>
    public DateTimeOffset? Unrecorded { get; init; }

    public DateTimeOffset? InAbsence { get; init; }

    /// <summary>The newest message that did not come and that nobody has seen to.</summary>
    public (DateTimeOffset At, string Subject)? Undelivered { get; init; }

    /// <summary>The last day for the reassessment of sick pay that waits to be made.</summary>
    public DateOnly? Reassessed { get; init; }

    public int OpenSteps { get; init; }

    public DateOnly? StepEnded { get; init; }

    public DateOnly? UnreadSince { get; init; }

    public DateOnly? Answered { get; init; }

    /// <summary>Since when the citizen's word in the plan waits for an answer.</summary>
    public DateOnly? Unanswered { get; init; }

    public DateOnly? CalledUp { get; init; }

    public DateOnly? AssignedOn { get; init; }

    public DateOnly Opened { get; init; }

    public (DateOnly On, string Text)? Reminder { get; init; }
}

/// <summary>The rules of the list, each on its own line.</summary>
internal static class WorkReasons
{
    private const int NewFor = 7;
    private const int UnreadFor = 7;

    /// <summary>So many days before it the reassessment stands on the list; it stays until it is done.</summary>
    private const int ReassessedBefore = 14;

    public static IReadOnlyList<TodayReason> Of(WorkState s, DateOnly today)
    {
        var reasons = new List<TodayReason>();
        void Say(WorkReason reason, DateOnly? on, FormattableString why) =>
            reasons.Add(new(reason, Danish.Say(why), on));
        if (Day(s.NextMeeting) == today)
            Say(WorkReason.MeetingToday, today, $"Kl. {DanishClock.Danish(s.NextMeeting!.Value):H.mm}.");
        if (Day(s.Unrecorded) is { } passed)
            Say(
                WorkReason.Unrecorded,
                passed,
                $"Samtalen {passed:d. MMMM} er ikke registreret som holdt, afbud eller udeblivelse."
            );
        if (Day(s.InAbsence) is { } away)
            Say(
                WorkReason.InAbsence,
                away,
                $"Samtalen {away:d. MMMM} ligger i sagsbehandlerens fravær og skal flyttes."
            );
        if (s.Undelivered is { } failed)
            Say(WorkReason.Undelivered, Day(failed.At), $"»{failed.Subject}« kom ikke frem {Day(failed.At):d. MMMM}.");
        if (s.LastMissed is { } missed && s.NextMeeting is null && (s.LastHeld is null || s.LastHeld < missed))
            Say(
                WorkReason.Missed,
                Day(missed),
                $"Udeblev {Day(missed):d. MMMM yyyy}, og der er ikke aftalt en ny samtale."
            );
        if (s.Unanswered is { } waits)
            Say(WorkReason.NewAnswer, waits, $"Borgeren skrev i planen {waits:d. MMMM}, og ingen har svaret.");
        else if (s.Answered is { } answered && (s.LastHeld is null || Day(s.LastHeld) < answered))
            Say(WorkReason.NewAnswer, answered, $"Borgeren har svaret {answered:d. MMMM}.");
        Course(s, Say);
        if (s.Reassessed is { } again && again < today)
            Say(
                WorkReason.ReassessOverdue,
                again,
                $"Sygedagpengene skulle være revurderet senest {again:d. MMMM yyyy}."
            );
        else if (s.Reassessed is { } soon && soon <= today.AddDays(ReassessedBefore))
            Say(WorkReason.Reassess, soon, $"Sygedagpengene skal revurderes senest {soon:d. MMMM}.");
        if (s.StepEnded is { } ended)
            Say(WorkReason.StepEnded, ended, $"Et trin skulle være færdigt {ended:d. MMMM yyyy}.");
        if (s.NextMeeting is null && s.OpenSteps == 0)
            Say(WorkReason.NoNextStep, null, $"Der er hverken en samtale eller et åbent trin.");
        if (s.AssignedOn is { } since && today.DayNumber - since.DayNumber <= NewFor)
            Say(WorkReason.NewToMe, since, $"Sagen kom til {since:d. MMMM}.");
        if (s.Reminder is { } reminder && reminder.On <= today)
            Say(WorkReason.Reminder, reminder.On, $"{reminder.Text}");
        if (s.CalledUp is { } called)
            Say(WorkReason.WaitsForCitizen, called, $"Borgeren skal selv booke senest {called:d. MMMM}.");
        else if (s.UnreadSince is { } unread && today.DayNumber - unread.DayNumber >= UnreadFor)
            Say(WorkReason.WaitsForCitizen, unread, $"Borgeren har ikke læst aftalen fra {unread:d. MMMM}.");
        return [.. reasons.OrderBy(r => r.Reason.Weight)];
    }

    private static void Course(WorkState s, Action<WorkReason, DateOnly?, FormattableString> say)
    {
        if (s.Course?.Next is not { } next)
            return;
        var reason = next.State switch
        {
            DueState.Overdue => WorkReason.Overdue,
            DueState.Behind => WorkReason.Behind,
            DueState.Open => WorkReason.Due,
            _ => null,
        };
        if (reason is null || (reason != WorkReason.Overdue && s.NextMeeting is not null))
            return;
        say(reason, reason == WorkReason.Overdue ? next.By : next.Recommended, $"{next.Why}{NotCounted(next)}");
    }

    private static string NotCounted(DueConversation due) =>
        due.NotCounted is not { } other
            ? ""
            : Danish.Say($" Samtalen {other.On:d. MMMM} ({other.Channel.Lower}) tæller ikke: loven vil have fremmøde.");

    private static DateOnly? Day(DateTimeOffset? at) => at is { } known ? DanishClock.DanishDate(known) : null;
}
