namespace Virker.Insight;

/// <summary>
/// The seven political measures of document 000, each a share that can be held against the country's. The document
/// names them without defining them; the definitions are Virker's own and say so.
/// </summary>
internal static class PoliticalIndicators
{
    private const string Own = "Dokumentet, som målet kommer fra, definerer det ikke; definitionen er Virkers.";

    /// <summary>In days: 52 weeks.</summary>
    private const int AYear = 364;

    private static readonly FactSet Municipal = Sets.Benefit(
        "kontanthjaelp-jobparat",
        "kontanthjaelp-aktivitetsparat",
        "uddannelseshjaelp",
        "shho",
        "sygedagpenge",
        "jobafklaring",
        "ressourceforloeb",
        "ledighedsydelse",
        "fleksjob",
        "revalidering",
        "foertidspension"
    );
    private static readonly FactSet Supervised = Sets.Benefit(
        "dagpenge",
        "sygedagpenge",
        "jobafklaring",
        "kontanthjaelp-jobparat",
        "kontanthjaelp-aktivitetsparat",
        "uddannelseshjaelp",
        "shho"
    );
    private static readonly FactSet Unemployed = Sets.Benefit("dagpenge", "kontanthjaelp-jobparat");
    private static readonly FactSet LongTerm = new FactSet(StandardFacts.Benefits).With(
        "benefit",
        "dagpenge",
        "kontanthjaelp-jobparat"
    ) with
    {
        Gap = Gap.Days(28),
    };
    private static readonly FactSet Employed = new(StandardFacts.Employment);
    private static readonly FactSet Refugees = new FactSet(StandardFacts.Permits)
        .With("basis", "flygtning", "familiesammenfoert-flygtning")
        .Aged(16, 66);
    private static readonly FactSet Young = new FactSet(StandardFacts.Residence).Aged(18, 29);

    public static IReadOnlyList<Indicator> All =>
        [
            Benefits("politik.kommunal-forsoergelse", "Borgere på kommunal forsørgelse", Municipal) with
            {
                Note = "Kommunen betaler ydelserne helt eller delvist. " + Own,
            },
            Benefits(
                "politik.skaerpet-tilsyn",
                "Borgere på de tre ydelsesgrupper i det skærpede tilsyn",
                Supervised
            ) with
            {
                OfficialTable = "jobindsats Y30R21",
            },
            Share("politik.beskaeftigelse", "Borgere i beskæftigelse", InWork(Sets.Residents), true) with
            {
                Note = "Selvstændige er ikke i registeret. " + Own,
            },
            Benefits("politik.ledige", "Borgere tilmeldt som ledige", Unemployed),
            Share(
                "politik.langtidsledige",
                "Langtidsledige af de ledige",
                new Ratio(new LongerThan(LongTerm, AYear), new Heads(LongTerm, Presence.AtEnd)),
                false
            ) with
            {
                Note =
                    "Afbrydelser tæller som hos Danmarks Statistik. jobindsats kræver i stedet 80 pct. af de seneste 52 uger. "
                    + Own,
            },
            Share("politik.flygtninge-i-beskaeftigelse", "Flygtninge i beskæftigelse", InWork(Refugees), true) with
            {
                Source = "Kommunens integrationssager og eIndkomst",
            },
            Share(
                "politik.unge-uden-uddannelse",
                "Unge uden uddannelse og uden for uddannelse og job",
                new Ratio(new Group(YoungWithNothing), new Heads(Young, Presence.AtEnd)),
                false
            ) with
            {
                Source = "Kommunens ungedatabase og eIndkomst",
                Owner = "Ungeenheden",
            },
        ];

    private static Who YoungWithNothing =>
        new Present(Young, Presence.AtEnd)
            .Except(
                new Present(
                    new FactSet(StandardFacts.Qualifications).With("level", "ungdomsuddannelse", "videregaaende"),
                    Presence.AtEnd
                )
            )
            .Except(new Present(new FactSet(StandardFacts.Education), Presence.AtEnd))
            .Except(new Present(Employed, Presence.AtEnd));

    private static Ratio InWork(FactSet whom) =>
        new(new Group(new Present(whom, Presence.AtEnd) & new Present(Employed, Presence.AtEnd)), new Heads(whom,
            Presence.AtEnd));

    private static Indicator Benefits(string id, string name, FactSet benefits) =>
        Share(id, name, new Ratio(new FullTime(benefits.Aged(16, 66)), new FullTime(Sets.Residents)), false);

    private static Indicator Share(string id, string name, Measure measure, bool moreIsBetter) =>
        new(id, name, "pct.", 1, measure)
    {
        Note = Own, Source = Sets.RegisterSource, Decimals = 1, MoreIsBetter = moreIsBetter,
    };
}
