using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Name and address protection: its last day, and whether a company may be shown name and address.</summary>
internal sealed class CprProtection : IRule<CprProtection.Facts, CprProtection.Protection>
{
    /// <param name="Until">A later last day that the municipality has decided; null for the ordinary year.</param>
    /// <param name="AskedOn">The day that is asked about.</param>
    public sealed record Facts(DateOnly AskedOn, DateOnly? Until = null);

    public sealed record Protection(DateOnly LastDay, bool Protected);

    public string Id => "cpr.protection";

    public string Title => "Navne- og adressebeskyttelse";

    public string Anchor => "Den dag beskyttelsen begynder";

    public IEnumerable<Example> Examples =>
        [new("""{"asked_on": "2025-03-03"}""", "2024-03-04"), new("""{"asked_on": "2025-03-04"}""", "2024-03-04")];

    public Outcome<Finding<Protection>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows("cpr.protection.years", out int years) || !law.Knows("cpr.protection.what", out string what))
            return law.Refused;
        var ordinary = law.Day.AddYears(years).AddDays(-1);
        var last = facts.Until > ordinary ? facts.Until.Value : ordinary;
        var holds = facts.AskedOn >= law.Day && facts.AskedOn <= last;
        return law.Finds(
            new Protection(last, holds),
            Danish.Say($"Beskyttet til og med {last}. {what}."),
            holds
                ? Danish.Say($"Dit navn og din adresse er beskyttet til og med {last:d. MMMM yyyy}. Virksomheder får dem ikke af os.")
                : "Dit navn og din adresse er ikke beskyttet."
        );
    }
}
