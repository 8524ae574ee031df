using Virker.Targets;

namespace Virker.Tests.Targets;

/// <summary>
/// An employment plan of the fictive municipality, with a measure of every kind that published plans have: 21 in four
/// themes.
/// </summary>
internal static class SamplePlan
{
    private static readonly PrintedReference Country = new("national_average", "landsgennemsnittet", null);

    /// <summary>Which indicator each measure must find by its words.</summary>
    public static readonly IReadOnlyDictionary<string, string> Ties = new Dictionary<string, string>
    {
        ["A1"] = "dagpenge.andel",
        ["A2"] = "uddannelse.jobparate.andel",
        ["A3a"] = "sygedagpenge.andel",
        ["A3b"] = "sygedagpenge.delvis-raskmeldt",
        ["A4a"] = "voksenlaerlinge.begyndt",
        ["A4b"] = "voksenlaerlinge.begyndt-fra-ledighed",
        ["A5"] = "partnerskaber.aktive",
        ["R1a"] = "kontanthjaelp.aktivitetsparat.loennede-timer",
        ["R1b"] = "ressourceforloeb.loennede-timer",
        ["R2a"] = "kontanthjaelp.aktivitetsparat.helaarspersoner",
        ["R2b"] = "kontanthjaelp.over-2-aar",
        ["R3a"] = "ledighedsydelse.helaarspersoner",
        ["R3b"] = "ledighedsydelse.over-2-aar",
        ["K1"] = "flygtninge.beskaeftigelse-efter-3-aar",
        ["K2"] = "ukraine.beskaeftigelse",
        ["U1"] = "unge.ungdomsuddannelse-efter-grundskole",
        ["U2a"] = "unge.frafald",
        ["U2b"] = "unge.frafald-eud",
        ["U2c"] = "unge.frafald-eud",
        ["U3"] = "unge.18-aarige-paa-ydelse",
        ["U4"] = "unge.grundskole-efter-10-aar",
    };

    public static PrintedPlan Draft =>
        new(
            new("Fiktivby Kommune", "Beskæftigelsesplan 2023-24", 2023, 2024),
            [
                new(1, "Alle ledige skal have en værdig sagsbehandling"),
                new(2, "Flere ledige skal opkvalificeres"),
                new(3, "Flere flygtninge skal være selvforsørgende"),
            ],
            new(1, "Går på tværs af alle temaer"),
            new Dictionary<string, IReadOnlyList<int>>
            {
                ["virksomheder"] = [2],
                ["plads"] = [],
                ["nye"] = [3],
                ["unge"] = [],
            },
            [
                new(
                    "virksomheder",
                    "Arbejdskraft og opkvalificering",
                    [2],
                    "Virksomhederne skal kunne finde folk",
                    Companies,
                    1
                ),
                new("plads", "Plads til flere", [], null, Room, 2),
                new("nye", "Nye borgere", [3], null, Newcomers, 3),
                new("unge", "Unge i gang", [], null, Youth, 4),
            ],
            [new("Borgeren ved mest", "Borgeren er ekspert i eget liv")],
            [new("a", "Tæt kontakt virker", null)],
            []
        );

    private static PrintedMeasure[] Companies =>
        [
            new(
                "A1",
                "Andelen af forsikrede ledige er højst 0,1 procentpoint højere end landsgennemsnittet i 2023",
                null,
                "andel af forsikrede ledige",
                "<="
            )
            {
                Unit = "procentpoint",
                Reference = Country,
                Offset = 0.1m,
                Period = "2023",
                PeriodKind = "whole_year",
            },
            new(
                "A2",
                "Antal jobparate i uddannelsesordningerne skal mindst være på niveau med landsgennemsnittet",
                null,
                "antal jobparate i uddannelsesordningerne",
                ">="
            )
            {
                Reference = Country,
                Offset = 0,
                SoftGoal = "gerne højere",
            },
            new(
                "A3a",
                "Andelen af sygemeldte borgere er under landsgennemsnittet",
                null,
                "andel af sygemeldte borgere",
                "<"
            )
            {
                Reference = Country,
                Offset = 0,
            },
            new(
                "A3b",
                "Andelen af borgere, der er delvist raskmeldte, udgør mindst 20 %",
                null,
                "andel af (sygemeldte) borgere, der er delvist raskmeldte",
                ">="
            )
            {
                Value = 20,
                Unit = "pct.",
            },
            new(
                "A4a",
                "Mindst 120 borgere starter i voksenlærlingeforløb",
                null,
                "borgere, der starter i voksenlærlingeforløb",
                ">="
            )
            {
                Value = 120,
                Unit = "borgere",
                Condition = "at forsøget forlænges",
            },
            new("A4b", "heraf mindst 50 fra ledighed", "A4a", "heraf fra ledighed", ">=")
            {
                Value = 50,
                Unit = "borgere",
            },
            new(
                "A5",
                "Mindst 300 partnerskabsvirksomheder har aktiviteter med jobcenteret",
                null,
                "partnerskabsvirksomheder med aktiviteter",
                ">="
            )
            {
                Value = 300,
                Unit = "virksomheder",
            },
        ];

