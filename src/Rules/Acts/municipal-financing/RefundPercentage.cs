using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Refusionstrappen: what share of a benefit the state refunds in the person's n-th week with benefit since the last
/// restart. Lov om kommunernes finansiering af visse offentlige ydelser § 5, stk. 2.
/// </summary>
public sealed class RefundPercentage : IRule<RefundPercentage.Facts, RefundPercentage.Share>
{
    /// <param name="Week">The week on the ladder, 1 the first.</param>
    public sealed record Facts([Within(1)] int Week);

    /// <param name="Percent">Percent that the state refunds.</param>
    public sealed record Share(int Percent);

    public string Id => "refund.percentage";

    public string Title => "Statens refusion efter uge på refusionstrappen";

    public string Anchor => "Ugen, der betales for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"week": 4}""", "2024-03-04"),
            new("""{"week": 5}""", "2024-03-04"),
            new("""{"week": 27}""", "2024-03-04"),
            new("""{"week": 53}""", "2024-03-04"),
        ];

    public static Outcome<Finding<Share>> Of(int week, DateOnly on) =>
        Lawbook.Current.Answer(new RefundPercentage(), new(week), on);

    public Outcome<Finding<Share>> Answer(Facts facts, LawOn law)
    {
        var (step, words) = Step(facts.Week, law);
        return law.Knows($"refund.percentage.{step}", out int percent)
            ? law.Finds(
                new Share(percent),
                Danish.Say($"{words} med ydelse: staten refunderer {percent} pct."),
                "Det er et spørgsmål mellem stat og kommune; det ændrer ikke, hvad borgeren får."
            )
            : law.Refused;
    }

    /// <summary>The step as its value is named, and in words with the weeks that it has on the day.</summary>
    internal static (string Step, string Words) Step(int week, LawOn law)
    {
        var (first, second, third) = (
            law.Limit("refund.steps.first"),
            law.Limit("refund.steps.second"),
            law.Limit("refund.steps.third")
        );
        return week <= first ? ("weeks-1-4", Danish.Say($"Uge 1-{first}"))
            : week <= second ? ("weeks-5-26", Danish.Say($"Uge {first + 1}-{second}"))
            : week <= third ? ("weeks-27-52", Danish.Say($"Uge {second + 1}-{third}")) : ("weeks-53-on", Danish.Say($"Fra uge {third + 1}"));
    }
}
