using Virker.Kernel;

namespace Virker.Rules;

/// <summary>How long a virksomhedspraktik may last, by target group.</summary>
public sealed class InternshipMaxWeeks : IRule<InternshipMaxWeeks.Facts, InternshipMaxWeeks.Length>
{
    /// <param name="TargetGroup">LAB § 6, nr. 1–13.</param>
    public sealed record Facts([Within(1, 13)] int TargetGroup);

    /// <param name="Weeks">Weeks at the most.</param>
    /// <param name="ExtendableTo">Weeks in all after an extension; null where there is none.</param>
    public sealed record Length(int Weeks, int? ExtendableTo);

    public string Id => "internship.max_weeks";

    public string Title => "Virksomhedspraktikkens længste varighed";

    public string Anchor => "Praktikkens første dag";

    public IEnumerable<Example> Examples =>
        [new("""{"target_group": 1}""", "2024-03-04"), new("""{"target_group": 3}""", "2024-03-04")];

    public Outcome<Finding<Length>> Answer(Facts facts, LawOn law)
    {
        if (facts.TargetGroup is 1 or 2 or 4)
            return law.Knows("internship.max_weeks.short", out int weeks)
                ? law.Finds(
                    new Length(weeks, null),
                    Danish.Say($"Virksomhedspraktik for målgruppe {facts.TargetGroup} kan vare {weeks} uger."),
                    Danish.Say($"Din praktik kan vare {weeks} uger.")
                )
                : law.Refused;
        return
            law.Knows("internship.max_weeks.long", out int longer)
            && law.Knows("internship.max_weeks.extended", out int extended)
            ? law.Finds(
                new Length(longer, extended),
                Danish.Say($"Virksomhedspraktik for målgruppe {facts.TargetGroup} kan vare {longer} uger og forlænges til {extended}."),
                Danish.Say($"Din praktik kan vare {longer} uger og forlænges til {extended} uger.")
            )
            : law.Refused;
    }
}
