using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Grundtilskud to the municipality for a month of the programme.</summary>
internal sealed class BaseGrant : IRule<BaseGrant.Facts, BaseGrant.Grant>
{
    /// <param name="ProgrammeMonth">The month of the programme, 1 the first.</param>
    /// <param name="RefugeeFamily">Refugee, or family of one.</param>
    public sealed record Facts([Within(1)] int ProgrammeMonth, bool RefugeeFamily);

    public sealed record Grant(decimal Amount);

    public string Id => "integration.base_grant";

    public string Title => "Grundtilskud";

    public string Anchor => "Måneden, der gives tilskud for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"programme_month": 12, "refugee_family": true}""", "2018-03-01"),
            new("""{"programme_month": 12, "refugee_family": true}""", "2019-03-01"),
            new("""{"programme_month": 37, "refugee_family": false}""", "2019-03-01"),
        ];

    public Outcome<Finding<Grant>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("integration.base_grant.years", out int years)
            || !law.Knows($"integration.base_grant.{(facts.RefugeeFamily ? "refugees" : "amount")}", out decimal amount)
        )
            return law.Refused;
        if (facts.ProgrammeMonth > 12 * years)
            law.Fails(Danish.Say($"Programmets måned {facts.ProgrammeMonth}"), Danish.Say($"De første {years} år."));
        var grant = facts.ProgrammeMonth <= 12 * years ? amount : 0m;
        return law.Finds(
            new Grant(grant),
            Danish.Say($"Måned {facts.ProgrammeMonth} af programmet: {grant:#,0.##} kr. (nominelt)."),
            "Tilskuddet er mellem stat og kommune; det ændrer ikke, hvad borgeren får."
        );
    }
}
