using Virker.Casework;
using Virker.Insight;

namespace Virker.Newcomers;

/// <summary>
/// The yearly figures about newcomers: the programme, result grants, arrivals, Danish courses.
/// </summary>
internal sealed class IntegrationFigures : IFigures
{
    private const string Cases = NewcomerSources.Cases;

    private static readonly FactSet Programme = new(ProgrammeFacts.Table);
    private static readonly FactSet Permits = new(PermitFacts.Table);
    private static readonly FactSet Benefits = new(BenefitFacts.Table);
    private static readonly FactSet Danish = new(DanishCourseFacts.Table);
    private static readonly FactSet DanishOfWestern = Danish with
    {
        PersonConditions = [new(PersonFacts.Origin, ["vestlig"])],
    };

    public FigureArea Area => NewcomerFigures.Newcomers;

    public int Place => 10;

    public IReadOnlyList<Indicator> All { get; } =
        [
            new(
                "integration.paa-ydelse",
                "Nyankomne i programmet, der får ydelse",
                "personer",
                1,
                new Group(new Present(Programme, Presence.AtEnd) & new Present(Benefits, Presence.AtEnd))
            )
            {
                Source = Cases,
            },
            new(
                "integration.selvforsoergede",
                "Nyankomne i programmet, der forsørger sig selv",
                "personer",
                1,
                new Group(new Present(Programme, Presence.AtEnd).Except(new Present(Benefits, Presence.AtEnd)))
            )
            {
                Note = "Sammen med dem, der får ydelse, er de alle i programmet.",
                Source = Cases,
                MoreIsBetter = true,
            },
            new(
                "integration.efter-programmet",
                "Nyankomne efter programmet, der får ydelse (LAB)",
                "personer",
                1,
                new Group(
                    (new Past(Programme) & new Present(Benefits, Presence.AtEnd)).Except(
                        new Present(Programme, Presence.AtEnd)
                    )
                )
            )
            {
                Note = "Ydelsen er efter de almindelige regler.",
                Source = Cases,
            },
            Grants("uddannelse", "ordinær uddannelse"),
            Grants("arbejde", "ordinært arbejde"),
            Grants("danskuddannelse", "danskuddannelse"),
            Arrivals("integration.flygtninge", "Nyankomne flygtninge", Permits.With(PermitFacts.Basis, "flygtning")),
            Arrivals(
                "integration.kvote",
                "Nyankomne i kvoten",
                Permits with
                {
                    Minimums = [new(PermitFacts.Quota, 1)],
                }
            ),
            new(
                "integration.kommunekvote",
                "Kommunekvoten",
                "personer",
                1,
                new Total(new(QuotaFacts.Table), QuotaFacts.Places)
            )
            {
                Note = "Kommunen skal modtage så mange flygtninge.",
                Source = QuotaFacts.Source,
                Rhythm = Rhythm.TwelveMonths,
                CountsPersons = false,
            },
            Arrivals(
                "integration.familiesammenfoerte",
                "Gennemførte familiesammenføringer",
                Permits.With(PermitFacts.Basis, "familiesammenfoert-flygtning", "familiesammenfoert-anden")
            ),
            Arrivals(
                "integration.overtaget",
                "Overtaget fra andre kommuner",
                Permits with
                {
                    Minimums = [new(PermitFacts.TakenOver, 1)],
                }
            ),
            Arrivals("integration.repatrieringer", "Gennemførte repatrieringer", new(RepatriationFacts.Table)),
            new(
                "integration.danskuddannelse",
                "Personer på danskuddannelse",
                "personer",
                1,
                new Heads(Danish, Presence.InPeriod)
            )
            {
                Source = Cases,
                Rhythm = Rhythm.TwelveMonths,
            },
            new(
                "integration.danskuddannelse-vestlige",
                "Personer fra vestlige lande på danskuddannelse",
                "personer",
                1,
                new Heads(DanishOfWestern, Presence.InPeriod)
            )
            {
                Note = "Registeret kender oprindelse, ikke statsborgerskab, så tallet er ikke præcis EU-borgere.",
                Source = Cases,
                Rhythm = Rhythm.TwelveMonths,
            },
            new(
                "integration.danskuddannelse-vestlige-helaar",
                "Helårspersoner fra vestlige lande på danskuddannelse",
                "helårspersoner",
                1,
                new FullTime(DanishOfWestern)
            )
            {
                Source = Cases,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
            },
        ];

    private static Indicator Grants(string kind, string name) =>
        Arrivals($"integration.resultattilskud-{kind}", $"Resultattilskud på {name}",
            new FactSet(ResultGrantFacts.Table).With(ResultGrantFacts.Kind, kind), "tilskud", 2) with
        {
            Note = "Tilskud gives for fastholdelse, så flere er kommet i gang, end tallet viser.", MoreIsBetter = true,
        };

    private static Indicator Arrivals(string id, string name, FactSet set, string unit = "personer",
        int version = 1) => new(id, name, unit, version, new Events(set))
    {
        Source = Cases, Rhythm = Rhythm.TwelveMonths,
    };
}
