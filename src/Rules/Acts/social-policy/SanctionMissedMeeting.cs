using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Whether a missed conversation may be sanctioned, for how many days and how much, and by when: guidance and hearing
/// first, an extended hearing for the activity-ready. It is the municipality that decides, also for another actor's
/// conversations.
/// </summary>
public sealed class SanctionMissedMeeting : IRule<SanctionMissedMeeting.Facts, SanctionMissedMeeting.Sanction>
{
    /// <param name="ContactRestored">The day contact was restored; the same day when the person came in touch at
    /// once.</param>
    /// <param name="MonthlyHelp">Kroner of help a month.</param>
    /// <param name="Guided">Written guidance on rights and duties has been given.</param>
    /// <param name="Heard">The person has been heard.</param>
    /// <param name="ActivityReady">Aktivitetsparat.</param>
    /// <param name="PersonalContactTried">Personal contact has been tried.</param>
    /// <param name="ReasonGiven">A concrete reason says that the sanction furthers availability.</param>
    public sealed record Facts(
        DateOnly ContactRestored,
        [Within(0)] decimal MonthlyHelp,
        bool Guided,
        bool Heard,
        bool ActivityReady = false,
        bool PersonalContactTried = false,
        bool ReasonGiven = false
    );

    /// <param name="May">Whether all conditions are met.</param>
    /// <param name="Days">Days of deduction; the day itself always counts.</param>
    /// <param name="Amount">Kroner.</param>
    /// <param name="DeductBy">The last day to deduct.</param>
    public sealed record Sanction(bool May, int Days, decimal Rate, decimal Amount, DateOnly DeductBy);

    public string Id => "sanction.missed_meeting";

    public string Title => "Sanktion for en samtale, der ikke blev mødt op til";

    public string Anchor => "Samtalens dag";

    public IEnumerable<Example> Examples =>
        [
            new(
                """{"contact_restored": "2021-06-01", "monthly_help": 11698, "guided": true, "heard": true}""",
                "2021-06-01"
            ),
            new(
                """{"contact_restored": "2021-06-04", "monthly_help": 11698, "guided": true, "heard": false}""",
                "2021-06-01"
            ),
            new(
                """{"contact_restored": "2023-05-03", "monthly_help": 15874, "guided": true, "heard": true, "activity_ready": true}""",
                "2023-05-02"
            ),
        ];

    public Outcome<Finding<Sanction>> Answer(Facts facts, LawOn law)
    {
        if (facts.ContactRestored < law.Day)
            return new Refusal(
                "bad-fact",
                "Kontakten kan ikke være genoprettet før samtalen.",
                Field: "contact_restored"
            );
        if (
            !law.Knows("sanction.missed_meeting.day-counts", out int least)
            || !law.Knows("sanction.missed_meeting.what", out string what)
        )
            return law.Refused;
        var days = Math.Max(least, facts.ContactRestored.DayNumber - law.Day.DayNumber);
        var amount = new SanctionAmount().Answer(new(facts.MonthlyHelp, days), law);
        if (amount.IsRefused) return amount.Refusal;
        var deduct = new SanctionDeductBy().Answer(new(), law);
        if (deduct.IsRefused) return deduct.Refusal;
        if (Conditions(facts, law) is not { } met) return law.Refused;
        var (rate, kroner) = (amount.Value.Answer.Rate, amount.Value.Answer.Amount);
        return law.Finds(new Sanction(met, days, rate, met ? kroner : 0m, deduct.Value.Answer.By),
            Danish.Say($"{(days == 1 ? "1 dag" : Danish.Say($"{days} dage"))} à {rate:0.##} kr. = {kroner:#,0.##} kr., trækkes senest {deduct.Value.Answer.By}{(met ? "" : "; betingelserne er ikke opfyldt endnu")}. {what}."),
            met
                ? Danish.Say($"Din hjælp bliver sat ned med {kroner:#,0.##} kr., fordi du ikke kom til samtalen. Du kan klage.")
                : "Din hjælp bliver ikke sat ned, før vi har hørt dig."
        );
    }

    /// <summary>Null when a condition's text is not known on the day.</summary>
    private static bool? Conditions(Facts facts, LawOn law)
    {
        if (
            !law.Knows("sanction.missed_meeting.guidance", out string guidance)
            || !law.Knows("sanction.missed_meeting.hearing", out string hearing)
        )
            return null;
        if (!facts.Guided)
            law.Fails("Der er ikke givet vejledning", guidance + ".");
        if (!facts.Heard)
            law.Fails("Borgeren er ikke hørt", hearing + ".");
        if (!facts.ActivityReady)
            return facts is { Guided: true, Heard: true };
        if (!law.Knows("sanction.missed_meeting.extended-hearing", out string extended))
            return null;
        if (!facts.PersonalContactTried)
            law.Fails("Der er ikke forsøgt personlig kontakt", extended + ".");
        if (!facts.ReasonGiven)
            law.Fails("Der er ingen konkret begrundelse", extended + ".");
        return facts is { Guided: true, Heard: true, PersonalContactTried: true, ReasonGiven: true };
    }
}
