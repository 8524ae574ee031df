using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Whether a wealth is within the limit for kontanthjælp.</summary>
internal sealed class AssistanceWealth : IRule<AssistanceWealth.Facts, AssistanceWealth.Wealth>
{
    public sealed record Facts(bool Couple, [Within(0)] decimal Kroner);

    public sealed record Wealth(decimal Limit, bool Within, decimal Above);

    public string Id => "assistance.wealth";

    public string Title => "Formuegrænse for kontanthjælp";

    public string Anchor => "Dagen, hjælpen søges";

    public IEnumerable<Example> Examples =>
        [
            new("""{"couple": false, "kroner": 12000}""", "2025-06-30"),
            new("""{"couple": false, "kroner": 12000}""", "2025-07-01"),
        ];

    public Outcome<Finding<Wealth>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows($"assistance.wealth.{(facts.Couple ? "couple" : "person")}", out decimal limit))
            return law.Refused;
        var above = Math.Max(0m, facts.Kroner - limit);
        if (above > 0)
            law.Fails(Danish.Say($"Formue på {facts.Kroner:#,0.##} kr."), Danish.Say($"Højst {limit:#,0.##} kr."));
        return law.Finds(
            new Wealth(limit, above == 0m, above),
            Danish.Say($"Formuegrænse {limit:#,0.##} kr.; {above:#,0.##} kr. over."),
            above == 0m
                ? "Din formue er inden for grænsen."
                : Danish.Say($"Du har {above:#,0.##} kr. mere, end man må have for at få kontanthjælp.")
        );
    }
}
