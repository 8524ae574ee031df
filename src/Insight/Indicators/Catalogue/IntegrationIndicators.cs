namespace Virker.Insight;

/// <summary>The yearly tables of document 000 about newcomers: the programme, result grants, arrivals, Danish courses.</summary>
internal static class IntegrationIndicators
{
    private const string Cases = "Kommunens integrationssager";

    private static readonly FactSet Programme = new(StandardFacts.IntegrationProgramme);
    private static readonly FactSet Permits = new(StandardFacts.Permits);
    private static readonly FactSet Benefits = new(StandardFacts.Benefits);
    private static readonly FactSet Danish = new(StandardFacts.DanishCourses);

    public static IReadOnlyList<Indicator> All =>
    [
        new("integration.paa-ydelse", "Nyankomne i programmet, der får ydelse", "personer", 1, new Group(new Present(Programme, Presence.AtEnd) & new Present(Benefits, Presence.AtEnd)))
        {
            Definition = "Personer i integrationsprogram eller selvforsørgelses- og hjemrejseprogram på periodens sidste dag, der den dag får en ydelse.", Formula = "Antal personer på sidste dag.", Source = Cases,
        },
        new("integration.selvforsoergede", "Nyankomne i programmet, der forsørger sig selv", "personer", 1, new Group(new Present(Programme, Presence.AtEnd).Except(new Present(Benefits, Presence.AtEnd))))
        {
            Definition = "Personer i programmet på periodens sidste dag, der den dag ikke får nogen ydelse. Sammen med dem, der får ydelse, er de alle i programmet.", Formula = "Personer i programmet - personer i programmet med ydelse.",
            Source = Cases, MoreIsBetter = true,
        },
        new("integration.efter-programmet", "Nyankomne efter programmet, der får ydelse (LAB)", "personer", 1,
            new Group((new Past(Programme) & new Present(Benefits, Presence.AtEnd)).Except(new Present(Programme, Presence.AtEnd))))
        {
            Definition = "Personer, hvis program er slut, og som på periodens sidste dag får en ydelse efter de almindelige regler.", Formula = "Antal personer på sidste dag.", Source = Cases,
        },
        Grants("uddannelse", "ordinær uddannelse"),
        Grants("arbejde", "ordinært arbejde"),
        Grants("danskuddannelse", "danskuddannelse"),
        Arrivals("integration.flygtninge", "Nyankomne flygtninge", "Flygtninge, der er kommet til kommunen i perioden.", Permits.With("basis", "flygtning")),
        Arrivals("integration.kvote", "Nyankomne i kvoten", "Nyankomne i perioden, der indgår i kommunens kvote.", Permits with { Minimums = [new("quota", 1)] }),
        new("integration.kommunekvote", "Kommunekvoten", "personer", 1, new Total(new(StandardFacts.NewcomerQuotas), "places"))
        {
            Definition = "Det antal flygtninge, som kommunen skal modtage i det kalenderår, der begynder i perioden.", Formula = "Kvotens pladser.", Source = "Udlændingestyrelsens kommunekvoter", Rhythm = Rhythm.TwelveMonths, CountsPersons = false,
        },
        Arrivals("integration.familiesammenfoerte", "Gennemførte familiesammenføringer", "Familiesammenførte, der er kommet i perioden, voksne og børn.", Permits.With("basis", "familiesammenfoert-flygtning", "familiesammenfoert-anden")),
        Arrivals("integration.overtaget", "Overtaget fra andre kommuner", "Personer i program, der i perioden er overtaget fra en anden kommune.", Permits with { Minimums = [new("taken-over", 1)] }),
        Arrivals("integration.repatrieringer", "Gennemførte repatrieringer", "Personer, der i perioden er vendt tilbage til deres hjemland.", new(StandardFacts.Repatriations)),
        new("integration.danskuddannelse", "Personer på danskuddannelse", "personer", 1, new Heads(Danish, Presence.InPeriod))
        {
            Definition = "Personer med mindst én dag på danskuddannelse i perioden.", Formula = "Antal forskellige personer.", Source = Cases, Rhythm = Rhythm.TwelveMonths,
        },
        new("integration.danskuddannelse-vestlige", "Personer fra vestlige lande på danskuddannelse", "personer", 1, new Heads(Danish with { PersonConditions = [new("origin", ["vestlig"])] }, Presence.InPeriod))
        {
            Definition = "Personer med oprindelse i et vestligt land og mindst én dag på danskuddannelse i perioden. Registeret kender oprindelse, ikke statsborgerskab, så tallet er ikke præcis EU-borgere.",
            Formula = "Antal forskellige personer.", Source = Cases, Rhythm = Rhythm.TwelveMonths,
        },
        new("integration.danskuddannelse-vestlige-helaar", "Helårspersoner fra vestlige lande på danskuddannelse", "helårspersoner", 1, new FullTime(Danish with { PersonConditions = [new("origin", ["vestlig"])] }))
        {
            Definition = "Dage på danskuddannelse for personer med oprindelse i et vestligt land, omregnet til helårspersoner, som kommunen gjorde op til og med 2017. For en måned er tallet fuldtidspersoner.",
            Formula = "Alle dage på danskuddannelse i perioden / periodens dage.", Source = Cases, Decimals = 1, Rhythm = Rhythm.TwelveMonths,
        },
    ];

    private static Indicator Grants(string kind, string name) => Arrivals($"integration.resultattilskud-{kind}", $"Resultattilskud på {name}",
        $"Resultattilskud for {name}, som kommunen har fået i perioden. Tilskud gives for fastholdelse, så flere er kommet i gang, end tallet viser.", new FactSet(StandardFacts.ResultGrants).With("kind", kind)) with { MoreIsBetter = true };

    private static Indicator Arrivals(string id, string name, string definition, FactSet set) => new(id, name, "personer", 1, new Events(set))
    {
        Definition = definition, Formula = "Antal rækker, hvis dag ligger i perioden.", Source = Cases, Rhythm = Rhythm.TwelveMonths,
    };
}
