using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Fritidstillæg a month: an amount for each child, at most three.</summary>
public sealed class LeisureSupplement : IRule<LeisureSupplement.Facts, LeisureSupplement.Supplement>
{
    /// <param name="Children">Children in the home.</param>
    /// <param name="Couple">True for a couple, false for a single provider.</param>
    public sealed record Facts([Within(0)] int Children, bool Couple);

    /// <param name="Amount">Kroner a month.</param>
    public sealed record Supplement(decimal Amount);

    public string Id => "leisure_supplement";

    public string Title => "Fritidstillæg";

    public string Anchor => "Måneden, tillægget gives for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"children": 4, "couple": true}""", "2026-03-01"),
            new("""{"children": 2, "couple": false}""", "2025-09-01"),
        ];

    public Outcome<Finding<Supplement>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows($"leisure_supplement.{(facts.Couple ? "couple" : "single")}", out decimal each)
            || !law.Knows("leisure_supplement.children", out int most)
        )
            return law.Refused;
        var amount = each * Math.Min(facts.Children, most);
        return law.Finds(
            new Supplement(amount),
            Danish.Say($"{Math.Min(facts.Children, most)} børn à {each} kr. ({(facts.Couple ? "par" : "enlig")}, højst {most} børn): {amount} kr. om måneden."),
            Danish.Say($"Du kan få {amount:#,0.##} kr. om måneden til dine børns fritid.")
        );
    }
}
