using Virker.Insight;

namespace Virker.Casework;

internal sealed class BenefitFigures : IFigures
{
    private static readonly FactSet Insured = BenefitFacts.On("dagpenge");
    private static readonly FactSet ActivityReady = BenefitFacts.On("kontanthjaelp-aktivitetsparat");
    private static readonly FactSet SocialAssistance = BenefitFacts.On(
        "kontanthjaelp-jobparat",
        "kontanthjaelp-aktivitetsparat"
    );
    private static readonly FactSet UnemploymentAllowance = BenefitFacts.On("ledighedsydelse");
    private static readonly FactSet ResourceCourse = BenefitFacts.On("ressourceforloeb");
    private static readonly FactSet JobReady = BenefitFacts.On("dagpenge", "kontanthjaelp-jobparat");

    private static readonly FactSet Education = new FactSet(InterventionFacts.Table).With(
        InterventionFacts.Kind,
        "ordinaer-uddannelse",
        "vejledning-opkvalificering",
        "voksenlaerling"
    );

    private static readonly FactSet LargeGroups = BenefitFacts.On(
        "dagpenge",
        "sygedagpenge",
        "jobafklaring",
        "kontanthjaelp-jobparat",
        "kontanthjaelp-aktivitetsparat",
        "uddannelseshjaelp",
        "shho"
    );

    public FigureArea Area => FigureAreas.Benefits;

    public IReadOnlyList<Indicator> All { get; } =
        [
            new(
                "dagpenge.andel",
                "Forsikrede ledige i pct. af befolkningen 16-66 år",
                "pct.",
                1,
                new Ratio(new FullTime(Insured.Aged(16, 66)), new FullTime(Residents.OfWorkingAge))
            )
            {
                Source = FactSources.CasesAndPersons,
                OfficialTable = "jobindsats Y01A02",
                Decimals = 2,
                Words = ["andel", "forsikrede", "ledige", "dagpenge", "dagpengemodtagere", "a-dagpenge"],
            },
            new(
                "uddannelse.jobparate.andel",
                "Jobparate i uddannelsesordninger",
                "pct.",
                1,
                new Ratio(
                    new Group(new Present(JobReady, Presence.InPeriod) & new Present(Education, Presence.InPeriod)),
                    new Heads(JobReady, Presence.InPeriod)
                )
            )
            {
                Note = "Et antal kan ikke sammenlignes med et landsgennemsnit, derfor en andel.",
                Source = FactSources.CasesAndPersons,
                OfficialTable = "jobindsats Y01C01",
                Decimals = 1,
                Words =
                [
                    "jobparate",
                    "uddannelsesordningerne",
                    "uddannelsesordninger",
                    "opkvalificering",
                    "uddannelse",
                ],
            },
            new(
                "kontanthjaelp.aktivitetsparat.loennede-timer",
                "Aktivitetsparate kontanthjælpsmodtagere i lønnede timer",
                "pct.",
                1,
                InPaidHours(ActivityReady)
            )
            {
                Source = FactSources.CasesAndWages,
                OfficialTable = "jobindsats, ordinære timer",
                Decimals = 1,
                Words =
                [
                    "andel",
                    "aktivitetsparate",
                    "kontanthjælpsmodtagere",
                    "kontanthjælp",
                    "lønnede",
                    "timer",
                    "ordinære",
                ],
            },
            new(
                "ressourceforloeb.loennede-timer",
                "Borgere i ressourceforløb i lønnede timer",
                "pct.",
                1,
                InPaidHours(ResourceCourse)
            )
            {
                Source = FactSources.CasesAndWages,
                OfficialTable = "jobindsats, ordinære timer",
                Decimals = 1,
                Words = ["andel", "ressourceforløb", "lønnede", "timer", "ordinære"],
            },
            new(
                "kontanthjaelp.aktivitetsparat.helaarspersoner",
                "Helårspersoner på kontanthjælp (aktivitetsparate)",
                "helårspersoner",
                1,
                new FullTime(ActivityReady)
            )
            {
                Source = FactSources.Cases,
                OfficialTable = "jobindsats, kontanthjælp A02",
                Words = ["helårspersoner", "fuldtidspersoner", "kontanthjælp", "aktivitetsparate"],
            },
            Long("kontanthjaelp.over-2-aar", "Personer på kontanthjælp i over 2 år", SocialAssistance) with
            {
                Words = ["personer", "kontanthjælp", "over", "2", "år", "langvarige"],
            },
            new(
                "ledighedsydelse.helaarspersoner",
                "Helårspersoner på ledighedsydelse",
                "helårspersoner",
                1,
                new FullTime(UnemploymentAllowance)
            )
            {
                Source = FactSources.Cases,
                OfficialTable = "jobindsats, ledighedsydelse A02",
                Words = ["helårspersoner", "fuldtidspersoner", "ledighedsydelse"],
            },
            Long("ledighedsydelse.over-2-aar", "Personer på ledighedsydelse i over 2 år", UnemploymentAllowance) with
            {
                Words = ["personer", "ledighedsydelse", "over", "2", "år", "langvarige"],
            },
            new(
                "ydelser.tre-grupper",
                "Fuldtidspersoner på de tre store ydelsesgrupper",
                "fuldtidspersoner",
                1,
                new FullTime(LargeGroups.Aged(16, 66))
            )
            {
                Note = "Ydelserne lægges sammen uden fradrag for overlap.",
                Source = FactSources.CasesAndPersons,
                OfficialTable = "jobindsats Y30R21",
                Words = ["fuldtidspersoner", "ydelse", "forsørgede", "offentligt"],
            },
            new(
                "befolkning.16-66",
                "Befolkning 16-66 år",
                "personer",
                1,
                new Heads(Residents.OfWorkingAge, Presence.AtEnd)
            )
            {
                Source = "Folkeregisteret",
                OfficialTable = "Statistikbanken FOLK1A",
                Words = ["befolkning", "indbyggere"],
            },
        ];

    private static Ratio InPaidHours(FactSet benefit) =>
        new(
            new Group(new Present(benefit, Presence.InPeriod) & new Present(PaidHoursFacts.Some, Presence.InPeriod)),
            new Heads(benefit, Presence.InPeriod)
        );

    private const int TwoYears = 730;

    private static Indicator Long(string id, string name, FactSet benefit) => new(id, name, "personer", 1,
        new LongerThan(benefit, TwoYears))
    {
        Source = FactSources.Cases,
    };
}
