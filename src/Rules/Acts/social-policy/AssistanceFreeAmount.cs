using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Fribeløb from 1 July 2025: what a wage takes off the help, by rate. The agreement's ceiling against unemployment
/// benefit is not counted: its enacted form has not been read.
/// </summary>
public sealed class AssistanceFreeAmount : IRule<AssistanceFreeAmount.Facts, AssistanceFreeAmount.Offset>
{
    /// <param name="Rate">The rate that the person is on.</param>
    /// <param name="Wage">Kroner in the month.</param>
    public sealed record Facts(
        [OneOf("forhøjet sats", "grundsats", "mindstesats", "hjemmeboendesats")] string Rate,
        [Within(0)] decimal Wage
    );

    /// <param name="Reduction">Kroner off the help.</param>
    public sealed record Offset(decimal Reduction);

    public string Id => "assistance.free_amount";

    public string Title => "Fribeløb i kontanthjælp";

    public string Anchor => "Måneden, lønnen er tjent i";

    public IEnumerable<Example> Examples =>
        [
            new("""{"rate": "forhøjet sats", "wage": 4000}""", "2025-09-01"),
            new("""{"rate": "grundsats", "wage": 7000}""", "2025-09-01"),
            new("""{"rate": "hjemmeboendesats", "wage": 1000}""", "2025-09-01"),
        ];

    public Outcome<Finding<Offset>> Answer(Facts facts, LawOn law)
    {
        var name = facts.Rate switch
        {
            "forhøjet sats" => "raised",
            "hjemmeboendesats" => "home",
            _ => "base",
        };
        if (
            !law.Knows($"assistance.free_amount.{name}", out decimal free)
            || !law.Knows("assistance.free_amount.deduction", out decimal percent)
        )
            return law.Refused;
        var reduction = new Money(Math.Max(0m, facts.Wage - free) * percent / 100m).Rounded().Kroner;
        return law.Finds(new Offset(reduction),
            Danish.Say($"Fribeløbet på {facts.Rate} er {free} kr.; {percent} pct. af resten trækkes fra: {reduction} kr. (Krone for krone, når løn og hjælp når loftet i aftalen.)"),
            reduction == 0m
                ? "Din løn ændrer ikke din hjælp."
                : Danish.Say($"Din hjælp bliver {reduction:#,0.##} kr. mindre, fordi du har tjent {facts.Wage:#,0.##} kr.")
        );
    }
}
