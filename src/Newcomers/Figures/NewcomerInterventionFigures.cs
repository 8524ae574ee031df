using Virker.Casework;
using Virker.Insight;

namespace Virker.Newcomers;

/// <summary>Newcomers in wage subsidies and internships, by month and kind of workplace.</summary>
internal sealed class NewcomerInterventionFigures : IFigures
{
    private static readonly FactSet Interventions = new(InterventionFacts.Table);

    public FigureArea Area => FigureAreas.Interventions;

    public int Place => 10;

    public IReadOnlyList<Indicator> All { get; } =
        [
            In("integration.loentilskud", "Nyankomne i løntilskud", "loentilskud"),
            In("integration.praktik", "Nyankomne i virksomhedspraktik", "virksomhedspraktik"),
        ];

    private static Indicator In(string id, string name, string kind) =>
        new(
            id,
            name,
            "personer",
            1,
            new Group(
                new Present(Interventions.With(InterventionFacts.Kind, kind), Presence.InPeriod)
                    & new Present(new FactSet(ProgrammeFacts.Table), Presence.AtEnd)
            )
        )
        {
            Note = "Kan deles efter arbejdspladsens slags.",
            Source = "Kommunens egne sager og integrationssager",
        };
}
