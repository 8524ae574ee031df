namespace Virker.Rules;

/// <summary>What the municipality pays of the benefits in the window, week by week on the refund ladder.</summary>
internal sealed class RefundQuestion : ISimulatedQuestion
{
    private const decimal DaysInYear = 365m;

    public string Id => "refusion";

    public string Title => "Kommunens udgift efter refusionstrappen";

    public string Measure => "uger betalt af kommunen";

    public IReadOnlyList<string> Rules => ["refund.percentage", "refund.cofinancing", "refund.week", "refund.steps"];

    public IReadOnlyList<string> Assumptions(SimulationTerms terms) =>
        [
            "En uge hører til den ydelse, der først rører den; ugens dage med ydelse tæller.",
            "Førtidspension og fleksjob, der begyndte før 1. juli 2014, står uden for trappen og tæller ikke med.",
            "For dagpenge er det kommunens medfinansiering, for øvrige ydelser det, staten ikke refunderer.",
            terms.YearlyPrices.Count == 0
                ? "Der er ikke lagt et budget ind, så der er ingen kroner på."
                : $"Prisen for en helårsperson er {terms.PriceSource}, og en dag er 1/365 af den.",
        ];

    public IReadOnlyList<string> Lacks(SimulationTerms terms) => [];

    public Func<CaseHistory, IEnumerable<SimulatedPart>> Under(LawVersion law, SimulationTerms terms)
    {
        var ladder = LadderWeeks.Between(terms.From, terms.To, law);
        return ladder.IsRefused
            ? history =>
                Weeks(history, terms)
                    .Take(1)
                    .Select(stay => SimulatedPart.Without(stay.To, stay.Code, ladder.Refusal.Text))
            : history => Parts(history, ladder.Value, terms);
    }

    private static IEnumerable<Stay> Weeks(CaseHistory history, SimulationTerms terms) =>
        history.Benefits.Where(b => LadderWeeks.StandsOn(b) && b.From <= terms.To && b.To >= terms.From);

    private static IEnumerable<SimulatedPart> Parts(CaseHistory history, LadderWeeks ladder, SimulationTerms terms)
    {
        var (benefit, day, own) = (0, terms.From, 0m);
        foreach (var week in ladder.Of(history.Benefits))
        {
            if (week.Benefit != benefit)
            {
                if (own > 0) yield return Part(day, benefit, own, terms);
                (benefit, own) = (week.Benefit, 0m);
            }

            (day, own) = (week.Monday, own + (week.Days * (100 - week.StatePercent)));
        }

        if (own > 0) yield return Part(day, benefit, own, terms);
    }

    /// <param name="own">Days times the municipality's percentage.</param>
    private static SimulatedPart Part(DateOnly day, int benefit, decimal own, SimulationTerms terms) =>
        new(
            day,
            benefit,
            own / 700m,
            terms.YearlyPrices.TryGetValue(benefit, out var price) ? own / 100m * price / DaysInYear : null
        );
}
