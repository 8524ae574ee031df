using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Which rate of the new kontanthjælp system a person is on (from 1 July 2025). Where two rates could be meant and the
/// law's order has not been read, it is refused.
/// </summary>
public sealed class AssistanceRate : IRule<AssistanceRate.Facts, AssistanceRate.Rate>
{
    /// <param name="Age">Whole years.</param>
    /// <param name="ResidenceYears">Years of the latest ten with residence in the realm.</param>
    /// <param name="FullTimeYears">Years of the latest ten with ordinary full-time work.</param>
    /// <param name="WorkDemanded">The employment demand is made: entered the country in 1968 or later.</param>
    /// <param name="AtParents">Lives with the parents.</param>
    /// <param name="OwnChild">Has a child of one's own at home.</param>
    public sealed record Facts(
        [Within(15, 120)] int Age,
        [Within(0, 10)] decimal ResidenceYears,
        [Within(0, 10)] decimal FullTimeYears,
        bool WorkDemanded,
        bool AtParents = false,
        bool OwnChild = false
    );

    /// <param name="Name">mindstesats, hjemmeboendesats, grundsats or forhøjet sats.</param>
    public sealed record Rate(string Name);

    public string Id => "assistance.rate";

    public string Title => "Hvilken sats i kontanthjælpssystemet";

    public string Anchor => "Dagen, hjælpen gives for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"age": 35, "residence_years": 10, "full_time_years": 0, "work_demanded": false}""", "2025-09-01"),
            new("""{"age": 35, "residence_years": 10, "full_time_years": 1, "work_demanded": true}""", "2025-09-01"),
            new("""{"age": 26, "residence_years": 10, "full_time_years": 2.5, "work_demanded": false}""", "2025-09-01"),
            new(
                """{"age": 22, "residence_years": 10, "full_time_years": 0, "work_demanded": false, "at_parents": true}""",
                "2025-09-01"
            ),
        ];

    public Outcome<Finding<Rate>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("assistance.rate.residence-years", out decimal residence)
            || !law.Knows("assistance.rate.work-years", out decimal work)
            || !law.Knows("assistance.rate.within-years", out int within)
            || !law.Knows("assistance.rate.raised-age", out int raised)
            || !law.Knows("assistance.rate.raised-age-with-work", out int early)
            || !law.Knows("assistance.rate.home-below-age", out int home)
        )
            return law.Refused;
        var resident = facts.ResidenceYears >= residence;
        var worked = !facts.WorkDemanded || facts.FullTimeYears >= work;
        var atHome = facts.Age < home && facts is { AtParents: true, OwnChild: false };
        if (atHome && !(resident && worked))
            return new Refusal(
                "no-rule-at-date",
                "Om den, der bor hjemme og ikke opfylder kravene, får mindstesats eller hjemmeboendesats, er ikke læst i loven."
            );
        if (!resident)
            law.Fails(
                Danish.Say($"{facts.ResidenceYears:0.#} års ophold af de seneste {within}"),
                Danish.Say($"{residence:0.#} år."),
                Later(law.Day, residence - facts.ResidenceYears)
            );
        if (!worked)
            law.Fails(Danish.Say($"{facts.FullTimeYears:0.#} års fuldtidsarbejde af de seneste {within}"), Danish.Say($"{work:0.#} år."));
        if (!resident || !worked)
            return Found(
                "mindstesats",
                Danish.Say($"opholdskravet ({residence:0.#} af {within} år) og beskæftigelseskravet ({work:0.#} af {within} år) er ikke begge opfyldt"),
                law
            );
        if (atHome)
            return Found("hjemmeboendesats", Danish.Say($"under {home} år, bor hos forældrene og har ikke barn"), law);
        if (facts.Age >= raised || (facts.Age >= early && facts.FullTimeYears >= work))
            return Found(
                "forhøjet sats",
                facts.Age >= raised ? Danish.Say($"fyldt {raised} år") : Danish.Say($"fyldt {early} år med {work:0.#} års fuldtidsarbejde"),
                law
            );
        law.Fails(
            Danish.Say($"Er {facts.Age} år"),
            Danish.Say($"Forhøjet sats ved {raised} år, eller ved {early} år med {work:0.#} års fuldtidsarbejde."),
            law.Day.AddYears(raised - facts.Age)
        );
        return Found(
            "grundsats",
            Danish.Say($"under {raised} år uden {work:0.#} års fuldtidsarbejde efter det fyldte {early}. år"),
            law
        );
    }

    /// <summary>Residence comes by itself when the person stays; parts of a year as months.</summary>
    private static DateOnly Later(DateOnly day, decimal years) => day.AddMonths((int)Math.Ceiling(years * 12));

    private static Outcome<Finding<Rate>> Found(string name, string reason, LawOn law) =>
        law.Finds(
            new Rate(name),
            Danish.Say($"{char.ToUpperInvariant(name[0])}{name[1..]}: {reason}."),
            Danish.Say($"Din hjælp regnes efter den sats, der hedder {name}.")
        );
}