    private static PrintedMeasure[] Room =>
        [
            new(
                "R1a",
                "Mindst 15 % af de aktivitetsparate på kontanthjælp er til enhver tid i lønnede timer",
                null,
                "andel af aktivitetsparate kontanthjælpsmodtagere i lønnede timer",
                ">="
            )
            {
                Value = 15,
                Unit = "pct.",
                Period = "til enhver tid",
                PeriodKind = "continuous",
            },
            new(
                "R1b",
                "8 % af borgerne i ressourceforløb er til enhver tid i lønnede timer",
                null,
                "andel af borgere i ressourceforløb i lønnede timer",
                ">="
            )
            {
                Value = 8,
                Unit = "pct.",
                PeriodKind = "continuous",
            },
            new(
                "R2a",
                "Antallet af helårspersoner på kontanthjælp (aktivitetsparate) er højst 889 i 2023",
                null,
                "helårspersoner på kontanthjælp (aktivitetsparate)",
                "<="
            )
            {
                Value = 889,
                Unit = "helårspersoner",
                Period = "2023",
                PeriodKind = "whole_year",
            },
            new(
                "R2b",
                "Højst 375 personer har i december 2023 fået kontanthjælp i over 2 år",
                null,
                "personer på kontanthjælp i over 2 år",
                "<="
            )
            {
                Value = 375,
                Unit = "personer",
                Period = "2023-12",
                PeriodKind = "month",
                Deadline = "2023-12",
                Baseline = 430,
            },
            new(
                "R3a",
                "Antallet af helårspersoner på ledighedsydelse er højst 194 i 2023",
                null,
                "helårspersoner på ledighedsydelse",
                "<="
            )
            {
                Value = 194,
                Unit = "helårspersoner",
                Period = "2023",
                PeriodKind = "whole_year",
            },
            new(
                "R3b",
                "Højst 50 personer har i december 2023 fået ledighedsydelse i over 2 år",
                null,
                "personer på ledighedsydelse i over 2 år",
                "<="
            )
            {
                Value = 50,
                Unit = "personer",
                Period = "2023-12",
                PeriodKind = "month",
                Baseline = 58,
            },
        ];

    private static PrintedMeasure[] Newcomers =>
        [
            new(
                "K1",
                "Mindst 50 % af flygtninge og deres familiesammenførte er i beskæftigelse efter tre år",
                null,
                "andel af flygtninge og deres familiesammenførte i beskæftigelse efter tre år",
                ">="
            )
            {
                Value = 50,
                Unit = "pct.",
                PeriodKind = "cohort_after_3_years",
                Exclusion = "uddannelse og ægtefælleforsørgede",
            },
            new(
                "K2",
                "55 % af de fordrevne fra Ukraine er i beskæftigelse",
                null,
                "andel af fordrevne personer fra Ukraine (Særloven) i beskæftigelse",
                ">="
            )
            {
                Value = 55,
                Unit = "pct.",
                DataSource = "jobindsats.dk",
            },
        ];

    private static PrintedMeasure[] Youth =>
        [
            new(
                "U1",
                "75 % af de unge begynder på en ungdomsuddannelse lige efter grundskolen i 2023",
                null,
                "andel af unge, der begynder på en ungdomsuddannelse lige efter grundskolen",
                ">="
            )
            {
                Value = 75,
                Unit = "pct.",
                Period = "2023",
                PeriodKind = "year",
                Baseline = 72,
            },
            new("U2a", "Frafaldet på uddannelserne skal sænkes", null, "frafald på uddannelserne", "decrease"),
            new(
                "U2b",
                "Frafaldet på erhvervsuddannelserne sænkes til det regionale gennemsnit på 25 %",
                "U2a",
                "frafald på erhvervsuddannelserne",
                "<="
            )
            {
                Value = 25,
                Unit = "pct.",
                Reference = new("regional_average", "det regionale gennemsnit", 25),
                Baseline = 32,
                BaselineDate = "2022-08",
            },
            new("U2c", "I 2023 skal frafaldet ned på 27 %", "U2b", "frafald på erhvervsuddannelserne", "<=")
            {
                Value = 27,
                Unit = "pct.",
                Period = "2023",
                PeriodKind = "year",
                Baseline = 32,
            },
            new(
                "U3",
                "Unge, der får ydelse som 18-årige, skal mindst ned på regionens gennemsnit (7 %)",
                null,
                "andel af unge, der får ydelse som 18-årige",
                "<="
            )
            {
                Value = 7,
                Unit = "pct.",
                Reference = new("regional_average", "regionens gennemsnit", 7),
                Baseline = 10,
                BaselineDate = "2020",
            },
            new(
                "U4",
                "Unge med grundskole som højeste uddannelse efter 10 år skal ned på 17 %",
                null,
                "andel af unge med grunduddannelse (grundskole) som højeste uddannelse 10 år efter",
                "<="
            )
            {
                Value = 17,
                Unit = "pct.",
                Reference = new("regional_average", "regionalt gennemsnit", 17),
                Baseline = 19,
            },
        ];
}
