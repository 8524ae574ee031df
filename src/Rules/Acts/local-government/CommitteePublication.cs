using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Whether a list of cases or a decision must be published. For a committee's decisions there is no duty: the committee
/// may decide it, and confidentiality limits everything that is published.
/// </summary>
public sealed class CommitteePublication : IRule<CommitteePublication.Facts, CommitteePublication.Publication>
{
    /// <param name="Body">council or committee.</param>
    /// <param name="What">agenda (the list of cases) or decisions.</param>
    /// <param name="Confidential">Whether confidentiality covers it.</param>
    public sealed record Facts(
        [OneOf("council", "committee")] string Body,
        [OneOf("agenda", "decisions")] string What,
        bool Confidential = false
    );

    /// <param name="Must">A duty.</param>
    /// <param name="May">Allowed.</param>
    public sealed record Publication(bool Must, bool May);

    public string Id => "committee.publication";

    public string Title => "Offentliggørelse af dagsorden og beslutninger";

    public string Anchor => "Mødets dag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"body": "committee", "what": "agenda"}""", "2024-03-18"),
            new("""{"body": "committee", "what": "decisions"}""", "2024-03-18"),
            new("""{"body": "council", "what": "decisions"}""", "2024-03-18"),
            new("""{"body": "committee", "what": "decisions", "confidential": true}""", "2024-03-18"),
        ];

    public Outcome<Finding<Publication>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows($"committee.publication.{facts.Body}-{facts.What}", out int duty)
            || !law.Knows("committee.publication.limit", out string limit)
        )
            return law.Refused;
        if (facts.Confidential)
            law.Fails("Oplysningerne er fortrolige", Danish.Say($"{limit} sætter grænsen for, hvad der må offentliggøres."));
        var (must, may) = (duty == 1 && !facts.Confidential, !facts.Confidential);
        var who = facts.Body == "council" ? "Byrådets" : "Udvalgets";
        return law.Finds(
            new Publication(must, may),
            Danish.Say($"{who} {(facts.What == "agenda" ? "liste over sager" : "beslutninger")}: {(must ? "skal offentliggøres" : may ? "kan offentliggøres, når udvalget beslutter det" : "må ikke offentliggøres")} (grænse: {char.ToLowerInvariant(limit[0])}{limit[1..]})."),
            must ? "Det kan læses på kommunens hjemmeside."
                : may ? "Udvalget bestemmer selv, om det lægges på hjemmesiden."
                : "Det kan ikke læses på kommunens hjemmeside, fordi det er fortroligt."
        );
    }
}
