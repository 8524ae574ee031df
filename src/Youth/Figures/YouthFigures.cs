using Virker.Casework;
using Virker.Insight;

namespace Virker.Youth;

internal sealed class YouthFigures : IFigures
{
    private const string YouthData = YouthSources.Database;

    private static readonly FactSet LeftSchool = new(SchoolLeavingFacts.Table);
    private static readonly FactSet Courses = new(EducationFacts.Table);

    internal static readonly FigureArea Young = new("Unge", 80);

    /// <summary>The municipal youth effort (den kommunale ungeindsats).</summary>
    internal const string Effort = "Kommunens ungeindsats";

    public FigureArea Area => Young;

    public IReadOnlyList<Indicator> All { get; } =
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
                    Courses.With(EducationFacts.Level, "ungdomsuddannelse")
                )
            )
            {
                Source = YouthData,
                Owner = Effort,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["andel", "unge", "ungdomsuddannelse", "lige", "efter", "grundskolen"],
            },
            new(
                "unge.frafald",
                "Frafald på uddannelserne",
                "pct.",
                1,
                Dropout(Courses.With(EducationFacts.Level, "ungdomsuddannelse", "fgu"))
            )
            {
                Source = YouthData,
                Owner = Effort,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["frafald", "frafaldet", "uddannelserne"],
            },
            new(
                "unge.frafald-eud",
                "Frafald på erhvervsuddannelserne",
                "pct.",
                1,
                Dropout(Courses.With(EducationFacts.Level, "eud"))
            )
            {
                Source = YouthData,
                Owner = Effort,
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
                            BenefitFacts.On(
                                    "uddannelseshjaelp",
                                    "kontanthjaelp-jobparat",
                                    "kontanthjaelp-aktivitetsparat",
                                    "shho"
                                )
                                .Aged(18, 18),
                            Presence.InPeriod
                        ) & new Present(new FactSet(ResidenceFacts.Table).Aged(18, 18), Presence.InPeriod)
                    ),
                    new Heads(new FactSet(ResidenceFacts.Table).Aged(18, 18), Presence.InPeriod)
                )
            )
            {
                Source = FactSources.CasesAndPersons,
                Owner = Effort,
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
                    new FactSet(QualificationFacts.Table).With(
                        QualificationFacts.Level,
                        "ungdomsuddannelse",
                        "videregaaende"
                    )
                )
                {
                    Negated = true,
                }
            )
            {
                Source = YouthData,
                Owner = Effort,
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
            new Outflow(courses.With(EducationFacts.Outcome, "afbrudt")),
            new Outflow(courses.With(EducationFacts.Outcome, "afbrudt", "gennemfoert"))
        );
}
