namespace Virker.Insight;

internal static class YouthIndicators
{
    private const string YouthData = "Kommunens ungedatabase";

    private static readonly FactSet LeftSchool = new(StandardFacts.SchoolLeaving);
    private static readonly FactSet Courses = new(StandardFacts.Education);

    public static IReadOnlyList<Indicator> All =>
        [
            new(
                "unge.ungdomsuddannelse-efter-grundskole",
                "Unge, der går i gang med en ungdomsuddannelse lige efter grundskolen",
                "pct.",
                1,
                new StatusAfter(
                    LeftSchool,
                    CohortEvent.Begins,
                    FollowUp.AfterMonths(3),
                    Courses.With("level", "ungdomsuddannelse")
                )
            )
            {
                Source = YouthData,
                Owner = "Ungeenheden",
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["andel", "unge", "ungdomsuddannelse", "lige", "efter", "grundskolen"],
            },
            new(
                "unge.frafald",
                "Frafald på uddannelserne",
                "pct.",
                1,
                Dropout(Courses.With("level", "ungdomsuddannelse", "fgu"))
            )
            {
                Source = YouthData,
                Owner = "Ungeenheden",
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["frafald", "frafaldet", "uddannelserne"],
            },
            new(
                "unge.frafald-eud",
                "Frafald på erhvervsuddannelserne",
                "pct.",
                1,
                Dropout(Courses.With("level", "eud"))
            )
            {
                Source = YouthData,
                Owner = "Ungeenheden",
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["frafald", "frafaldet", "erhvervsuddannelserne", "erhvervsuddannelser", "eud"],
            },
            new(
                "unge.18-aarige-paa-ydelse",
                "Unge, der får ydelse som 18-årige",
                "pct.",
                1,
                new Ratio(
                    new Group(
                        new Present(
                            Sets.Benefit(
                                    "uddannelseshjaelp",
                                    "kontanthjaelp-jobparat",
                                    "kontanthjaelp-aktivitetsparat",
                                    "shho"
                                )
                                .Aged(18, 18),
                            Presence.InPeriod
                        ) & new Present(new FactSet(StandardFacts.Residence).Aged(18, 18), Presence.InPeriod)
                    ),
                    new Heads(new FactSet(StandardFacts.Residence).Aged(18, 18), Presence.InPeriod)
                )
            )
            {
                Source = Sets.RegisterSource,
                Owner = "Ungeenheden",
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["andel", "unge", "ydelse", "18-årige", "18", "årige"],
            },
            new(
                "unge.grundskole-efter-10-aar",
                "Unge med grundskole som højeste uddannelse efter 10 år",
                "pct.",
                1,
                new StatusAfter(
                    LeftSchool,
                    CohortEvent.Begins,
                    FollowUp.AfterMonths(120),
                    new FactSet(StandardFacts.Qualifications).With("level", "ungdomsuddannelse", "videregaaende")
                )
                {
                    Negated = true,
                }
            )
            {
                Source = YouthData,
                Owner = "Ungeenheden",
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words =
                [
                    "andel",
                    "unge",
                    "grunduddannelse",
                    "grundskole",
                    "grundskolen",
                    "højeste",
                    "uddannelse",
                    "10",
                    "år",
                ],
            },
        ];

    private static Ratio Dropout(FactSet courses) =>
        new(
            new Outflow(courses.With("outcome", "afbrudt")),
            new Outflow(courses.With("outcome", "afbrudt", "gennemfoert"))
        );
}
