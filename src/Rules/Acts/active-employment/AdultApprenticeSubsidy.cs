using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Voksenlærling: whether the employer gets a subsidy in a month of the apprenticeship, how much, and what the state
/// refunds the municipality.
/// </summary>
public sealed class AdultApprenticeSubsidy : IRule<AdultApprenticeSubsidy.Facts, AdultApprenticeSubsidy.Subsidy>
{
    /// <param name="AgeAtStart">Age in whole years on the day the training agreement begins.</param>
    /// <param name="Status">unemployed or employed before it.</param>
    /// <param name="Education">unskilled, obsolete (a vocational education not used for five years) or skilled.</param>
    /// <param name="MonthsUnemployed">Months of unemployment before the start.</param>
    /// <param name="Month">The month of the subsidy, 1 the first.</param>
    /// <param name="PracticeHours">Hours in practice in the month.</param>
    public sealed record Facts(
        [Within(0, 120)] int AgeAtStart,
        [OneOf("unemployed", "employed")] string Status,
        [OneOf("unskilled", "obsolete", "skilled")] string Education,
        [Within(0)] decimal MonthsUnemployed,
        [Within(1)] int Month,
        [Within(0)] decimal PracticeHours);

    /// <param name="HourlyRate">Kroner an hour in practice; left out when not eligible.</param>
    /// <param name="Amount">Kroner in the month.</param>
    /// <param name="RefundPercent">Percent that the state refunds; left out when not eligible.</param>
    public sealed record Subsidy(
        bool Eligible,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? HourlyRate,
        decimal Amount,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RefundPercent);

    public string Id => "adult_apprentice.subsidy";

    public string Title => "Voksenlærlingetilskud";

    public string Anchor => "Den dag uddannelsesaftalen begynder";

    public IEnumerable<Example> Examples =>
        [
            new(
                """{"age_at_start": 26, "status": "unemployed", "education": "unskilled", "months_unemployed": 0, "month": 3, "practice_hours": 120}""",
                "2023-08-01"
            ),
            new(
                """{"age_at_start": 30, "status": "employed", "education": "unskilled", "months_unemployed": 0, "month": 24, "practice_hours": 120}""",
                "2023-08-01"
            ),
            new(
                """{"age_at_start": 30, "status": "employed", "education": "unskilled", "months_unemployed": 0, "month": 25, "practice_hours": 120}""",
                "2023-08-01"
            ),
            new(
                """{"age_at_start": 35, "status": "unemployed", "education": "skilled", "months_unemployed": 4, "month": 1, "practice_hours": 120}""",
                "2022-06-01"
            ),
        ];

    public Outcome<Finding<Subsidy>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows("adult_apprentice.least-age", out int leastAge)) return law.Refused;
        var oldEnough = facts.AgeAtStart >= leastAge;
        if (!oldEnough)
            law.Fails(
                Danish.Say($"Var {facts.AgeAtStart} år ved aftalens begyndelse"),
                Danish.Say($"Mindst {leastAge} år ved aftalens begyndelse."),
                law.Day.AddYears(leastAge - facts.AgeAtStart)
            );
        var entitled = facts.Status == "employed" ? Employed(facts, law) : Unemployed(facts, law);
        if (entitled.IsRefused)
            return entitled.Refusal;
        if (!oldEnough || !entitled.Value)
            return law.Finds(
                new Subsidy(false, null, 0m, null),
                "Betingelserne for tilskud er ikke opfyldt.",
                "Virksomheden kan ikke få tilskud til dig som voksenlærling nu."
            );
        if (
            !law.Knows($"adult_apprentice.rate-{facts.Status}", out decimal rate)
            || !law.Knows("adult_apprentice.refund", out int refund)
        )
            return law.Refused;
        var amount = new Money(rate * facts.PracticeHours).Rounded().Kroner;
        return law.Finds(
            new Subsidy(true, rate, amount, refund),
            Danish.Say($"{facts.PracticeHours} timer i praktik à {rate} kr.: {amount} kr.; staten refunderer {refund} pct."),
            Danish.Say($"Virksomheden får {rate} kr. i tilskud for hver time, du er i praktik.")
        );
    }

    private static Outcome<bool> Employed(Facts facts, LawOn law)
    {
        if (facts.Education == "obsolete")
            return new Refusal(
                "no-rule-at-date",
                "Om en beskæftiget med forældet uddannelse kan få tilskud, er ikke fundet i loven."
            );
        if (facts.Education == "skilled")
            law.Fails("Er faglært og i beskæftigelse", "Tilskud til beskæftigede gives kun til ufaglærte.");
        if (!law.Knows("adult_apprentice.employed-months", out int months))
            return law.Refused;
        if (facts.Month > months)
            law.Fails(Danish.Say($"Måned {facts.Month} af forløbet"), Danish.Say($"Tilskud til beskæftigede gives i højst {months} måneder."));
        return facts.Education == "unskilled" && facts.Month <= months;
    }

    /// <summary>
    /// No earlier unemployment is asked of the unskilled and of those whose education is obsolete; the skilled must
    /// have been unemployed.
    /// </summary>
    private static Outcome<bool> Unemployed(Facts facts, LawOn law)
    {
        if (facts.Education != "skilled")
            return true;
        if (
            !law.Knows("adult_apprentice.skilled-months-unemployed", out decimal months)
            || !law.Knows("adult_apprentice.trial", out int trial)
        )
            return law.Refused;
        var longEnough = trial == 1 ? facts.MonthsUnemployed > months : facts.MonthsUnemployed >= months;
        if (!longEnough)
            law.Fails(
                Danish.Say($"Har været ledig i {facts.MonthsUnemployed} måneder"),
                Danish.Say($"{(trial == 1 ? "Mere end" : "Mindst")} {months} måneders ledighed."),
                law.Day.AddMonths((int)Math.Ceiling(months - facts.MonthsUnemployed)).AddDays(trial)
            );
        return longEnough;
    }
}
