using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The bonus to a private firm with an IGU, and the weekly practice that it demands. Begun by the end of 2027 at the
/// latest.
/// </summary>
internal sealed class IguBonus : IRule<IguBonus.Facts, IguBonus.Bonus>
{
    /// <param name="Months">Months of the course that have been held.</param>
    /// <param name="Completed">Whether it was completed.</param>
    /// <param name="PracticeHours">Hours of practice a week on average.</param>
    public sealed record Facts(
        [Within(0)] int Months,
        bool Completed,
        [Within(0, 168)] decimal PracticeHours,
        bool PrivateFirm = true
    );

    public sealed record Bonus(decimal Amount, DateOnly Ends);

    public string Id => "igu.terms";

    public string Title => "IGU: længde, praktik og bonus";

    public string Anchor => "Forløbets første dag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"months": 6, "completed": false, "practice_hours": 27}""", "2024-02-01"),
            new("""{"months": 24, "completed": true, "practice_hours": 27}""", "2024-02-01"),
            new("""{"months": 6, "completed": false, "practice_hours": 24}""", "2024-02-01"),
        ];

    public Outcome<Finding<Bonus>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("igu.terms.years", out int years)
            || !law.Knows("igu.terms.practice-hours", out decimal hours)
            || !law.Knows("igu.terms.bonus-first", out decimal first)
            || !law.Knows("igu.terms.bonus-first-months", out int after)
            || !law.Knows("igu.terms.bonus-last", out decimal last)
        )
            return law.Refused;
        var ends = law.Day.AddYears(years).AddDays(-1);
        if (facts.PracticeHours < hours)
            law.Fails(Danish.Say($"{facts.PracticeHours:0.##} timers praktik om ugen"), Danish.Say($"Mindst {hours:0.##} timer i gennemsnit."));
        if (facts.Months < after)
            law.Fails(
                Danish.Say($"{facts.Months} måneder af forløbet"),
                Danish.Say($"Den første bonus gives efter {after} måneder."),
                law.Day.AddMonths(after)
            );
        if (!facts.PrivateFirm)
            law.Fails("Virksomheden er ikke privat", "Bonus gives til private virksomheder.");
        var amount =
            !facts.PrivateFirm || facts.PracticeHours < hours
                ? 0m
                : (facts.Months >= after ? first : 0m) + (facts.Completed ? last : 0m);
        return law.Finds(
            new Bonus(amount, ends),
            Danish.Say($"Bonus {amount:#,0.##} kr.; forløbet slutter {ends}."),
            Danish.Say($"Forløbet varer {years} år og slutter {ends:d. MMMM yyyy}.")
        );
    }
}
