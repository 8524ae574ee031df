using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Timefradrag until mid-2025: so much of the wage is disregarded for each hour worked, at most 160 hours a month.
/// </summary>
public sealed class AssistanceHourDisregard : IRule<AssistanceHourDisregard.Facts, AssistanceHourDisregard.Offset>
{
    /// <param name="Wage">Kroner in the month.</param>
    /// <param name="Hours">Hours worked in the month.</param>
    public sealed record Facts([Within(0)] decimal Wage, [Within(0)] decimal Hours);

    public sealed record Offset(decimal Disregarded, decimal Deducted);

    public string Id => "assistance.hour_disregard";

    public string Title => "Timefradrag i kontanthjælp";

    public string Anchor => "Måneden, lønnen er tjent i";

    public IEnumerable<Example> Examples =>
        [new("""{"wage": 6000, "hours": 40}""", "2022-05-01"), new("""{"wage": 9000, "hours": 170}""", "2022-05-01")];

    public Outcome<Finding<Offset>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("assistance.hour_disregard.rate", out decimal rate)
            || !law.Knows("assistance.hour_disregard.hours", out decimal cap)
        )
            return law.Refused;
        var disregarded = new Money(Math.Min(facts.Wage, rate * Math.Min(facts.Hours, cap))).Rounded().Kroner;
        return law.Finds(new Offset(disregarded, facts.Wage - disregarded),
            Danish.Say($"{Math.Min(facts.Hours, cap)} timer à {rate} kr. holdes ude: {disregarded} kr.; {facts.Wage - disregarded} kr. trækkes fra hjælpen."),
            Danish.Say($"Du beholder {disregarded:#,0.##} kr. af din løn oven i hjælpen."));
    }
}
