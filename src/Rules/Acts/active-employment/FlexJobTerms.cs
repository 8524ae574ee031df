using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The flex job subsidy with its ceiling: wage and subsidy together are never more than the full-time wage.
/// </summary>
internal sealed class FlexJobTerms : IRule<FlexJobTerms.Facts, FlexJobTerms.Capped>
{
    /// <param name="Wage">Kroner a month, pension included.</param>
    /// <param name="FullTimeWage">What the same job pays full time, pension included.</param>
    public sealed record Facts([Within(0)] decimal Wage, [Within(0)] decimal FullTimeWage);

    public sealed record Capped(decimal Subsidy, bool AtCeiling);

    public string Id => "flex_job.terms";

    public string Title => "Fleksjob: loft over løn og tilskud";

    public string Anchor => "Måneden, lønnen er tjent i";

    public IEnumerable<Example> Examples =>
        [
            new("""{"wage": 10000, "full_time_wage": 30000}""", "2024-05-01"),
            new("""{"wage": 10000, "full_time_wage": 25000}""", "2024-05-01"),
        ];

    public Outcome<Finding<Capped>> Answer(Facts facts, LawOn law)
    {
        var ordinary = new FlexJobSubsidy().Answer(new(facts.Wage), law);
        if (ordinary.IsRefused) return ordinary.Refusal;
        if (!law.Knows("flex_job.terms.ceiling", out string ceiling)) return law.Refused;
        var room = Math.Max(0m, facts.FullTimeWage - facts.Wage);
        var subsidy = Math.Min(ordinary.Value.Answer.Subsidy, room);
        return law.Finds(
            new Capped(subsidy, subsidy < ordinary.Value.Answer.Subsidy),
            Danish.Say($"{subsidy:#,0.##} kr. om måneden. Løn og tilskud tilsammen: {char.ToLowerInvariant(ceiling[0])}{ceiling[1..]}."),
            Danish.Say($"Du får {subsidy:#,0.##} kr. om måneden i tilskud ved siden af din løn.")
        );
    }
}
