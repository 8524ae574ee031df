using Virker.Insight;

namespace Virker.Casework;

/// <summary>
/// What comes after an intervention, as figures of several modules declare it: a share and never an effect, since some
/// would have managed without.
/// </summary>
public static class AfterIntervention
{
    /// <summary>The share without any benefit so many months after the last day.</summary>
    public static Indicator OffBenefit(string id, string name, int months, FactSet interventions) =>
        new(
            id,
            name,
            "pct.",
            1,
            new StatusAfter(
                interventions,
                CohortEvent.Ends,
                FollowUp.AfterMonths(months),
                new FactSet(BenefitFacts.Table)
            )
            {
                Negated = true,
            }
        )
        {
            Note = "Tallet er ikke en effekt: nogle ville have klaret sig uden.",
            Source = FactSources.Cases,
            OfficialTable = "jobindsats Y14D03",
            Decimals = 1,
            Rhythm = Rhythm.TwelveMonths,
            MoreIsBetter = true,
        };

    /// <summary>The share employed three months after the last day.</summary>
    public static Indicator InJob(string id, string name, FactSet interventions) =>
        new(
            id,
            name,
            "pct.",
            1,
            new StatusAfter(
                interventions,
                CohortEvent.Ends,
                FollowUp.AfterMonths(3),
                new FactSet(EmploymentFacts.Table)
            )
        )
        {
            Note = "Tallet er ikke en effekt: nogle ville have fået job uden.",
            Source = FactSources.CasesAndWages,
            Decimals = 1,
            Rhythm = Rhythm.TwelveMonths,
            MoreIsBetter = true,
        };
}
