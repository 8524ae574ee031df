using Virker.Kernel;


namespace Virker.Casework;

/// <summary>
/// Why a citizen stands on a worker's list today. Computed from the case each time; nobody sets it by hand.
/// </summary>
public static class WorkReason
{
    public const string MeetingToday = "samtale-i-dag";
    public const string Overdue = "frist-overskredet";
    public const string ReassessOverdue = "revurdering-overskredet";
    public const string Unrecorded = "mangler-registrering";
    public const string InAbsence = "ligger-i-fravaer";
    public const string Due = "skal-aftales";
    public const string Behind = "bagud";
    public const string Missed = "udeblev";
    public const string Undelivered = "besked-fejlet";
    public const string NewAnswer = "nyt-svar";
    public const string Reassess = "revurdering";
    public const string StepEnded = "trin-udloebet";
    public const string NoNextStep = "intet-naeste-skridt";
    public const string NewToMe = "ny-hos-mig";
    public const string Reminder = "paamindelse";
    public const string WaitsForCitizen = "venter-paa-borger";

    /// <summary>In the order of weight, with the words of the list and what it holds.</summary>
    public static readonly IReadOnlyList<(string Code, string Text, string Means)> All =
    [
        (MeetingToday, "Samtaler i dag", "Der er aftalt en samtale i dag."),
        (Overdue, "Fristen er overskredet", "Lovens sidste dag for en samtale er gået."),
        (
            ReassessOverdue,
            "Revurdering overskredet",
            "Dagen for revurdering af sygedagpengene er gået, og ingen har skrevet, at den er gjort."
        ),
        (Unrecorded, "Mangler registrering", "En samtale er gået, uden at nogen har skrevet, hvad der skete."),
        (InAbsence, "Ligger i fravær", "Samtalen ligger på en dag, hvor sagsbehandleren er væk."),
        (Undelivered, "Besked kom ikke frem", "En besked til borgeren er fejlet, og ingen har taget sig af den."),
        (NewAnswer, "Nyt svar", "Borgeren har skrevet eller ændret noget i planen."),
        (Missed, "Udeblev", "Borgeren udeblev sidst, og der er ikke aftalt noget nyt."),
        (Due, "Skal aftales", "En samtale hører hjemme nu, og der er ingen tid."),
        (Behind, "Bagud", "Lovens frist er ikke gået, men samtalerne falder ikke jævnt."),
        (Reassess, "Revurdering", "Sygedagpengene skal revurderes om kort tid."),
        (StepEnded, "Trin er udløbet", "Et trin i planen skulle være færdigt."),
        (NoNextStep, "Intet næste skridt", "Der er hverken en aftalt samtale eller et åbent trin i planen."),
        (NewToMe, "Ny hos mig", "Sagen er kommet til for nylig."),
        (Reminder, "Påmindelser", "Du har bedt om at blive mindet om det."),
        (WaitsForCitizen, "Venter på borgeren", "Borgeren har ikke svaret eller læst endnu."),
    ];

    public static string Text(string code) => All.FirstOrDefault(r => r.Code == code).Text ?? code;

    /// <summary>The parts that the list stands in, each with the weightiest reason that begins it.</summary>
    private static readonly (string Name, string First)[] Parts =
    [
        ("I dag", MeetingToday),
        ("Overskredet", Overdue),
        ("Snart", InAbsence),
        ("Resten", StepEnded),
    ];

    /// <summary>
    /// The part of the list that a case stands in, by its first reason; without one it stands in the last.
    /// </summary>
    public static string Part(string? first) =>
        first is null ? Parts[^1].Name : Parts.Last(p => Weight(p.First) <= Weight(first)).Name;

    private static readonly Dictionary<string, int> Weights = All.Select((r, i) => (r.Code, i))
        .ToDictionary(r => r.Code, r => r.i);

    internal static int Weight(string code) => Weights[code];
}

/// <summary>One reason with the sentence that explains it and the day it is about.</summary>
public sealed record TodayReason(string Code, string Why, DateOnly? On);

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
        void Say(string code, DateOnly? on, FormattableString why) =>
            reasons.Add(new(code, Danish.Say(why), on));
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
        return [.. reasons.OrderBy(r => WorkReason.Weight(r.Code))];
    }

    private static void Course(WorkState s, Action<string, DateOnly?, FormattableString> say)
    {
        if (s.Course?.Next is not { } next)
            return;
        var code = next.State switch
        {
            DueState.Overdue => WorkReason.Overdue,
            DueState.Behind => WorkReason.Behind,
            DueState.Open => WorkReason.Due,
            _ => null,
        };
        if (code is WorkReason.Due or WorkReason.Behind && s.NextMeeting is not null)
            return;
        if (code is not null)
            say(code, code == WorkReason.Overdue ? next.By : next.Recommended, $"{next.Why}{NotCounted(next)}");
    }

    private static string NotCounted(DueConversation due) =>
        due.NotCounted is not { } other
            ? ""
            : Danish.Say($" Samtalen {other.On:d. MMMM} ({other.Channel}) tæller ikke: loven vil have fremmøde.");

    private static DateOnly? Day(DateTimeOffset? at) => at is { } known ? DanishClock.DanishDate(known) : null;
}
