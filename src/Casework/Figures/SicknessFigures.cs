using Virker.Insight;

namespace Virker.Casework;

internal sealed class SicknessFigures : IFigures
{
    private static readonly FactSet Sick = BenefitFacts.On("sygedagpenge");

    public FigureArea Area => FigureAreas.Benefits;

    public int Place => 20;

    public IReadOnlyList<Indicator> All { get; } =
        [
            new(
                "sygedagpenge.andel",
                "Sygemeldte i pct. af befolkningen 16-66 år",
                "pct.",
                1,
                new Ratio(new FullTime(Sick.Aged(16, 66)), new FullTime(Residents.OfWorkingAge))
            )
            {
                Source = FactSources.CasesAndPersons,
                OfficialTable = "jobindsats Y07A02",
                Decimals = 2,
                Words = ["andel", "sygemeldte", "borgere", "sygedagpenge", "sygefravær"],
            },
            new(
                "sygedagpenge.delvis-raskmeldt",
                "Delvist raskmeldte af de sygemeldte",
                "pct.",
                1,
                new Ratio(
                    new Group(
                        new Present(Sick, Presence.AtEnd)
                            & new Present(new FactSet(PartialReturnFacts.Table), Presence.AtEnd)
                    ),
                    new Heads(Sick, Presence.AtEnd)
                )
            )
            {
                Source = "Kommunens sygedagpengesager",
                Decimals = 1,
                Words = ["delvist", "delvis", "raskmeldte", "raskmelding", "sygemeldte"],
            },
        ];
}
