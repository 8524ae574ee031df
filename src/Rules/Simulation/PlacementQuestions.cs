using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// How many days placements that begin in the window run beyond the longest time that the law allows.
/// </summary>
internal abstract class PlacementQuestion(string kind) : ISimulatedQuestion
{
    public abstract string Id { get; }

    public abstract string Title { get; }

    public string Measure => "dage ud over grænsen";

    public abstract IReadOnlyList<string> Rules { get; }

    public IReadOnlyList<string> Assumptions(SimulationTerms terms) =>
    [
        "Et forløb, der stadig løber, regnes til registerets sidste dag.",
        Limit,
        "Hvad et forløb koster kommunen, står ikke i registeret, så der er ingen kroner på.",
    ];

    protected abstract string Limit { get; }

    public IReadOnlyList<string> Lacks(SimulationTerms terms) => [];

    public Func<CaseHistory, IEnumerable<SimulatedPart>> Under(LawVersion law, SimulationTerms terms) =>
        history =>
            history
                .Placements.Where(p => p.Kind == kind && p.From >= terms.From && p.From <= terms.To)
                .Select(p =>
                    Part(
                        p,
                        CaseHistory.CodeOn(history.TargetGroups, p.From),
                        CaseHistory.CodeOn(history.Benefits, p.From),
                        law
                    )
                );

    /// <summary>The last day that the placement may have.</summary>
    protected abstract Outcome<DateOnly> LastDay(CaseHistory.Placement placement, int targetGroup, LawOn law);

    private SimulatedPart Part(CaseHistory.Placement placement, int targetGroup, int benefit, LawVersion law) =>
        targetGroup == 0
            ? SimulatedPart.Without(
                placement.From,
                benefit,
                "Målgruppen står ikke i registeret på forløbets første dag."
            )
            : LastDay(placement, targetGroup, law.On(placement.From))
                .Match(
                    last => new SimulatedPart(
                        placement.From,
                        benefit,
                        Math.Max(0, placement.To.DayNumber - last.DayNumber)
                    ),
                    refusal => SimulatedPart.Without(placement.From, benefit, refusal.Text)
                );
}

internal sealed class InternshipQuestion() : PlacementQuestion("virksomhedspraktik")
{
    private static readonly InternshipMaxWeeks Rule = new();

    public override string Id => "praktik";

    public override string Title => "Virksomhedspraktikker ud over den længste varighed";

    public override IReadOnlyList<string> Rules => [Rule.Id];

    protected override string Limit =>
        "Grænsen er den længste med forlængelse; om betingelserne for at forlænge var opfyldt, ses ikke i registeret.";

    protected override Outcome<DateOnly> LastDay(CaseHistory.Placement placement, int targetGroup, LawOn law) =>
        Rule.Answer(new(targetGroup), law)
            .Match<Outcome<DateOnly>>(
                finding => placement.From.AddDays((7 * (finding.Answer.ExtendableTo ?? finding.Answer.Weeks)) - 1),
                refusal => refusal
            );
}

internal sealed class WageSubsidyQuestion() : PlacementQuestion("loentilskud")
{
    private static readonly WageSubsidyMaxMonths Rule = new();

    public override string Id => "loentilskud";

    public override string Title => "Job med løntilskud ud over den længste varighed";

    public override IReadOnlyList<string> Rules => [Rule.Id];

    protected override string Limit =>
        "Arbejdspladser, der ikke er kommunale, regionale eller statslige, regnes som private.";

    protected override Outcome<DateOnly> LastDay(CaseHistory.Placement placement, int targetGroup, LawOn law)
    {
        if (placement.Workplace is not { } workplace)
            return new Refusal("missing-fact", "Arbejdspladsens slags står ikke i registeret.");
        return Rule.Answer(
                new(targetGroup, workplace is "kommunal" or "regional" or "statslig" ? "public" : "private"),
                law
            )
            .Match<Outcome<DateOnly>>(
                finding => placement.From.AddMonths(finding.Answer.Months).AddDays(-1),
                refusal => refusal
            );
    }
}
