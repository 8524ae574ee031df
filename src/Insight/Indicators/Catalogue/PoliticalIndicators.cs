namespace Virker.Insight;

/// <summary>
/// The seven political measures of document 000, each a share that can be held against the country's. The document names them without defining them; the
/// definitions are Virker's own and say so.
/// </summary>
internal static class PoliticalIndicators
{
    private const string Own = " Dokumentet, som målet kommer fra, definerer det ikke; definitionen er Virkers.";

    private static readonly FactSet Municipal = Sets.Benefit("kontanthjaelp-jobparat", "kontanthjaelp-aktivitetsparat", "uddannelseshjaelp", "shho", "sygedagpenge", "jobafklaring", "ressourceforloeb", "ledighedsydelse", "fleksjob", "revalidering", "foertidspension");
    private static readonly FactSet Supervised = Sets.Benefit("dagpenge", "sygedagpenge", "jobafklaring", "kontanthjaelp-jobparat", "kontanthjaelp-aktivitetsparat", "uddannelseshjaelp", "shho");
    private static readonly FactSet Unemployed = Sets.Benefit("dagpenge", "kontanthjaelp-jobparat");
    private static readonly FactSet LongTerm = new FactSet(StandardFacts.Benefits).With("benefit", "dagpenge", "kontanthjaelp-jobparat") with { Gap = Gap.Days(28) };
    private static readonly FactSet Employed = new(StandardFacts.Employment);
    private static readonly FactSet Refugees = new FactSet(StandardFacts.Permits).With("basis", "flygtning", "familiesammenfoert-flygtning").Aged(16, 66);
    private static readonly FactSet Young = new FactSet(StandardFacts.Residence).Aged(18, 29);

    public static IReadOnlyList<Indicator> All =>
    [
        Share("politik.kommunal-forsoergelse", "Borgere på kommunal forsørgelse", new Ratio(new FullTime(Municipal.Aged(16, 66)), new FullTime(Sets.Residents)), false,
            "Fuldtidspersoner på ydelser, som kommunen betaler helt eller delvist (ikke a-dagpenge, efterløn, seniorpension og barsel), i pct. af de 16-66-årige.", "Dage på ydelserne / dage med bopæl i kommunen, gange 100."),
        Share("politik.skaerpet-tilsyn", "Borgere på de tre ydelsesgrupper i det skærpede tilsyn", new Ratio(new FullTime(Supervised.Aged(16, 66)), new FullTime(Sets.Residents)), false,
            "Fuldtidspersoner på a-dagpenge m.v., sygedagpenge m.v. og kontanthjælp m.v. i pct. af de 16-66-årige.", "Dage på ydelserne / dage med bopæl i kommunen, gange 100.") with { OfficialTable = "jobindsats Y30R21" },
        Share("politik.beskaeftigelse", "Borgere i beskæftigelse", new Ratio(new Group(new Present(Sets.Residents, Presence.AtEnd) & new Present(Employed, Presence.AtEnd)), new Heads(Sets.Residents, Presence.AtEnd)), true,
            "Andel af de 16-66-årige, der er i lønmodtagerbeskæftigelse på periodens sidste dag. Selvstændige er ikke i registeret.", "16-66-årige i beskæftigelse / 16-66-årige, på sidste dag, gange 100."),
        Share("politik.ledige", "Borgere tilmeldt som ledige", new Ratio(new FullTime(Unemployed.Aged(16, 66)), new FullTime(Sets.Residents)), false,
            "Fuldtidspersoner på a-dagpenge og jobparat kontanthjælp i pct. af de 16-66-årige.", "Dage på ydelserne / dage med bopæl i kommunen, gange 100."),
        Share("politik.langtidsledige", "Langtidsledige af de ledige", new Ratio(ForAYear, new Heads(LongTerm, Presence.AtEnd)), false,
            $"Andel af de ledige på a-dagpenge og jobparat kontanthjælp på periodens sidste dag, hvis forløb {ForAYear.Words} (52 uger); op til 28 dage uden bryder ikke forløbet, som hos Danmarks Statistik. jobindsats kræver i stedet 80 pct. af de seneste 52 uger.",
            $"Ledige på sidste dag, hvis forløb {ForAYear.Words} / ledige på sidste dag, gange 100."),
        Share("politik.flygtninge-i-beskaeftigelse", "Flygtninge i beskæftigelse", new Ratio(new Group(new Present(Refugees, Presence.AtEnd) & new Present(Employed, Presence.AtEnd)), new Heads(Refugees, Presence.AtEnd)), true,
            "Andel af flygtninge og familiesammenførte til flygtninge på 16-66 år, der er i lønmodtagerbeskæftigelse på periodens sidste dag.", "Personer i beskæftigelse / personer, på sidste dag, gange 100.") with { Source = "Kommunens integrationssager og eIndkomst" },
        Share("politik.unge-uden-uddannelse", "Unge uden uddannelse og uden for uddannelse og job", new Ratio(new Group(YoungWithNothing), new Heads(Young, Presence.AtEnd)), false,
            "Andel af de 18-29-årige, der ikke har gennemført mere end grundskolen og på periodens sidste dag hverken er i uddannelse eller beskæftigelse.", "18-29-årige uden / alle 18-29-årige, på sidste dag, gange 100.") with
        {
            Source = "Kommunens ungedatabase og eIndkomst", Owner = "Ungeenheden",
        },
    ];

    private static LongerThan ForAYear => new(LongTerm, 364);

    private static Who YoungWithNothing => new Present(Young, Presence.AtEnd)
        .Except(new Present(new FactSet(StandardFacts.Qualifications).With("level", "ungdomsuddannelse", "videregaaende"), Presence.AtEnd))
        .Except(new Present(new FactSet(StandardFacts.Education), Presence.AtEnd)).Except(new Present(Employed, Presence.AtEnd));

    private static Indicator Share(string id, string name, Measure measure, bool moreIsBetter, string definition, string formula) => new(id, name, "pct.", 1, measure)
    {
        Definition = definition + Own, Formula = formula, Source = Sets.RegisterSource, Decimals = 1, MoreIsBetter = moreIsBetter,
    };
}
