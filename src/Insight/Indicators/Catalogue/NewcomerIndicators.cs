namespace Virker.Insight;

internal static class NewcomerIndicators
{
    private const string Cases = "Kommunens integrationssager og eIndkomst";

    private static readonly FactSet Permits = new(StandardFacts.Permits);
    private static readonly FactSet Employed = new(StandardFacts.Employment);
    private static readonly FactSet Ukrainians = Permits.With("basis", "saerlov-ukraine").Aged(16, 66);

    public static IReadOnlyList<Indicator> All =>
    [
        new("flygtninge.beskaeftigelse-efter-3-aar", "Flygtninge og deres familiesammenførte i beskæftigelse efter tre år", "pct.", 1,
            new StatusAfter(Permits.With("basis", "flygtning", "familiesammenfoert-flygtning"), CohortEvent.Begins, FollowUp.AfterMonths(36), Employed)
            {
                Except = [new FactSet(StandardFacts.Education), new FactSet(StandardFacts.SpouseSupport)],
            })
        {
            Definition = "Andel i beskæftigelse præcis tre år efter opholdstilladelsen. De, der på dagen er i uddannelse eller er ægtefælleforsørgede, tæller ikke med. "
                + "Et års tal handler om dem, hvis treårsdag ligger i året.",
            Formula = "Personer i beskæftigelse på treårsdagen / personer med treårsdag i perioden, gange 100.",
            Source = Cases, OfficialTable = "jobindsats, integrationsindikatorer", Decimals = 1, Rhythm = Rhythm.TwelveMonths,
            Words = ["andel", "flygtninge", "familiesammenførte", "beskæftigelse", "tre", "år"],
        },
        new("ukraine.beskaeftigelse", "Fordrevne fra Ukraine i beskæftigelse", "pct.", 1,
            new Ratio(new Group(new Present(Ukrainians, Presence.AtEnd) & new Present(Employed, Presence.AtEnd)), new Heads(Ukrainians, Presence.AtEnd)))
        {
            Definition = "Andel af de 16-66-årige med ophold efter særloven om fordrevne fra Ukraine, der er i lønmodtagerbeskæftigelse på periodens sidste dag.",
            Formula = "Personer med ophold og beskæftigelse på sidste dag / personer med ophold på sidste dag, gange 100.",
            Source = Cases, OfficialTable = "jobindsats, ukrainere i beskæftigelse", Decimals = 1, Words = ["andel", "fordrevne", "ukraine", "ukrainere", "særloven", "beskæftigelse"],
        },
        new("integration.i-program", "Nyankomne i programmet", "personer", 1, new Heads(new FactSet(StandardFacts.IntegrationProgramme), Presence.AtEnd))
        {
            Definition = "Personer i integrationsprogram eller selvforsørgelses- og hjemrejseprogram på periodens sidste dag.", Formula = "Antal personer på sidste dag.",
            Source = "Kommunens integrationssager", Words = ["integrationsprogram", "program", "nyankomne"],
        },
    ];
}
