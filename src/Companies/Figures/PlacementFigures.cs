using Virker.Casework;
using Virker.Insight;

namespace Virker.Companies;

/// <summary>Who is placed with a company, or in an intervention that a provider stands for.</summary>
internal sealed class PlacementFigures : IFigures
{
    public FigureArea Area => FigureAreas.Interventions;

    public int Place => 20;

    public IReadOnlyList<Indicator> All { get; } =
        [
            new(
                "indsatser.placerede",
                "Personer placeret i en virksomhed",
                "personer",
                1,
                new Heads(new(PlacementFacts.Table), Presence.InPeriod)
            )
            {
                Note = "Kan deles efter virksomhed, branche, arbejdspladsens slags og indsats.",
                Source = CompanySources.Cases,
            },
            new(
                "indsatser.hos-leverandoer",
                "Personer i en indsats hos en leverandør",
                "personer",
                1,
                new Heads(new(ProvidedFacts.Table), Presence.InPeriod)
            )
            {
                Note = "Kan deles efter leverandør og indsats.",
                Source = CompanySources.Cases,
            },
        ];
}
