using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// The target group that the law of the day points to, with the reason in words; null where it must be judged by hand.
/// </summary>
public sealed record AdvisedGroup(int? Group, string Why)
{
    internal static AdvisedGroup Of(TargetGroupAdvice.Facts facts, Lawbook law, DateOnly today) =>
        law.Answer(new TargetGroupAdvice(), facts, today)
            .Match<AdvisedGroup>(
                found => new(found.Answer.TargetGroup, found.Why),
                refusal => new(null, $"{refusal.Text} Vælg målgruppen selv.")
            );
}
