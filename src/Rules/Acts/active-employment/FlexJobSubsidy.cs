using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Fleksløntilskud a month before ATP: the maximum less 30 per cent of the wage up to a threshold and 55 per cent
/// above.
/// </summary>
public sealed class FlexJobSubsidy : IRule<FlexJobSubsidy.Facts, FlexJobSubsidy.Amount>
{
    /// <param name="Wage">Kroner a month including pension.</param>
    public sealed record Facts([Within(0)] decimal Wage);

    /// <param name="Subsidy">Kroner a month.</param>
    public sealed record Amount(decimal Subsidy);

    public string Id => "flex_job.subsidy";

    public string Title => "Fleksløntilskud";

    public string Anchor => "Måneden, lønnen er tjent i";

    public IEnumerable<Example> Examples =>
        [new("""{"wage": 0}""", "2024-05-01"), new("""{"wage": 20000}""", "2024-05-01")];

    public Outcome<Finding<Amount>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("flex_job.max", out decimal max)
            || !law.Knows("flex_job.threshold", out decimal threshold)
            || !law.Knows("flex_job.reduction-below", out decimal below)
            || !law.Knows("flex_job.reduction-above", out decimal above)
        )
            return law.Refused;
        var reduction =
            (Math.Min(facts.Wage, threshold) * below / 100m) + (Math.Max(0m, facts.Wage - threshold) * above / 100m);
        var subsidy = new Money(Math.Max(0m, max - reduction)).Rounded().Kroner;
        return law.Finds(new Amount(subsidy),
            Danish.Say($"Højst {max} kr. nedsat med {below} pct. af lønnen op til {threshold} kr. og {above} pct. over: {subsidy} kr. om måneden (før ATP; løn og tilskud kan ikke overstige fuldtidslønnen)."),
            Danish.Say($"Du får {subsidy:#,0.##} kr. om måneden i fleksløntilskud ved siden af din løn."));
    }
}
