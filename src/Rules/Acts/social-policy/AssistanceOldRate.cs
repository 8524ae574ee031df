using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The rate of kontanthjælp and uddannelseshjælp until 30 June 2025, for cases about the time before.
/// </summary>
internal sealed class AssistanceOldRate : IRule<AssistanceOldRate.Facts, AssistanceOldRate.Help>
{
    /// <param name="Kind">provider and other: 30 years and over; under-30: living out; education-out, education-home:
    /// uddannelseshjælp.</param>
    public sealed record Facts([OneOf("provider", "other", "under-30", "education-out", "education-home")] string Kind);

    public sealed record Help(decimal Amount);

    public string Id => "assistance.old_rate";

    public string Title => "Kontanthjælp og uddannelseshjælp til og med 30. juni 2025";

    public string Anchor => "Måneden, hjælpen gives for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"kind": "provider"}""", "2023-05-01"),
            new("""{"kind": "education-home"}""", "2023-05-01"),
            new("""{"kind": "other"}""", "2024-05-01"),
        ];

    public Outcome<Finding<Help>> Answer(Facts facts, LawOn law) =>
        law.Knows($"assistance.old_rate.{facts.Kind}", out decimal amount)
            ? law.Finds(
                new Help(amount),
                Danish.Say($"{law.Holding($"assistance.old_rate.{facts.Kind}").Parameter.Meaning}: {amount:#,0.##} kr. om måneden."),
                Danish.Say($"Hjælpen var {amount:#,0.##} kr. om måneden før skat.")
            )
            : law.Refused;
}
