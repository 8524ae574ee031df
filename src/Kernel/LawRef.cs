namespace Virker.Kernel;

/// <summary>
/// A place in the law: act, § and, where the rule stands deeper, stykke and nummer. An empty
/// <paramref name="Paragraph"/> means that the § has not been found; "kap. 13" that only the chapter has. <paramref
/// name="Address"/> is where it can be read.
/// </summary>
public sealed record LawRef(string Act, string Paragraph, string? Stk = null, string? Nr = null, string? Address = null)
{
    /// <summary>As a Danish jurist writes it: "Lov om … § 5, stk. 2, nr. 3".</summary>
    public override string ToString() =>
        $"{Act}{(Paragraph.Length == 0 ? "" : Paragraph.StartsWith("kap", StringComparison.Ordinal) ? $" {Paragraph}" : $" § {Paragraph}")}{(Stk is null ? "" : $", stk. {Stk}")}{(Nr is null ? "" : $", nr. {Nr}")}";
}
