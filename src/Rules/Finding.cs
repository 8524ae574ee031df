using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A condition that was not met: what it was, what would meet it, and the day from which time alone meets it (null when
/// it does not).
/// </summary>
public sealed record Unmet(string Condition, string WouldMeet, DateOnly? MetFrom = null);

/// <summary>The question that a finding answers: the rule and the facts that it used.</summary>
public sealed record Asked(string Rule, string Title, IReadOnlyDictionary<string, string> Facts);

/// <summary>
/// What a rule answers: the answer itself, a Danish sentence that says why, the §s it stands under, the parameters with
/// dates that it rests on, and the conditions that failed. <see cref="Status"/> is the weakest of what it rests on.
/// </summary>
public sealed record Finding<TAnswer>(
    TAnswer Answer,
    string Why,
    DateOnly On,
    IReadOnlyList<LawRef> Under,
    IReadOnlyList<UsedParameter> Parameters,
    IReadOnlyList<Unmet> Unmet
)
{
    /// <summary>
    /// The same in a Danish sentence for the citizen or the company that it is about; <see cref="Why"/> is for the case
    /// worker.
    /// </summary>
    public string Plainly { get; init; } = Why;

    /// <summary>What was asked: the rule's title, and the facts used, by name.</summary>
    public Asked? Asked { get; init; }

    public LawStatus Status => LawStatusWords.Weakest(Parameters.Select(p => p.Held.Status));
}
