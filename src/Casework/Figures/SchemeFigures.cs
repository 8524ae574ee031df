using Virker.Insight;

namespace Virker.Casework;

/// <summary>
/// Those who are marked for a scheme, and what follows. Shares and never effects: who comes into a scheme is chosen.
/// Beside others of the target group they stand in <see cref="Comparison"/>.
/// </summary>
internal sealed class SchemeFigures : IFigures
{
    private static readonly FactSet Marked = new(SchemeFacts.Table);
    private static readonly FactSet Benefits = new(BenefitFacts.Table);
    private static readonly FactSet Jobs = new(EmploymentFacts.Table);

    /// <summary>The participants of a scheme beside others of the same target groups.</summary>
    public static readonly CohortComparison Comparison = new("saerlig-indsats")
    {
        Entered = Marked,
        By = SchemeFacts.Scheme,
        Among = Benefits,
        Group = BenefitFacts.TargetGroup,
        Statuses = [new("uden-ydelse", Benefits, IsNot: true), new("job", Jobs)],
    };

    public FigureArea Area => FigureAreas.AfterInterventions;

    public int Place => 20;

    public IReadOnlyList<CohortComparison> Comparisons => [Comparison];

    public IReadOnlyList<Indicator> All { get; } =
        [
            new(
                "saerlig-indsats.deltagere",
                "Deltagere i særlige indsatser",
                "borgere",
                1,
                new Heads(Marked, Presence.AtEnd)
            )
            {
                Source = FactSources.Cases,
            },
            OffBenefit(6, "seks"),
            OffBenefit(12, "tolv"),
            InJob(6, "seks"),
            InJob(12, "tolv"),
        ];

    private static Indicator OffBenefit(int months, string written) =>
        After(
            $"saerlig-indsats.uden-ydelse-{months}-maaneder",
            $"Uden ydelse {written}",
            new StatusAfter(Marked, CohortEvent.Begins, FollowUp.AfterMonths(months), Benefits)
            {
                Negated = true,
            }
        );

    private static Indicator InJob(int months, string written) =>
        After(
            $"saerlig-indsats.job-{months}-maaneder",
            $"I job {written}",
            new StatusAfter(Marked, CohortEvent.Begins, FollowUp.AfterMonths(months), Jobs)
        ) with
        {
            Source = FactSources.CasesAndWages,
        };

    private static Indicator After(string id, string what, StatusAfter measure) =>
        new(id, $"{what} måneder efter, at borgeren kom med i en særlig indsats", "pct.", 1, measure)
        {
            Note = "Tallet er ikke en effekt: deltagerne er valgt ud, og nogle ville have klaret sig uden.",
            Source = FactSources.Cases,
            Decimals = 1,
            Rhythm = Rhythm.TwelveMonths,
            MoreIsBetter = true,
        };
}
