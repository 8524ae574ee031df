using Virker.Kernel;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// The target group (LAB § 6) that goes with a benefit: its own where it has one; on cash benefits, where a person
/// judges it, the one there is, if it is of those.
/// </summary>
internal static class ShiftedGroup
{
    public static readonly Refusal Missing = new(
        "shift.target-group",
        "Målgruppen følger ikke af ydelsen. Vælg, hvilken borgeren hører til.",
        Field: nameof(ShiftBenefit.TargetGroup)
    );

    private const int FirstJudged = 2, LastJudged = 5;

    public static int? Of(int benefit, int? before) =>
        benefit is >= FirstJudged and <= LastJudged
            ? before is >= FirstJudged and <= LastJudged
                ? before
                : null
            : TargetGroupAdvice.Of(new(benefit, 0, false, true)).Group;
}
