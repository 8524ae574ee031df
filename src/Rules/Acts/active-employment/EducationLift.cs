using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Uddannelsesløft on dagpenge: who could begin, and the benefit under it. Abolished in 2026.</summary>
internal sealed class EducationLift : IRule<EducationLift.Facts, EducationLift.Benefit>
{
    public sealed record Facts(
        [Within(0, 120)] int Age,
        [OneOf("unskilled", "obsolete", "skilled")] string Education,
        bool PositiveList
    );

    /// <param name="Percent">Of the dagpenge rate; 0 when not eligible.</param>
    public sealed record Benefit(bool Eligible, int Percent);

    public string Id => "education_lift";

    public string Title => "Uddannelsesløft";

    public string Anchor => "Den dag uddannelsen begynder";

    public IEnumerable<Example> Examples =>
        [
            new("""{"age": 34, "education": "unskilled", "positive_list": true}""", "2024-09-02"),
            new("""{"age": 34, "education": "obsolete", "positive_list": false}""", "2024-09-02"),
        ];

    public Outcome<Finding<Benefit>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("education_lift.least-age", out int least)
            || !law.Knows($"education_lift.benefit{(facts.PositiveList ? "-positive-list" : "")}", out int percent)
        )
            return law.Refused;
        if (facts.Age < least)
            law.Fails(Danish.Say($"Er {facts.Age} år"), Danish.Say($"Mindst {least} år."), law.Day.AddYears(least - facts.Age));
        if (facts.Education == "skilled")
            law.Fails("Har en uddannelse, der kan bruges", "Ufaglært eller med forældet uddannelse.");
        var eligible = facts.Age >= least && facts.Education != "skilled";
        return law.Finds(
            new Benefit(eligible, eligible ? percent : 0),
            eligible
                ? Danish.Say($"Uddannelsesløft med {percent} pct. af dagpengesatsen.")
                : "Betingelserne for uddannelsesløft er ikke opfyldt.",
            eligible
                ? Danish.Say($"Du får {percent} pct. af din dagpengesats, mens du tager uddannelsen.")
                : "Du kan ikke begynde på et uddannelsesløft nu."
        );
    }
}
