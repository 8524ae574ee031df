using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Whether a person can have a social free card with an employer (from 2025). Work in a private household is reported
/// as B-income without a company number, and cannot go with the card: the two exclude each other.
/// </summary>
public sealed class SocialFreeCardConditions
    : IRule<SocialFreeCardConditions.Facts, SocialFreeCardConditions.Eligibility>
{
    /// <param name="SocialProblems">Social problems as in the act of social service, part V.</param>
    /// <param name="StudentSupport">In an education that gives SU.</param>
    /// <param name="WorkIncome">Taxable work income of the latest year, kroner.</param>
    /// <param name="ResidenceMet">Residence requirement met.</param>
    /// <param name="Employer">company (Danish CVR), public, or household (B-income, no CVR).</param>
    public sealed record Facts(
        bool SocialProblems,
        bool StudentSupport,
        [Within(0)] decimal WorkIncome,
        bool ResidenceMet,
        [OneOf("company", "public", "household")] string Employer
    );

    public sealed record Eligibility(bool Eligible);

    public string Id => "social_free_card.conditions";

    public string Title => "Socialt frikort: betingelser";

    public string Anchor => "Den dag kortet søges";

    public IEnumerable<Example> Examples =>
        [
            new(
                """{"social_problems": true, "student_support": false, "work_income": 5000, "residence_met": true, "employer": "company"}""",
                "2025-03-03"
            ),
            new(
                """{"social_problems": true, "student_support": false, "work_income": 5000, "residence_met": true, "employer": "household"}""",
                "2025-03-03"
            ),
        ];

    public Outcome<Finding<Eligibility>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("social_free_card.conditions.work-income", out decimal most)
            || !law.Knows("social_free_card.conditions.who", out string who)
        )
            return law.Refused;
        if (facts.Employer == "household")
        {
            if (!law.Knows("social_free_card.conditions.b-income", out string household)) return law.Refused;
            law.Fails("Arbejdet er i en privat husholdning (B-indkomst)", Danish.Say($"{household}: vælg det ene."));
        }

        if (!facts.SocialProblems)
            law.Fails("Har ikke sociale problemer som i serviceloven, afsnit V", who + ".");
        if (facts.StudentSupport)
            law.Fails("Er i gang med en SU-berettigende uddannelse", "Kortet kan søges, når uddannelsen er slut.");
        if (facts.WorkIncome > most)
            law.Fails(Danish.Say($"Arbejdsindkomst på {facts.WorkIncome:#,0.##} kr. i det seneste år"), Danish.Say($"Højst {most:#,0.##} kr."));
        if (!facts.ResidenceMet)
            law.Fails("Opholdskravet er ikke opfyldt", who + ".");
        var eligible =
            facts is { SocialProblems: true, StudentSupport: false, ResidenceMet: true, Employer: not "household" }
            && facts.WorkIncome <= most;
        return law.Finds(
            new Eligibility(eligible),
            Danish.Say($"{(eligible ? "Kan få" : "Kan ikke få")} et socialt frikort. Betingelser: {who}; højst {most:#,0.##} kr. i arbejdsindkomst."),
            eligible ? "Du kan få et socialt frikort." : "Du kan ikke få et socialt frikort nu."
        );
    }
}
