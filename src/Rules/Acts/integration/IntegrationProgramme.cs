using Virker.Kernel;

namespace Virker.Rules;

/// <summary>The deadlines of the integration programme from the day the municipality takes over.</summary>
public sealed class IntegrationProgramme : IRule<NoFacts, IntegrationProgramme.Deadlines>
{
    /// <param name="BeginBy">The programme begins by this day.</param>
    /// <param name="OfferIfPossibleBy">The first offer at a company, if possible.</param>
    /// <param name="OfferBy">The first offer at a company at the latest.</param>
    /// <param name="PlannedUntil">Planned so that the person is in ordinary work by this day.</param>
    /// <param name="EndsBy">The programme's last day at the most.</param>
    public sealed record Deadlines(
        DateOnly BeginBy,
        DateOnly OfferIfPossibleBy,
        DateOnly OfferBy,
        DateOnly PlannedUntil,
        DateOnly EndsBy
    );

    public string Id => "integration.programme";

    public string Title => "Integrationsprogrammets frister";

    public string Anchor => "Dagen kommunen overtager ansvaret";

    public IEnumerable<Example> Examples => [new("{}", "2024-03-04")];

    public Outcome<Finding<Deadlines>> Answer(NoFacts facts, LawOn law)
    {
        if (
            !law.Knows("integration.programme.start-months", out int start)
            || !law.Knows("integration.programme.offer-weeks", out int weeks)
            || !law.Knows("integration.programme.offer-months", out int offer)
            || !law.Knows("integration.programme.planned-years", out int planned)
            || !law.Knows("integration.programme.most-years", out int most)
            || !law.Knows("integration.programme.content", out string content)
        )
            return law.Refused;
        var found = new Deadlines(
            law.Day.AddMonths(start),
            law.Day.AddDays(7 * weeks),
            law.Day.AddMonths(offer),
            law.Day.AddYears(planned),
            law.Day.AddYears(most).AddDays(-1)
        );
        return law.Finds(
            found,
            Danish.Say($"Begynder senest {found.BeginBy}; virksomhedsrettet tilbud om muligt {found.OfferIfPossibleBy}, senest {found.OfferBy}; højst til {found.EndsBy}. {content}."),
            Danish.Say($"Dit program begynder senest {found.BeginBy:d. MMMM yyyy}, og du får et tilbud hos en virksomhed senest {found.OfferBy:d. MMMM yyyy}.")
        );
    }
}
