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

    public static int? Of(ShiftBenefit wanted, int? before, Lawbook law) =>
        Benefit.MeansTested.Contains(wanted.Benefit)
            ? before is { } judged && TargetGroup.OnAssistance.Contains(judged)
                ? judged
                : null
            : AdvisedGroup.Of(new(wanted.Benefit, 0), law, wanted.From).Group;
}
