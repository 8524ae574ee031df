namespace Virker.Demo;

/// <summary>
/// A figure that a document prints, and the plain SQL that asks the register for the same (independent of the product's
/// own figures). Counts grow with the municipality; shares (<paramref name="IsShare"/>, in per cent) do not. The
/// register must cover <paramref name="From"/> to <paramref name="To"/>.
/// </summary>
public sealed record PrintedFact(
    string Text,
    string Source,
    double Printed,
    DateOnly From,
    DateOnly To,
    Func<RegisterSql, string> Question,
    bool IsShare = false
)
{
    /// <summary>Of a share, the SQL that asks how many it is a share of: it says how far chance may move it.</summary>
    public Func<RegisterSql, string>? Whole { get; init; }
}

/// <summary>
/// A fact beside the register's answer; <paramref name="Difference"/> is in per cent of what is expected at this size.
/// </summary>
public sealed record CheckedFact(
    string Text,
    string Source,
    double Printed,
    double Expected,
    double Register,
    double Difference,
    FactVerdict Verdict
);

public enum FactVerdict
{
    /// <summary>Within ten per cent.</summary>
    Ok,

    /// <summary>
    /// More than ten per cent off, but of so few that rounding and chance do that in a municipality of another size
    /// than the printed one.
    /// </summary>
    Few,

    /// <summary>More than ten per cent off.</summary>
    Outside,

    /// <summary>The register does not cover the time.</summary>
    NotCovered,
}
