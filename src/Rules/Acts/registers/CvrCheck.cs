using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Whether a text can be a CVR number: eight digits whose weighted sum is divisible by 11 (erhvervsstyrelsen.dk,
/// modulus 11).
/// </summary>
public sealed class CvrCheck : IRule<CvrCheck.Facts, CvrCheck.Answered>
{
    /// <param name="Cvr">Eight digits.</param>
    public sealed record Facts(string Cvr);

    public sealed record Answered(bool Valid);

    public string Id => "cvr.check";

    public string Title => "Kontrol af CVR-nummer";

    public string Anchor => "Uden betydning";

    public IEnumerable<Example> Examples =>
        [new("""{"cvr": "13585628"}""", "2024-01-01"), new("""{"cvr": "13585627"}""", "2024-01-01")];

    public Outcome<Finding<Answered>> Answer(Facts facts, LawOn law)
    {
        var valid = Cvr.TryParse(facts.Cvr, out _);
        return law.Finds(
            new Answered(valid),
            valid ? "Nummeret består kontrollen." : "Et CVR-nummer har otte cifre, og kontrolsummen skal gå op i 11.",
            valid ? "CVR-nummeret kan bruges." : "CVR-nummeret er skrevet forkert."
        );
    }
}
