namespace Virker.Insight;

internal static class NewcomerIndicators
{
    private const string Cases = "Kommunens integrationssager og eIndkomst";

    private static readonly FactSet Permits = new(StandardFacts.Permits);
    private static readonly FactSet Employed = new(StandardFacts.Employment);
    private static readonly FactSet Ukrainians = Permits.With("basis", "saerlov-ukraine").Aged(16, 66);

    public static IReadOnlyList<Indicator> All =>
        [
            new(
                "flygtninge.beskaeftigelse-efter-3-aar",
                "Flygtninge og deres familiesammenførte i beskæftigelse efter tre år",
                "pct.",
                1,
                new StatusAfter(
                    Permits.With("basis", "flygtning", "familiesammenfoert-flygtning"),
                    CohortEvent.Begins,
                    FollowUp.AfterMonths(36),
                    Employed
                )
                {
                    Except = [new FactSet(StandardFacts.Education), new FactSet(StandardFacts.SpouseSupport)],
                }
            )
            {
                Source = Cases,
                OfficialTable = "jobindsats, integrationsindikatorer",
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["andel", "flygtninge", "familiesammenførte", "beskæftigelse", "tre", "år"],
            },
            new(
                "ukraine.beskaeftigelse",
                "Fordrevne fra Ukraine i beskæftigelse",
                "pct.",
                1,
                new Ratio(
                    new Group(new Present(Ukrainians, Presence.AtEnd) & new Present(Employed, Presence.AtEnd)),
                    new Heads(Ukrainians, Presence.AtEnd)
                )
            )
            {
                Source = Cases,
                OfficialTable = "jobindsats, ukrainere i beskæftigelse",
                Decimals = 1,
                Words = ["andel", "fordrevne", "ukraine", "ukrainere", "særloven", "beskæftigelse"],
            },
            new(
                "integration.i-program",
                "Nyankomne i programmet",
                "personer",
                1,
                new Heads(new FactSet(StandardFacts.IntegrationProgramme), Presence.AtEnd)
            )
            {
                Source = "Kommunens integrationssager",
                Words = ["integrationsprogram", "program", "nyankomne"],
            },
        ];
}
