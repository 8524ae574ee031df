using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Whether a text can be a CPR number. Since 1 October 2007 numbers are given that do not pass modulus 11, and they
/// must be accepted (cpr.dk).
/// </summary>
public sealed class CprCheck : IRule<CprCheck.Facts, CprCheck.Answered>
{
    /// <param name="Cpr">Ten digits, with or without a hyphen.</param>
    public sealed record Facts(string Cpr);

    /// <param name="Valid">Ten digits that begin with a date.</param>
    /// <param name="Modulus11">Whether the check digit fits; only a warning when not.</param>
    /// <param name="Born">The birth date that the number tells.</param>
    public sealed record Answered(
        bool Valid,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("modulus_11")]
            bool? Modulus11,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Born
    );

    public string Id => "cpr.check";

    public string Title => "Kontrol af CPR-nummer";

    public string Anchor => "Uden betydning";

    public Outcome<Finding<Answered>> Answer(Facts facts, LawOn law)
    {
        if (!Cpr.TryParse(facts.Cpr, out var cpr))
            return law.Finds(
                new Answered(false, null, null),
                "Et CPR-nummer har ti cifre og begynder med en dato.",
                "Nummeret er skrevet forkert. Se efter på dit sundhedskort."
            );
        var number = cpr.Value;
        return law.Finds(
            new Answered(true, number.PassesModulus11, number.Born),
            number.PassesModulus11
                ? "Nummeret er gyldigt."
                : "Nummeret er gyldigt, men består ikke modulus 11: numre siden oktober 2007 behøver det ikke.",
            "Nummeret kan bruges."
        );
    }
}
