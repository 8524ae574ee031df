namespace Virker.Kernel;

/// <summary>
/// Why something was not done. <paramref name="Code"/> is stable (noun.reason, for tests and logs); <paramref name="Text"/> is a
/// Danish sentence that can be said to a citizen and says what to do; <paramref name="Under"/> is the § where a § is the reason;
/// <paramref name="Field"/> names the form field that it concerns.
/// </summary>
public sealed record Refusal(string Code, string Text, LawRef? Under = null, string? Field = null);
