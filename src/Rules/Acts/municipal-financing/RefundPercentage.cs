using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Refusionstrappen: what share of a benefit the state refunds in the person's n-th week with benefit since the last restart.
/// Lov om kommunernes finansiering af visse offentlige ydelser § 5, stk. 2.
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
        [new("""{"week": 4}""", "2024-03-04"), new("""{"week": 5}""", "2024-03-04"), new("""{"week": 27}""", "2024-03-04"), new("""{"week": 53}""", "2024-03-04")];

    public static Outcome<Finding<Share>> Of(int week, DateOnly on) => RuleBook.Ask<RefundPercentage, Facts, Share>(new(week), on);

    public Outcome<Finding<Share>> Answer(Facts facts, LawOn law)
    {
        var (step, words) = Step(facts.Week);
        return law.Knows($"refund.percentage.{step}", out int percent)
            ? law.Finds(new Share(percent), $"{words} med ydelse: staten refunderer {percent} pct.", "Det er et spørgsmål mellem stat og kommune; det ændrer ikke, hvad borgeren får.") : law.Refused;
    }

    internal static (string Step, string Words) Step(int week) => week switch
    {
        <= 4 => ("weeks-1-4", "Uge 1-4"),
        <= 26 => ("weeks-5-26", "Uge 5-26"),
        <= 52 => ("weeks-27-52", "Uge 27-52"),
        _ => ("weeks-53-on", "Fra uge 53"),
    };
}
