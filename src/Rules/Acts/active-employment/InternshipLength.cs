using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Whether an internship, or the extension of one, may last as long as planned. Short for those near the labour market;
/// the others may be extended to 26 weeks, and then by 13 at a time for a very special need. Whether a pause prolongs
/// it has not been found.
/// </summary>
public sealed class InternshipLength : IRule<InternshipLength.Facts, InternshipLength.Room>
{
    /// <param name="TargetGroup">LAB § 6, nr. 1–13.</param>
    /// <param name="Weeks">Weeks planned from the day.</param>
    /// <param name="AlreadyWeeks">Weeks of the same internship before the day; more than 0 is an extension.</param>
    /// <param name="SpecialNeed">A very special need has been found.</param>
    /// <param name="Graduate">Newly educated without relevant work.</param>
    /// <param name="PausedWeeks">Weeks in which it has been paused.</param>
    public sealed record Facts(
        [Within(1, 13)] int TargetGroup,
        [Within(1)] int Weeks,
        [Within(0)] int AlreadyWeeks = 0,
        bool SpecialNeed = false,
        bool Graduate = false,
        [Within(0)] int PausedWeeks = 0
    );

    /// <param name="Allowed">Whether it may last so long.</param>
    /// <param name="MostWeeks">Weeks at the most from the day.</param>
    /// <param name="LastDay">The last day that is allowed.</param>
    public sealed record Room(bool Allowed, int MostWeeks, DateOnly LastDay);

    public string Id => "internship.length";

    public string Title => "Virksomhedspraktik: længde og forlængelse";

    public string Anchor => "Praktikkens eller forlængelsens første dag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"target_group": 2, "weeks": 4}""", "2024-03-04"),
            new("""{"target_group": 2, "weeks": 5}""", "2024-03-04"),
            new("""{"target_group": 3, "weeks": 13, "already_weeks": 13}""", "2024-03-04"),
            new("""{"target_group": 3, "weeks": 4, "already_weeks": 26}""", "2024-03-04"),
            new("""{"target_group": 1, "weeks": 8, "graduate": true}""", "2024-03-04"),
        ];

    public Outcome<Finding<Room>> Answer(Facts facts, LawOn law)
    {
        if (facts.PausedWeeks > 0)
            return new Refusal(
                "no-rule-at-date",
                "Om en pause forlænger praktikken, er ikke fundet i loven.",
                new LawRef("Lov om en aktiv beskæftigelsesindsats", "61"),
                "paused_weeks"
            );
        var most = facts.TargetGroup is 1 or 2 or 4 ? Short(facts, law) : Long(facts, law);
        if (most.IsRefused) return most.Refusal;
        var allowed = facts.Weeks <= most.Value;
        var last = law.Day.AddDays((7 * most.Value) - 1);
        if (!allowed)
            law.Fails(
                Danish.Say($"{facts.Weeks} uger er planlagt"),
                most.Value > 0
                    ? Danish.Say($"Højst {most.Value} uger: sidste dag {last}.")
                    : "Praktikken kan ikke forlænges uden et ganske særligt behov."
            );
        return law.Finds(
            new Room(allowed, most.Value, last),
            Danish.Say($"Målgruppe {facts.TargetGroup}, {facts.AlreadyWeeks} uger holdt: højst {most.Value} uger fra {law.Day}."),
            most.Value > 0
                ? Danish.Say($"Din praktik kan vare {most.Value} uger fra {law.Day:d. MMMM yyyy}, altså til {last:d. MMMM yyyy}.")
                : "Din praktik kan ikke blive længere."
        );
    }

    private static Outcome<int> Short(Facts facts, LawOn law) =>
        law.Knows(facts.Graduate ? "internship.length.graduate" : "internship.max_weeks.short", out int weeks)
            ? Math.Max(0, weeks - facts.AlreadyWeeks)
            : law.Refused;

    private static Outcome<int> Long(Facts facts, LawOn law)
    {
        if (
            !law.Knows("internship.max_weeks.long", out int first)
            || !law.Knows("internship.max_weeks.extended", out int extended)
            || !law.Knows("internship.length.again", out int again)
        )
            return law.Refused;
        if (facts.AlreadyWeeks == 0)
            return first;
        var left = extended - facts.AlreadyWeeks;
        return left > 0 ? facts.SpecialNeed ? Math.Max(left, again) : left : facts.SpecialNeed ? again : 0;
    }
}
