using Virker.Insight;

namespace Virker.Casework;

/// <summary>What comes after an intervention ("24 per cent off benefit three months later"), by kind.</summary>
internal sealed class AfterInterventionFigures : IFigures
{
    private static readonly FactSet Interventions = new(InterventionFacts.Table);
    private static readonly FactSet Subsidies = Interventions.With(InterventionFacts.Kind, "loentilskud");
    private static readonly FactSet Internships = Interventions.With(InterventionFacts.Kind, "virksomhedspraktik");
    private static readonly FactSet AtWorkplaces = Interventions.With(
        InterventionFacts.Kind,
        "virksomhedspraktik",
        "loentilskud"
    );

    public FigureArea Area => FigureAreas.AfterInterventions;

    public IReadOnlyList<Indicator> All { get; } =
        [
            AfterIntervention.OffBenefit(
                "effekt.virksomhedsrettet-3-maaneder",
                "Uden ydelse tre måneder efter praktik eller løntilskud",
                3,
                AtWorkplaces
            ),
            AfterIntervention.OffBenefit(
                "effekt.praktik-3-maaneder",
                "Uden ydelse tre måneder efter virksomhedspraktik",
                3,
                Internships
            ),
            AfterIntervention.OffBenefit(
                "effekt.loentilskud-3-maaneder",
                "Uden ydelse tre måneder efter løntilskud",
                3,
                Subsidies
            ),
            AfterIntervention.OffBenefit(
                "effekt.indsatser-3-maaneder",
                "Uden ydelse tre måneder efter en indsats",
                3,
                Interventions
            ),
            AfterIntervention.OffBenefit(
                "effekt.indsatser-6-maaneder",
                "Uden ydelse seks måneder efter en indsats",
                6,
                Interventions
            ),
            AfterIntervention.InJob("effekt.job-3-maaneder", "I job tre måneder efter en indsats", Interventions),
        ];
}
