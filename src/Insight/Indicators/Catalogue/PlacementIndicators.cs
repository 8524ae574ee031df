namespace Virker.Insight;

/// <summary>
/// Who is in an intervention: wage subsidies and internships by month and kind of workplace (document 000), companies,
/// providers.
/// </summary>
internal static class PlacementIndicators
{
    private static readonly FactSet Interventions = new(StandardFacts.Interventions);
    private static readonly FactSet Subsidies = Interventions.With("kind", "loentilskud");
    private static readonly FactSet Internships = Interventions.With("kind", "virksomhedspraktik");
    private static readonly FactSet Programme = new(StandardFacts.IntegrationProgramme);
    private static readonly FactSet Benefits = new(StandardFacts.Benefits);

    public static IReadOnlyList<Indicator> All =>
        [
            In("indsatser.loentilskud", "Personer i løntilskud", Subsidies),
            In("indsatser.praktik", "Personer i virksomhedspraktik", Internships),
            Newcomers("integration.loentilskud", "Nyankomne i løntilskud", Subsidies),
            Newcomers("integration.praktik", "Nyankomne i virksomhedspraktik", Internships),
            new(
                "indsatser.andel-i-tilbud",
                "Ydelsesmodtagere i et tilbud",
                "pct.",
                1,
                new Ratio(
                    new Group(new Present(Benefits, Presence.InPeriod) & new Present(Interventions, Presence.InPeriod)),
                    new Heads(Benefits, Presence.InPeriod)
                )
            )
            {
                Source = "Kommunens egne sager",
                Decimals = 1,
                MoreIsBetter = true,
            },
            new(
                "indsatser.fuldtidsaktiverede",
                "Fuldtidsaktiverede",
                "fuldtidspersoner",
                1,
                new FullTime(Interventions)
            )
            {
                Note = "To samtidige tilbud tæller begge.",
                Source = "Kommunens egne sager",
            },
            new(
                "indsatser.placerede",
                "Personer placeret i en virksomhed",
                "personer",
                1,
                new Heads(new(StandardFacts.Placements), Presence.InPeriod)
            )
            {
                Note = "Kan deles efter virksomhed, branche, arbejdspladsens slags og indsats.",
                Source = "Kommunens virksomhedssager",
            },
            new(
                "indsatser.hos-leverandoer",
                "Personer i en indsats hos en leverandør",
                "personer",
                1,
                new Heads(new(StandardFacts.Provided), Presence.InPeriod)
            )
            {
                Note = "Kan deles efter leverandør og indsats.",
                Source = "Kommunens virksomhedssager",
            },
        ];

    private static Indicator In(string id, string name, FactSet set) =>
        new(id, name, "personer", 1, new Heads(set, Presence.InPeriod))
        {
            Note = "Kan deles efter arbejdspladsens slags.",
            Source = "Kommunens egne sager",
        };

    private static Indicator Newcomers(string id, string name, FactSet set) =>
        new(
            id,
            name,
            "personer",
            1,
            new Group(new Present(set, Presence.InPeriod) & new Present(Programme, Presence.AtEnd))
        )
        {
            Note = "Kan deles efter arbejdspladsens slags.",
            Source = "Kommunens egne sager og integrationssager",
        };
}
