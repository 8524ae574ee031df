using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Whether a person can be employed with a wage subsidy: the group, and unemployment before it.</summary>
public sealed class WageSubsidyConditions : IRule<WageSubsidyConditions.Facts, WageSubsidyConditions.Eligibility>
{
    /// <param name="TargetGroup">LAB § 6, nr. 1–13.</param>
    /// <param name="MonthsUnemployed">Whole months of unemployment before the day.</param>
    /// <param name="Age">Whole years.</param>
    /// <param name="UpperSecondary">Has an education at upper-secondary level or higher.</param>
    /// <param name="SingleProvider">A single provider.</param>
    /// <param name="ObviouslyEducationReady">Åbenlyst uddannelsesparat.</param>
    /// <param name="SickWithJob">On sick pay from a job.</param>
    public sealed record Facts(
        [Within(1, 13)] int TargetGroup,
        [Within(0)] int MonthsUnemployed,
        [Within(0, 120)] int Age,
        bool UpperSecondary,
        bool SingleProvider = false,
        bool ObviouslyEducationReady = false,
        bool SickWithJob = false
    );

    public sealed record Eligibility(bool Eligible);

    public string Id => "wage_subsidy.conditions";

    public string Title => "Løntilskud: hvem kan få det";

    public string Anchor => "Ansættelsens første dag";

    public IEnumerable<Example> Examples =>
    [
        new("""{"target_group": 2, "months_unemployed": 4, "age": 35, "upper_secondary": true}""", "2024-03-04"),
        new("""{"target_group": 2, "months_unemployed": 4, "age": 51, "upper_secondary": true}""", "2024-03-04"),
        new("""{"target_group": 9, "months_unemployed": 12, "age": 35, "upper_secondary": false}""", "2024-03-04"),
    ];

    public Outcome<Finding<Eligibility>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows("wage_subsidy.conditions.not-for", out string notFor))
            return law.Refused;
        if (
            facts.TargetGroup is 9 or 13
            || facts.ObviouslyEducationReady
            || (facts.TargetGroup == 6 && facts.SickWithJob)
        )
            return law.Fails(Danish.Say($"Hører til dem, der ikke kan få løntilskud: {notFor}"), "En anden målgruppe.")
                .Finds(
                    new Eligibility(false),
                    Danish.Say($"Løntilskud er ikke muligt for: {notFor}."),
                    "Du kan ikke blive ansat med løntilskud i den gruppe, du er i nu."
                );
        if (
            !law.Knows("wage_subsidy.conditions.months-unemployed", out int months)
            || !law.Knows("wage_subsidy.conditions.exempt-age", out int age)
            || !law.Knows("wage_subsidy.conditions.exempt", out string exempt)
        )
            return law.Refused;
        if (facts.Age > age || !facts.UpperSecondary || facts.SingleProvider)
            return law.Finds(
                new Eligibility(true),
                Danish.Say($"Ingen forudgående ledighed kræves over {age} år. Heller ikke af: {char.ToLowerInvariant(exempt[0])}{exempt[1..]}."),
                "Du kan blive ansat med løntilskud nu."
            );
        var from = law.Day.AddMonths(months - facts.MonthsUnemployed);
        var eligible = facts.MonthsUnemployed >= months;
        if (!eligible)
            law.Fails(
                Danish.Say($"Har været ledig i {facts.MonthsUnemployed} måneder"),
                Danish.Say($"Mindst {months} måneders ledighed."),
                from
            );
        return law.Finds(
            new Eligibility(eligible),
            Danish.Say($"Løntilskud kræver {months} måneders forudgående ledighed; der er {facts.MonthsUnemployed}."),
            eligible
                ? "Du kan blive ansat med løntilskud nu."
                : Danish.Say($"Er du stadig ledig {from:d. MMMM yyyy}, kan du blive ansat med løntilskud.")
        );
    }
}
