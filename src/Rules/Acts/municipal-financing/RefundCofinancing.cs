using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Medfinansiering: the municipality's share of unemployment benefit in the person's n-th week, the mirror of the
/// refund ladder.
/// </summary>
public sealed class RefundCofinancing : IRule<RefundCofinancing.Facts, RefundCofinancing.Share>
{
    /// <param name="Week">The week on the ladder, 1 the first.</param>
    public sealed record Facts([Within(1)] int Week);

    /// <param name="Percent">Percent that the municipality pays.</param>
    public sealed record Share(int Percent);

    public string Id => "refund.cofinancing";

    public string Title => "Kommunens medfinansiering af dagpenge";

    public string Anchor => "Ugen, der betales for";

    public IEnumerable<Example> Examples =>
        [new("""{"week": 4}""", "2024-03-04"), new("""{"week": 53}""", "2024-03-04")];

    public Outcome<Finding<Share>> Answer(Facts facts, LawOn law)
    {
        var (step, words) = RefundPercentage.Step(facts.Week, law);
        return law.Knows($"refund.cofinancing.{step}", out int percent)
            ? law.Finds(
                new Share(percent),
                Danish.Say($"{words} med dagpenge: kommunen betaler {percent} pct."),
                "Det er et spørgsmål mellem stat og kommune; det ændrer ikke, hvad borgeren får."
            )
            : law.Refused;
    }
}
