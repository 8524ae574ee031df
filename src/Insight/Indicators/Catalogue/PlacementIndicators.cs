namespace Virker.Insight;

/// <summary>Wage subsidies and internships by month (document 000), and what comes after (document 004).</summary>
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
        new("indsatser.andel-i-tilbud", "Ydelsesmodtagere i et tilbud", "pct.", 1, new Ratio(
            new Group(new Present(Benefits, Presence.InPeriod) & new Present(Interventions, Presence.InPeriod)), new Heads(Benefits, Presence.InPeriod)))
        {
            Definition = "Andel af dem, der får en ydelse i perioden, som har mindst én dag i et tilbud eller en indsats.", Formula = "Personer på ydelse med mindst én dag i et tilbud / personer på ydelse, gange 100.",
            Source = "Kommunens egne sager", Decimals = 1, MoreIsBetter = true,
        },
        new("indsatser.fuldtidsaktiverede", "Fuldtidsaktiverede", "fuldtidspersoner", 1, new FullTime(Interventions))
        {
            Definition = "Dage i tilbud og indsatser omregnet til fuldtidspersoner. To samtidige tilbud tæller begge.", Formula = "Alle dage i perioden / periodens dage.", Source = "Kommunens egne sager",
        },
        After("effekt.virksomhedsrettet-3-maaneder", "Uden ydelse tre måneder efter praktik eller løntilskud", "en virksomhedspraktik eller et løntilskud", 3, Interventions.With("kind", "virksomhedspraktik", "loentilskud")),
        After("effekt.praktik-3-maaneder", "Uden ydelse tre måneder efter virksomhedspraktik", "en virksomhedspraktik", 3, Internships),
        After("effekt.loentilskud-3-maaneder", "Uden ydelse tre måneder efter løntilskud", "et løntilskud", 3, Subsidies),
        After("effekt.indsatser-3-maaneder", "Uden ydelse tre måneder efter en indsats", "en indsats", 3, Interventions),
        After("effekt.indsatser-6-maaneder", "Uden ydelse seks måneder efter en indsats", "en indsats", 6, Interventions),
        new("effekt.job-3-maaneder", "I job tre måneder efter en indsats", "pct.", 1, new StatusAfter(Interventions, CohortEvent.Ends, FollowUp.AfterMonths(3), new(StandardFacts.Employment)))
        {
            Definition = "Andel i lønmodtagerbeskæftigelse tre måneder efter en indsats' sidste dag.", Formula = "Forløb, hvis person er i job på dagen / afsluttede forløb, gange 100.",
            Source = "Kommunens egne sager og eIndkomst", Decimals = 1, Rhythm = Rhythm.TwelveMonths, MoreIsBetter = true,
        },
    ];

    private static Indicator In(string id, string name, FactSet set) => new(id, name, "personer", 1, new Heads(set, Presence.InPeriod))
    {
        Definition = $"{name} mindst én dag i perioden. Kan deles efter arbejdspladsens slags.", Formula = "Antal forskellige personer.", Source = "Kommunens egne sager",
    };

    private static Indicator Newcomers(string id, string name, FactSet set) => new(id, name, "personer", 1, new Group(new Present(set, Presence.InPeriod) & new Present(Programme, Presence.AtEnd)))
    {
        Definition = $"{name} mindst én dag i perioden, som på periodens sidste dag er i integrationsprogram eller selvforsørgelses- og hjemrejseprogram. Kan deles efter arbejdspladsens slags.",
        Formula = "Antal forskellige personer.", Source = "Kommunens egne sager og integrationssager",
    };

    private static Indicator After(string id, string name, string what, int months, FactSet set) =>
        new(id, name, "pct.", 1, new StatusAfter(set, CohortEvent.Ends, FollowUp.AfterMonths(months), Benefits) { Negated = true })
        {
            Definition = $"Andel uden nogen ydelse {months} måneder efter sidste dag i {what}. Et års tal handler om dem, hvis opfølgningsdag ligger i året. Tallet er ikke en effekt: nogle ville have klaret sig uden.",
            Formula = "Forløb, hvis person ingen ydelse får på dagen / afsluttede forløb, gange 100.",
            Source = "Kommunens egne sager", OfficialTable = "jobindsats Y14D03", Decimals = 1, Rhythm = Rhythm.TwelveMonths, MoreIsBetter = true,
        };
}
