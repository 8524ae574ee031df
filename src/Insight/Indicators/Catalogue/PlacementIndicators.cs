namespace Virker.Insight;

/// <summary>Who is in an intervention: wage subsidies and internships by month and kind of workplace (document 000), companies, providers.</summary>
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
        new("indsatser.placerede", "Personer placeret i en virksomhed", "personer", 1, new Heads(new(StandardFacts.Placements), Presence.InPeriod))
        {
            Definition = "Personer med mindst én dag i en indsats på en arbejdsplads i perioden. Kan deles efter virksomhed, branche, arbejdspladsens slags og indsats.", Formula = "Antal forskellige personer.", Source = "Kommunens virksomhedssager",
        },
        new("indsatser.hos-leverandoer", "Personer i en indsats hos en leverandør", "personer", 1, new Heads(new(StandardFacts.Provided), Presence.InPeriod))
        {
            Definition = "Personer med mindst én dag i perioden i en indsats, som en leverandør (anden aktør, uddannelsessted, mentor) står for. Kan deles efter leverandør og indsats.", Formula = "Antal forskellige personer.", Source = "Kommunens virksomhedssager",
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
}
