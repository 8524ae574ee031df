using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Whether a conversation must hold guidance about repatriation.</summary>
public sealed class RepatriationGuidance : IRule<RepatriationGuidance.Facts, RepatriationGuidance.Guidance>
{
    /// <param name="Conversation">contract (follow-up of the integration contract), job, or sickness.</param>
    /// <param name="InScope">The person is one whom the act of repatriation covers.</param>
    public sealed record Facts([OneOf("contract", "job", "sickness")] string Conversation, bool InScope);

    public sealed record Guidance(bool Due);

    public string Id => "repatriation.guidance";

    public string Title => "Vejledning om repatriering ved samtaler";

    public string Anchor => "Samtalens dag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"conversation": "job", "in_scope": true}""", "2024-03-04"),
            new("""{"conversation": "sickness", "in_scope": false}""", "2024-03-04"),
        ];

    public Outcome<Finding<Guidance>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows($"repatriation.guidance.{facts.Conversation}", out int every)) return law.Refused;
        var due = facts.InScope && every == 1;
        if (!facts.InScope)
            law.Fails(
                "Borgeren er ikke omfattet af repatrieringsloven",
                "Vejledningen gives kun til den, loven omfatter."
            );
        return law.Finds(
            new Guidance(due),
            due
                ? "Der vejledes om repatriering ved hver samtale af denne slags."
                : "Der skal ikke vejledes om repatriering.",
            due
                ? "Ved samtalen fortæller vi om muligheden for støtte til at rejse hjem, hvis du selv ønsker det."
                : "Samtalen handler ikke om repatriering."
        );
    }
}
