using Virker.Kernel;

namespace Virker.Rules;

/// <summary>The trial of wage subsidies for seniors, 1 September 2021–31 December 2022.</summary>
internal sealed class WageSubsidySenior : IRule<WageSubsidySenior.Facts, WageSubsidySenior.Senior>
{
    public sealed record Facts([Within(0, 120)] int Age, [Within(0)] int BenefitMonths, bool SelfFound);

    public sealed record Senior(bool Eligible, int Months);

    public string Id => "wage_subsidy.senior";

    public string Title => "Løntilskud for seniorer (forsøg)";

    public string Anchor => "Ansættelsens første dag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"age": 52, "benefit_months": 14, "self_found": true}""", "2022-03-01"),
            new("""{"age": 52, "benefit_months": 10, "self_found": true}""", "2022-03-01"),
        ];

    public Outcome<Finding<Senior>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("wage_subsidy.senior.age", out int age)
            || !law.Knows("wage_subsidy.senior.benefit-months", out int benefit)
            || !law.Knows("wage_subsidy.senior.months", out int months)
            || !law.Knows("wage_subsidy.senior.self-found", out string found)
        )
            return law.Refused;
        if (facts.Age < age)
            law.Fails(Danish.Say($"Er {facts.Age} år"), Danish.Say($"Mindst {age} år."), law.Day.AddYears(age - facts.Age));
        if (facts.BenefitMonths < benefit)
            law.Fails(
                Danish.Say($"{facts.BenefitMonths} måneder på ydelse"),
                Danish.Say($"Mindst {benefit} måneder."),
                law.Day.AddMonths(benefit - facts.BenefitMonths)
            );
        if (!facts.SelfFound)
            law.Fails("Pladsen er ikke fundet af borgeren selv", found);
        var eligible = facts.Age >= age && facts.BenefitMonths >= benefit && facts.SelfFound;
        return law.Finds(
            new Senior(eligible, eligible ? months : 0),
            eligible
                ? Danish.Say($"Løntilskud for seniorer i højst {months} måneder.")
                : "Betingelserne for løntilskud for seniorer er ikke opfyldt.",
            eligible
                ? Danish.Say($"Du kan blive ansat med løntilskud i op til {months} måneder.")
                : "Du kan ikke få løntilskud som senior nu."
        );
    }
}
