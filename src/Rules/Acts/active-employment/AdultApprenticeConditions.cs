using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// What the employer must keep besides the apprentice's own conditions, and the day by which to apply.
/// </summary>
internal sealed class AdultApprenticeConditions : IRule<AdultApprenticeConditions.Facts, AdultApprenticeConditions.Kept>
{
    /// <param name="Status">unemployed or employed before the agreement.</param>
    /// <param name="MonthsSinceEmployedThere">Whole months since ordinary employment in the same company; null when
    /// never.</param>
    /// <param name="WageAtLeastUnskilled">The wage in practice is at least the collective agreement's least for the
    /// unskilled.</param>
    /// <param name="AdultStudentWage">SOSU or PA student on adult student wage.</param>
    /// <param name="OnPositiveList">The education is on the positive list (asked of the employed).</param>
    public sealed record Facts(
        [OneOf("unemployed", "employed")] string Status,
        bool WageAtLeastUnskilled,
        [Within(0)] int? MonthsSinceEmployedThere = null,
        bool AdultStudentWage = false,
        bool OnPositiveList = false
    );

    /// <param name="ApplyBy">The last day to apply.</param>
    public sealed record Kept(bool Met, DateOnly ApplyBy);

    public string Id => "adult_apprentice.conditions";

    public string Title => "Voksenlærling: virksomhedens betingelser og frist";

    public string Anchor => "Den dag uddannelsesaftalen begynder";

    public IEnumerable<Example> Examples =>
        [
            new("""{"status": "unemployed", "wage_at_least_unskilled": true}""", "2024-03-04"),
            new(
                """{"status": "unemployed", "wage_at_least_unskilled": true, "months_since_employed_there": 4}""",
                "2024-03-04"
            ),
        ];

    public Outcome<Finding<Kept>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("adult_apprentice.conditions.not-employed-months", out int months)
            || !law.Knows("adult_apprentice.conditions.apply-months", out int apply)
            || !law.Knows("adult_apprentice.conditions.wage", out string wage)
        )
            return law.Refused;
        var met = true;
        if (facts.Status == "unemployed" && facts.MonthsSinceEmployedThere < months)
            Fail(
                Danish.Say($"Var ordinært ansat i virksomheden for {facts.MonthsSinceEmployedThere} måneder siden"),
                Danish.Say($"Mindst {months} måneder."),
                law.Day.AddMonths(months - facts.MonthsSinceEmployedThere!.Value)
            );
        if (!facts.WageAtLeastUnskilled)
            Fail("Lønnen er under mindstelønnen for ufaglærte", wage);
        if (facts.AdultStudentWage)
            Fail("Får voksenelevløn (SOSU eller PA)", "Der gives ikke tilskud.");
        if (facts.Status == "employed" && !facts.OnPositiveList)
        {
            if (!law.Knows("adult_apprentice.conditions.positive-list", out string list)) return law.Refused;
            Fail("Uddannelsen står ikke på positivlisten", list);
        }

        var by = law.Day.AddMonths(apply);
        return law.Finds(
            new Kept(met, by),
            Danish.Say($"{(met ? "Betingelserne er opfyldt" : "Betingelserne er ikke opfyldt")}; ansøgning senest {by}."),
            Danish.Say($"Virksomheden søger om tilskud senest {by:d. MMMM yyyy}.")
        );

        void Fail(string condition, string meets, DateOnly? from = null)
        {
            met = false;
            law.Fails(condition, meets, from);
        }
    }
}
