using Virker.Kernel;

namespace Virker.Rules;

/// <summary>The fixed rate of a sanction for each day, by the size of the monthly help.</summary>
public sealed class SanctionAmount : IRule<SanctionAmount.Facts, SanctionAmount.Deduction>
{
    /// <param name="MonthlyHelp">Kroner of help in the month before deduction.</param>
    /// <param name="Days">Days that are sanctioned; the day of the event itself always counts.</param>
    public sealed record Facts([Within(0)] decimal MonthlyHelp, [Within(1)] int Days);

    /// <param name="Rate">Kroner a day.</param>
    /// <param name="Amount">Kroner in all.</param>
    public sealed record Deduction(decimal Rate, decimal Amount);

    public string Id => "sanction.amount";

    public string Title => "Sanktionens størrelse";

    public string Anchor => "Hændelsens dag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"monthly_help": 11698, "days": 1}""", "2021-06-01"),
            new("""{"monthly_help": 5632, "days": 2}""", "2021-06-01"),
        ];

    public Outcome<Finding<Deduction>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("sanction.amount.bound-1", out decimal first)
            || !law.Knows("sanction.amount.bound-2", out decimal second)
            || !law.Knows("sanction.amount.bound-3", out decimal third)
        )
            return law.Refused;
        var step =
            facts.MonthlyHelp < first ? 1
            : facts.MonthlyHelp <= second ? 2
            : facts.MonthlyHelp <= third ? 3
            : 4;
        if (!law.Knows($"sanction.amount.rate-{step}", out decimal rate))
            return law.Refused;
        return law.Finds(
            new Deduction(rate, rate * facts.Days),
            Danish.Say($"Hjælp på {facts.MonthlyHelp} kr. giver sats {step}: {rate} kr. om dagen; {facts.Days} dage: {rate * facts.Days} kr."),
            Danish.Say($"Din hjælp bliver sat ned med {rate * facts.Days:#,0.##} kr. for {facts.Days} dage.")
        );
    }
}
