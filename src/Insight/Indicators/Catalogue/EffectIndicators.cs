namespace Virker.Insight;

/// <summary>
/// What comes after an intervention ("24 per cent off benefit three months later", document 004), by kind, company and
/// provider. A share and never an effect: some would have managed without.
/// </summary>
internal static class EffectIndicators
{
    private static readonly FactSet Interventions = new(StandardFacts.Interventions);
    private static readonly FactSet Subsidies = Interventions.With("kind", "loentilskud");
    private static readonly FactSet Internships = Interventions.With("kind", "virksomhedspraktik");
    private static readonly FactSet Placements = new(StandardFacts.Placements);
    private static readonly FactSet Provided = new(StandardFacts.Provided);
    private static readonly FactSet Benefits = new(StandardFacts.Benefits);

    public static IReadOnlyList<Indicator> All =>
    [
        After("effekt.virksomhedsrettet-3-maaneder", "Uden ydelse tre måneder efter praktik eller løntilskud", 3,
            Interventions.With("kind", "virksomhedspraktik", "loentilskud")),
        After("effekt.praktik-3-maaneder", "Uden ydelse tre måneder efter virksomhedspraktik", 3, Internships),
        After("effekt.loentilskud-3-maaneder", "Uden ydelse tre måneder efter løntilskud", 3, Subsidies),
        After("effekt.indsatser-3-maaneder", "Uden ydelse tre måneder efter en indsats", 3, Interventions),
        After("effekt.indsatser-6-maaneder", "Uden ydelse seks måneder efter en indsats", 6, Interventions),
        After("effekt.virksomhed-3-maaneder", "Uden ydelse tre måneder efter en virksomhedsplacering", 3, Placements),
        After("effekt.leverandoer-3-maaneder", "Uden ydelse tre måneder efter en indsats hos en leverandør", 3,
            Provided),
        Job("effekt.job-3-maaneder", "I job tre måneder efter en indsats", Interventions),
        Job("effekt.virksomhed-job-3-maaneder", "I job tre måneder efter en virksomhedsplacering", Placements),
        Job("effekt.leverandoer-job-3-maaneder", "I job tre måneder efter en indsats hos en leverandør", Provided),
    ];

    private static Indicator After(string id, string name, int months, FactSet set) =>
        new(
            id,
            name,
            "pct.",
            1,
            new StatusAfter(set, CohortEvent.Ends, FollowUp.AfterMonths(months), Benefits) { Negated = true }
        )
        {
            Note = "Tallet er ikke en effekt: nogle ville have klaret sig uden.",
            Source = "Kommunens egne sager",
            OfficialTable = "jobindsats Y14D03",
            Decimals = 1,
            Rhythm = Rhythm.TwelveMonths,
            MoreIsBetter = true,
        };

    private static Indicator Job(string id, string name, FactSet set) => new(id, name, "pct.", 1, new StatusAfter(set,
        CohortEvent.Ends, FollowUp.AfterMonths(3), new(StandardFacts.Employment)))
    {
        Note = "Tallet er ikke en effekt: nogle ville have fået job uden.",
        Source = "Kommunens egne sager og eIndkomst", Decimals = 1, Rhythm = Rhythm.TwelveMonths, MoreIsBetter = true,
    };
}
