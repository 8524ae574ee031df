using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Refusionstrappen: what share of a benefit the state refunds in the person's n-th week with benefit since the last restart.
/// Lov om kommunernes finansiering af visse offentlige ydelser § 5, stk. 2.
/// </summary>
public static class RefundPercentage
{
    /// <param name="week">The week on the ladder, 1 the first.</param>
    /// <param name="on">A day of the week that is paid for: it picks the version of the law.</param>
    public static Outcome<Finding<int>> Of(int week, DateOnly on)
    {
        if (week < 1) return new Refusal("bad-fact", "Ugen på refusionstrappen skal være 1 eller mere.");
        var (step, words) = week switch
        {
            <= 4 => ("weeks-1-4", "Uge 1-4"),
            <= 26 => ("weeks-5-26", "Uge 5-26"),
            <= 52 => ("weeks-27-52", "Uge 27-52"),
            _ => ("weeks-53-on", "Fra uge 53"),
        };
        return Lawbook.Current[$"refund.percentage.{step}"].On(on).Match<Outcome<Finding<int>>>(
            percent => new Finding<int>(percent.Whole, $"{words} med ydelse: staten refunderer {percent.Whole} pct.", [percent.Parameter.Under], [percent],
                new Dictionary<string, object> { ["week"] = week }),
            refusal => refusal);
    }
}
