namespace Virker.Insight;

internal static class BenefitIndicators
{
    private static readonly FactSet Insured = Sets.Benefit("dagpenge");
    private static readonly FactSet ActivityReady = Sets.Benefit("kontanthjaelp-aktivitetsparat");
    private static readonly FactSet SocialAssistance = Sets.Benefit("kontanthjaelp-jobparat", "kontanthjaelp-aktivitetsparat");
    private static readonly FactSet UnemploymentAllowance = Sets.Benefit("ledighedsydelse");
    private static readonly FactSet ResourceCourse = Sets.Benefit("ressourceforloeb");
    private static readonly FactSet JobReady = Sets.Benefit("dagpenge", "kontanthjaelp-jobparat");

    private static readonly FactSet Education = new FactSet(StandardFacts.Interventions).With("kind", "ordinaer-uddannelse", "vejledning-opkvalificering", "voksenlaerling");

    private static readonly FactSet LargeGroups = Sets.Benefit("dagpenge", "sygedagpenge", "jobafklaring", "kontanthjaelp-jobparat", "kontanthjaelp-aktivitetsparat", "uddannelseshjaelp", "shho");

    public static IReadOnlyList<Indicator> All =>
    [
        new("dagpenge.andel", "Forsikrede ledige i pct. af befolkningen 16-66 år", "pct.", 1, new Ratio(new FullTime(Insured.Aged(16, 66)), new FullTime(Sets.Residents)))
        {
            Definition = "Fuldtidspersoner på a-dagpenge som andel af de 16-66-årige i kommunen.",
            Formula = "Dage på a-dagpenge / dage med bopæl i kommunen, for de 16-66-årige i perioden, gange 100.",
            Source = Sets.RegisterSource, OfficialTable = "jobindsats Y01A02", Decimals = 2,
            Words = ["andel", "forsikrede", "ledige", "dagpenge", "dagpengemodtagere", "a-dagpenge"],
        },
        new("uddannelse.jobparate.andel", "Jobparate i uddannelsesordninger", "pct.", 1, new Ratio(
            new Group(new Present(JobReady, Presence.InPeriod) & new Present(Education, Presence.InPeriod)), new Heads(JobReady, Presence.InPeriod)))
        {
            Definition = "Andel af de jobparate (a-dagpenge og jobparat kontanthjælp), der i perioden er i ordinær uddannelse, vejledning og opkvalificering eller voksenlærlingeforløb. "
                + "Et antal kan ikke sammenlignes med et landsgennemsnit, derfor en andel.",
            Formula = "Jobparate med mindst én dag i en uddannelsesordning / jobparate med mindst én dag på ydelsen, gange 100.",
            Source = Sets.RegisterSource, OfficialTable = "jobindsats Y01C01", Decimals = 1,
            Words = ["jobparate", "uddannelsesordningerne", "uddannelsesordninger", "opkvalificering", "uddannelse"],
        },
        new("kontanthjaelp.aktivitetsparat.loennede-timer", "Aktivitetsparate kontanthjælpsmodtagere i lønnede timer", "pct.", 1, InPaidHours(ActivityReady))
        {
            Definition = "Andel af aktivitetsparate på kontanthjælp, der har mindst én ordinær løntime i måneden.",
            Formula = "Personer på ydelsen i måneden med lønnede timer i samme måned / personer på ydelsen i måneden, gange 100.",
            Source = "Kommunens egne sager og eIndkomst", OfficialTable = "jobindsats, ordinære timer", Decimals = 1,
            Words = ["andel", "aktivitetsparate", "kontanthjælpsmodtagere", "kontanthjælp", "lønnede", "timer", "ordinære"],
        },
        new("ressourceforloeb.loennede-timer", "Borgere i ressourceforløb i lønnede timer", "pct.", 1, InPaidHours(ResourceCourse))
        {
            Definition = "Andel af borgere i ressourceforløb, der har mindst én ordinær løntime i måneden.",
            Formula = "Personer i ressourceforløb i måneden med lønnede timer i samme måned / personer i ressourceforløb i måneden, gange 100.",
            Source = "Kommunens egne sager og eIndkomst", OfficialTable = "jobindsats, ordinære timer", Decimals = 1,
            Words = ["andel", "ressourceforløb", "lønnede", "timer", "ordinære"],
        },
        new("kontanthjaelp.aktivitetsparat.helaarspersoner", "Helårspersoner på kontanthjælp (aktivitetsparate)", "helårspersoner", 1, new FullTime(ActivityReady))
        {
            Definition = "Aktivitetsparate på kontanthjælp omregnet til helårspersoner. For en måned er tallet fuldtidspersoner.",
            Formula = "Alle dage på ydelsen i perioden / periodens dage.",
            Source = "Kommunens egne sager", OfficialTable = "jobindsats, kontanthjælp A02",
            Words = ["helårspersoner", "fuldtidspersoner", "kontanthjælp", "aktivitetsparate"],
        },
        Long("kontanthjaelp.over-2-aar", "Personer på kontanthjælp i over 2 år", "kontanthjælp (jobparat eller aktivitetsparat)", new(SocialAssistance, TwoYears), " Planen skriver ikke, om kun de aktivitetsparate skal tælle.") with
        {
            Words = ["personer", "kontanthjælp", "over", "2", "år", "langvarige"],
        },
        new("ledighedsydelse.helaarspersoner", "Helårspersoner på ledighedsydelse", "helårspersoner", 1, new FullTime(UnemploymentAllowance))
        {
            Definition = "Personer på ledighedsydelse omregnet til helårspersoner. For en måned er tallet fuldtidspersoner.",
            Formula = "Alle dage på ydelsen i perioden / periodens dage.",
            Source = "Kommunens egne sager", OfficialTable = "jobindsats, ledighedsydelse A02", Words = ["helårspersoner", "fuldtidspersoner", "ledighedsydelse"],
        },
        Long("ledighedsydelse.over-2-aar", "Personer på ledighedsydelse i over 2 år", "ledighedsydelse", new(UnemploymentAllowance, TwoYears)) with { Words = ["personer", "ledighedsydelse", "over", "2", "år", "langvarige"] },
        new("ydelser.tre-grupper", "Fuldtidspersoner på de tre store ydelsesgrupper", "fuldtidspersoner", 1, new FullTime(LargeGroups.Aged(16, 66)))
        {
            Definition = "A-dagpenge m.v., sygedagpenge m.v. (også jobafklaring) og kontanthjælp m.v. (også uddannelseshjælp og selvforsørgelses- og hjemrejseydelse), 16-66 år. Ydelserne lægges sammen uden fradrag for overlap.",
            Formula = "Alle dage på ydelserne i perioden / periodens dage.",
            Source = Sets.RegisterSource, OfficialTable = "jobindsats Y30R21", Words = ["fuldtidspersoner", "ydelse", "forsørgede", "offentligt"],
        },
        new("befolkning.16-66", "Befolkning 16-66 år", "personer", 1, new Heads(Sets.Residents, Presence.AtEnd))
        {
            Definition = "Personer med bopæl i kommunen på periodens sidste dag, fyldt 16 og ikke fyldt 67 år.",
            Formula = "Antal personer på sidste dag.", Source = "Folkeregisteret", OfficialTable = "Statistikbanken FOLK1A", Words = ["befolkning", "indbyggere"],
        },
    ];

    private static Ratio InPaidHours(FactSet benefit) =>
        new(new Group(new Present(benefit, Presence.InPeriod) & new Present(Sets.PaidHours, Presence.InPeriod)), new Heads(benefit, Presence.InPeriod));

    private const int TwoYears = 730;

    /// <summary>The words are the measure's own, so that they name the bound that is counted.</summary>
    private static Indicator Long(string id, string name, string benefit, LongerThan measure, string note = "") => new(id, name, "personer", 1, measure)
    {
        Definition = $"Personer, der på periodens sidste dag får {benefit} i et forløb, der {measure.Words} den dag; {measure.Set.Gap}.{note}",
        Formula = $"Personer med ydelse på sidste dag, hvis forløb {measure.Words}.", Source = "Kommunens egne sager",
    };
}
