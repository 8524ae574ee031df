using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Whether a refugee or family-reunified to one may begin an IGU: residence and age.</summary>
public sealed class IguEligible : IRule<IguEligible.Facts, IguEligible.Eligibility>
{
    /// <param name="YearsInDenmark">Years since the person was registered in Denmark; parts of a year count.</param>
    /// <param name="Age">Whole years.</param>
    public sealed record Facts([Within(0)] decimal YearsInDenmark, [Within(0, 120)] int Age);

    public sealed record Eligibility(bool Eligible);

    public string Id => "igu.eligible";

    public string Title => "Hvem der kan begynde en IGU";

    public string Anchor => "Forløbets første dag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"years_in_denmark": 12, "age": 30}""", "2023-06-01"),
            new("""{"years_in_denmark": 12, "age": 30}""", "2024-02-01"),
        ];

    public Outcome<Finding<Eligibility>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("igu.eligible.years-in-denmark", out int years)
            || !law.Knows("igu.eligible.least-age", out int least)
            || !law.Knows("igu.eligible.most-age", out int most)
        )
            return law.Refused;
        if (facts.YearsInDenmark > years)
            law.Fails(
                Danish.Say($"Har været i Danmark i {facts.YearsInDenmark} år; grænsen er {years}"),
                "Det kan ikke opfyldes med tiden."
            );
        if (facts.Age < least)
            law.Fails(
                Danish.Say($"Er {facts.Age} år; mindst {least}"),
                Danish.Say($"Kan begynde ved {least} år."),
                law.Day.AddYears(least - facts.Age)
            );
        if (facts.Age > most)
            law.Fails(Danish.Say($"Er {facts.Age} år; højst {most}"), "Det kan ikke opfyldes med tiden.");
        var eligible = facts.YearsInDenmark <= years && facts.Age >= least && facts.Age <= most;
        return law.Finds(
            new Eligibility(eligible),
            Danish.Say($"En IGU kræver højst {years} år i Danmark og en alder på {least}-{most} år: {(eligible ? "opfyldt" : "ikke opfyldt")}."),
            eligible ? "Du kan begynde på en IGU." : "Du kan ikke begynde på en IGU nu."
        );
    }
}
