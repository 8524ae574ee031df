using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// By when a newcomer has been offered an assessment of health, and whether it must be offered whatever one thinks.
/// </summary>
internal sealed class HealthOffer : IRule<HealthOffer.Facts, HealthOffer.Offer>
{
    private const string Quota = "quota-refugee";

    /// <param name="Newcomer">As whom the newcomer came.</param>
    public sealed record Facts([OneOf(Quota, "refugee", "family")] string Newcomer);

    /// <param name="Must">Offered to all of these; else where the need is judged to be there.</param>
    public sealed record Offer(bool Must, DateOnly By);

    public string Id => "integration.health_offer";

    public string Title => "Tilbud om helbredsmæssig vurdering";

    public string Anchor => "Dagen, kommunen overtog ansvaret for integrationen";

    public IEnumerable<Example> Examples =>
        [
            new("""{"newcomer": "quota-refugee"}""", "2026-03-02"),
            new("""{"newcomer": "family"}""", "2026-03-02"),
        ];

    public Outcome<Finding<Offer>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows("integration.health_offer.months", out int months)) return law.Refused;
        var (must, by) = (facts.Newcomer == Quota, law.Day.AddMonths(months));
        return law.Finds(
            new Offer(must, by),
            must
                ? Danish.Say($"Helbredsmæssig vurdering tilbydes, og den er holdt senest {by}.")
                : Danish.Say($"Helbredsmæssig vurdering tilbydes, hvor behovet vurderes, og er da holdt senest {by}."),
            must
                ? Danish.Say($"Du får tilbudt en samtale med en læge om dit helbred, senest {by:d. MMMM yyyy}.")
                : Danish.Say($"Har du brug for det, får du tilbudt en samtale med en læge senest {by:d. MMMM yyyy}.")
        );
    }
}
