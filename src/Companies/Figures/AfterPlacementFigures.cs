using Virker.Casework;
using Virker.Insight;

namespace Virker.Companies;

/// <summary>What follows a placement with a company, and an intervention with a provider.</summary>
internal sealed class AfterPlacementFigures : IFigures
{
    private static readonly FactSet Placements = new(PlacementFacts.Table);
    private static readonly FactSet Provided = new(ProvidedFacts.Table);

    public FigureArea Area => FigureAreas.AfterInterventions;

    public int Place => 10;

    public IReadOnlyList<Indicator> All { get; } =
        [
            AfterIntervention.OffBenefit(
                "effekt.virksomhed-3-maaneder",
                "Uden ydelse tre måneder efter en virksomhedsplacering",
                3,
                Placements
            ),
            AfterIntervention.OffBenefit(
                "effekt.leverandoer-3-maaneder",
                "Uden ydelse tre måneder efter en indsats hos en leverandør",
                3,
                Provided
            ),
            AfterIntervention.InJob(
                "effekt.virksomhed-job-3-maaneder",
                "I job tre måneder efter en virksomhedsplacering",
                Placements
            ),
            AfterIntervention.InJob(
                "effekt.leverandoer-job-3-maaneder",
                "I job tre måneder efter en indsats hos en leverandør",
                Provided
            ),
        ];
}
