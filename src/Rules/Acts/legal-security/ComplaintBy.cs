using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The last day on which a complaint can be received: four weeks from the day the decision was received.
/// </summary>
public sealed class ComplaintBy : IRule<NoFacts, ComplaintBy.Deadline>
{
    public sealed record Deadline(DateOnly By);

    public string Id => "complaint.by";

    public string Title => "Klagefrist";

    public string Anchor => "Den dag afgørelsen blev modtaget";

    public IEnumerable<Example> Examples => [new("""{}""", "2024-03-04")];

    public Outcome<Finding<Deadline>> Answer(NoFacts facts, LawOn law)
    {
        if (!law.Knows("complaint.by.weeks", out int weeks)) return law.Refused;
        var by = law.Day.AddDays(7 * weeks);
        return law.Finds(
            new Deadline(by),
            Danish.Say($"Klagen skal være modtaget senest {weeks} uger efter den {law.Day}: den {by}."),
            Danish.Say($"Vil du klage, skal vi have din klage senest {by:d. MMMM yyyy}.")
        );
    }
}
