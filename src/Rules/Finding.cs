using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// What a rule answers: the answer itself, the §s it stands under, the parameters with dates that it rests on, the facts it was given and a
/// Danish sentence that says why. <see cref="Status"/> is the weakest of what it rests on.
/// </summary>
public sealed record Finding<TAnswer>(TAnswer Answer, string Why, IReadOnlyList<LawRef> Under, IReadOnlyList<UsedParameter> Parameters, IReadOnlyDictionary<string, object> Facts)
{
    public LawStatus Status => LawStatusWords.Weakest(Parameters.Select(p => p.Held.Status));
}
