using Virker.Casework;
using Virker.Insight;

namespace Virker.Economy;

/// <summary>How the days on benefit lie on the refund ladder.</summary>
internal sealed class RefundFigures : IFigures
{
    /// <summary>The ladder steps down after 4, 26 and 52 weeks (cabiweb.dk, refusionsreform).</summary>
    private static readonly int[] Steps = [28, 182, 364];

    private static readonly int[] PerCent = [80, 40, 30, 20];

    private static readonly FactSet Ladder = new FactSet(BenefitFacts.Table).With(
        BenefitFacts.Benefit,
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

    public FigureArea Area => new("Refusion", 90);

    public IReadOnlyList<Indicator> All { get; } =
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
                        Source = FactSources.Cases,
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
                Source = FactSources.Cases,
                MoreIsBetter = false,
            },
        ];

    private const string Simplified = "Reglen er forenklet: lovens treårige optællingsperiode indgår ikke.";
}
