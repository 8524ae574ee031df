using Virker.Kernel;

namespace Virker.Rules;

/// <summary>The day by which the first jobsamtale must be held.</summary>
public sealed class ContactCourseFirstBy : IRule<ContactCourseFirstBy.Facts, ContactCourseFirstBy.Deadline>
{
    /// <param name="TargetGroup">LAB § 6, nr. 1–13.</param>
    public sealed record Facts([Within(1, 13)] int TargetGroup);

    public sealed record Deadline(DateOnly By);

    public string Id => "contact_course.first_by";

    public string Title => "Frist for den første jobsamtale";

    public string Anchor => "Dagen for første henvendelse (dagpenge: tilmelding)";

    public IEnumerable<Example> Examples =>
        [new("""{"target_group": 2}""", "2024-03-04"), new("""{"target_group": 1}""", "2024-03-04")];

    public Outcome<Finding<Deadline>> Answer(Facts facts, LawOn law)
    {
        if (facts.TargetGroup is not (>= 1 and <= 5))
            return new Refusal(
                "no-rule-at-date",
                Danish.Say($"Fristen for den første samtale er ikke fundet for målgruppe {facts.TargetGroup}.")
            );
        if (!law.Knows($"contact_course.first_by.weeks-{(facts.TargetGroup == 1 ? "1" : "2-5")}", out int weeks))
            return law.Refused;
        var by = law.Day.AddDays(7 * weeks);
        return law.Finds(
            new Deadline(by),
            Danish.Say($"Den første samtale skal holdes senest {weeks} uge{(weeks == 1 ? "" : "r")} efter den {law.Day}: den {by}."),
            Danish.Say($"Din første samtale er senest {by:d. MMMM yyyy}.")
        );
    }
}
