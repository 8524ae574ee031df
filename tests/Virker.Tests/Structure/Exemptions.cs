namespace Virker.Tests.Structure;

/// <summary>
/// What a wall lets through for now: the exact violation, and what gets it off the list. A ratchet: one that is no
/// longer needed fails the test, so the list only gets shorter.
/// </summary>
internal sealed record Exemption(string Violation, string Until);

internal static class Wall
{
    /// <summary>Fails with every violation that is not exempt, and with every exemption that is not needed.</summary>
    public static void Holds(IEnumerable<string> violations, params IReadOnlyList<Exemption> exemptions)
    {
        var found = violations.Distinct().Order(StringComparer.Ordinal).ToList();
        var unexempt = found.Where(v => exemptions.All(e => e.Violation != v));
        var needless = exemptions
            .Where(e => !found.Contains(e.Violation))
            .Select(e => $"exemption no longer needed, take it off: {e.Violation}");
        var unreasoned = exemptions
            .Where(e => e.Until.Length < 10)
            .Select(e => $"exemption without what gets it off: {e.Violation}");
        string.Join('\n', unexempt.Concat(needless).Concat(unreasoned)).ShouldBeEmpty();
    }
}
