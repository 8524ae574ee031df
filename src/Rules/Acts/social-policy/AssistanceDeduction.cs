using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// What a wage takes off the help (from 1 July 2025): 65 percent of what lies above the free amount, and krone for
/// krone when wage and help together reach a share of the highest dagpenge. The agreement's figures: the enacted text
/// has not been seen.
/// </summary>
public sealed class AssistanceDeduction : IRule<AssistanceDeduction.Facts, AssistanceDeduction.Reduced>
{
    /// <param name="Rate">The recipient's rate.</param>
    /// <param name="Wage">Kroner earned in the month.</param>
    /// <param name="Help">Kroner of help in the month before the deduction.</param>
    public sealed record Facts(
        [OneOf("forhøjet sats", "grundsats", "mindstesats", "hjemmeboendesats")] string Rate,
        [Within(0)] decimal Wage,
        [Within(0)] decimal Help
    );

    /// <param name="Reduction">Kroner taken off.</param>
    /// <param name="Left">Kroner of help left.</param>
    /// <param name="AtCeiling">Whether krone for krone has begun.</param>
    public sealed record Reduced(decimal Reduction, decimal Left, bool AtCeiling);

    public string Id => "assistance.deduction";

    public string Title => "Fradrag for løn i kontanthjælp, med loft";

    public string Anchor => "Måneden, lønnen er tjent i";

    public IEnumerable<Example> Examples =>
        [
            new("""{"rate": "forhøjet sats", "wage": 4000, "help": 12498}""", "2025-09-01"),
            new("""{"rate": "grundsats", "wage": 16000, "help": 7205}""", "2025-09-01"),
        ];

    public Outcome<Finding<Reduced>> Answer(Facts facts, LawOn law)
    {
        var ordinary = new AssistanceFreeAmount().Answer(new(facts.Rate, facts.Wage), law);
        if (ordinary.IsRefused) return ordinary.Refusal;
        var reduction = Math.Min(facts.Help, ordinary.Value.Answer.Reduction);
        var capped = false;
        if (facts.Rate != "hjemmeboendesats")
        {
            if (
                !law.Knows(
                    $"assistance.deduction.{(facts.Rate == "forhøjet sats" ? "raised" : "base")}-ceiling",
                    out decimal share
                ) || !law.Knows("benefit.max.dagpenge", out decimal dagpenge)
            )
                return law.Refused;
            var most = dagpenge * share / 100;
            var above = facts.Wage + facts.Help - reduction - most;
            capped = above > 0 && reduction < facts.Help;
            if (capped) reduction = new Money(Math.Min(facts.Help, reduction + above)).Rounded().Kroner;
        }

        return law.Finds(
            new Reduced(reduction, facts.Help - reduction, capped),
            Danish.Say($"{facts.Wage:#,0.##} kr. i løn tager {reduction:#,0.##} kr. af hjælpen{(capped ? ", krone for krone over loftet" : "")}."),
            Danish.Say($"Du beholder {facts.Help - reduction:#,0.##} kr. af din hjælp ved siden af lønnen på {facts.Wage:#,0.##} kr.")
        );
    }
}
