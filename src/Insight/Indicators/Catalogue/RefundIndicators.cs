namespace Virker.Insight;

/// <summary>How the days on benefit lie on the refund ladder.</summary>
internal static class RefundIndicators
{
    /// <summary>The ladder steps down after 4, 26 and 52 weeks (cabiweb.dk, refusionsreform).</summary>
    private static readonly int[] Steps = [28, 182, 364];

    private static readonly int[] PerCent = [80, 40, 30, 20];

    private static readonly FactSet Ladder = new FactSet(StandardFacts.Benefits).With(
        "benefit",
        "dagpenge",
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
    ) with
    {
        Gap = Gap.Days(364),
    };

    public static IReadOnlyList<Indicator> All =>
        [
            .. PerCent.Select(
                (perCent, step) =>
                    new Indicator(
                        $"refusion.trin-{perCent}",
                        $"Fuldtidspersoner på refusionstrappens trin med {perCent} pct.",
                        "fuldtidspersoner",
                        1,
                        new LadderDays(Ladder, Steps, step)
                    )
                    {
                        Note = Simplified,
                        Source = "Kommunens egne sager",
                        MoreIsBetter = step == 0 ? null : false,
                    }
            ),
            new(
                "refusion.anciennitet",
                "Gennemsnitlig anciennitet på refusionstrappen",
                "dage",
                1,
                new MeanAccruedSeniority(Ladder)
            )
            {
                Note = Simplified,
                Source = "Kommunens egne sager",
                MoreIsBetter = false,
            },
        ];

    private const string Simplified = "Reglen er forenklet: lovens treårige optællingsperiode indgår ikke.";
}
