namespace Virker.Kernel;

/// <summary>
/// A place in the law: act, § and, where the rule stands deeper, stykke and nummer. <paramref name="Address"/> is where it can be read.
/// </summary>
public sealed record LawRef(string Act, string Paragraph, string? Stk = null, string? Nr = null, string? Address = null)
{
    /// <summary>As a Danish jurist writes it: "Lov om … § 5, stk. 2, nr. 3".</summary>
    public override string ToString() =>
        $"{Act} § {Paragraph}{(Stk is null ? "" : $", stk. {Stk}")}{(Nr is null ? "" : $", nr. {Nr}")}";
}
