using Virker.Kernel;

namespace Virker.Rules;

/// <summary>How many members must be present for a committee to decide. Lov om kommunernes styrelse § 11, stk. 2 (the council; that a committee follows the same is unverified).</summary>
public static class CommitteeQuorum
{
    /// <param name="members">Members of the committee.</param>
    /// <param name="on">The day of the meeting.</param>
    public static Outcome<Finding<int>> Of(int members, DateOnly on)
    {
        if (members < 1) return new Refusal("bad-fact", "Udvalget skal have mindst ét medlem.");
        return Lawbook.Current["committee.quorum.share"].On(on).Match<Outcome<Finding<int>>>(
            share =>
            {
                var needed = (int)Math.Ceiling(members * share.Value);
                return new Finding<int>(needed, $"Mindst halvdelen af {members} medlemmer skal være til stede: {needed}.", [share.Parameter.Under], [share],
                    new Dictionary<string, object> { ["members"] = members });
            },
            refusal => refusal);
    }
}
