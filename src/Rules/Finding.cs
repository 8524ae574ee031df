using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A condition that was not met: what it was, what would meet it, and the day from which time alone meets it (null when it does not).
/// </summary>
public sealed record Unmet(string Condition, string WouldMeet, DateOnly? MetFrom = null);

/// <summary>
/// What a rule answers: the answer itself, a Danish sentence that says why, the §s it stands under, the parameters with dates that it rests
/// on, and the conditions that failed. <see cref="Status"/> is the weakest of what it rests on.
/// </summary>
public sealed record Finding<TAnswer>(TAnswer Answer, string Why, DateOnly On, IReadOnlyList<LawRef> Under, IReadOnlyList<UsedParameter> Parameters, IReadOnlyList<Unmet> Unmet)
{
    public LawStatus Status => LawStatusWords.Weakest(Parameters.Select(p => p.Held.Status));
}
