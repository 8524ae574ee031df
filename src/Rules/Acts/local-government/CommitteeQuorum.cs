using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// How many members must be present for a committee to decide. Lov om kommunernes styrelse § 11, stk. 2 (the council;
/// that a committee follows the same is unverified).
/// </summary>
public sealed class CommitteeQuorum : IRule<CommitteeQuorum.Facts, CommitteeQuorum.Present>
{
    /// <param name="Members">Members of the committee.</param>
    public sealed record Facts([Within(1)] int Members);

    /// <param name="Needed">Members that must be present.</param>
    public sealed record Present(int Needed);

    public string Id => "committee.quorum";

    public string Title => "Udvalgets beslutningsdygtighed";

    public string Anchor => "Mødets dag";

    public IEnumerable<Example> Examples =>
        [new("""{"members": 7}""", "2024-03-18"), new("""{"members": 9}""", "2024-03-18")];

    public static Outcome<Finding<Present>> Of(int members, DateOnly on) =>
        Lawbook.Current.Answer(new CommitteeQuorum(), new(members), on);

    public Outcome<Finding<Present>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows("committee.quorum.share", out decimal share)) return law.Refused;
        var needed = (int)Math.Ceiling(facts.Members * share);
        return law.Finds(
            new Present(needed),
            Danish.Say($"Mindst halvdelen af {facts.Members} medlemmer skal være til stede: {needed}."),
            Danish.Say($"Udvalget kan kun beslutte noget, når {needed} af {facts.Members} medlemmer er til stede.")
        );
    }
}
