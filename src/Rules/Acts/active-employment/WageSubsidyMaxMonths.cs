using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// How long a job with løntilskud may last, by target group and sector. Groups whose § has not been read whole are
/// refused.
/// </summary>
public sealed class WageSubsidyMaxMonths : IRule<WageSubsidyMaxMonths.Facts, WageSubsidyMaxMonths.Length>
{
    /// <param name="TargetGroup">LAB § 6, nr. 1–13.</param>
    /// <param name="Sector">private or public employer.</param>
    public sealed record Facts([Within(1, 13)] int TargetGroup, [OneOf("private", "public")] string Sector);

    /// <param name="Months">Months at the most; 0 where the group cannot have it.</param>
    public sealed record Length(int Months);

    public string Id => "wage_subsidy.max_months";

    public string Title => "Løntilskuddets længste varighed";

    public string Anchor => "Ansættelsens første dag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"target_group": 1, "sector": "private"}""", "2024-03-04"),
            new("""{"target_group": 1, "sector": "public"}""", "2024-03-04"),
            new("""{"target_group": 6, "sector": "public"}""", "2024-03-04"),
        ];

    public Outcome<Finding<Length>> Answer(Facts facts, LawOn law)
    {
        var name = facts switch
        {
            { TargetGroup: 1 or 2 or 4 or 12, Sector: "private" } => "private",
            { TargetGroup: 1 or 2 or 4 or 12 } => "public",
            { TargetGroup: 6 or 7 or 8 } => "sick",
            _ => null,
        };
        if (name is null) return Excluded(facts.TargetGroup, law);
        return law.Knows($"wage_subsidy.max_months.{name}", out int months)
            ? law.Finds(
                new Length(months),
                Danish.Say($"Løntilskud hos en {(facts.Sector == "private" ? "privat" : "offentlig")} arbejdsgiver for målgruppe {facts.TargetGroup} kan vare {months} måneder."),
                Danish.Say($"Du kan være ansat med løntilskud i op til {months} måneder.")
            )
            : law.Refused;
    }

    /// <summary>§ 66 keeps nr. 9 and 13 out; for the rest § 68 was only read in part.</summary>
    private static Outcome<Finding<Length>> Excluded(int targetGroup, LawOn law)
    {
        if (targetGroup is not (9 or 13) || !law.Has("wage_subsidy.max_months.private"))
            return new Refusal(
                "no-rule-at-date",
                Danish.Say($"Varigheden for målgruppe {targetGroup} er ikke fundet i loven den {law.Day}."),
                Place
            );
        law.Under(Place with { Paragraph = "66", Nr = null })
            .Fails(Danish.Say($"Målgruppe {targetGroup} kan ikke få løntilskud"), "En anden målgruppe.");
        return law.Finds(
            new Length(0),
            Danish.Say($"Målgruppe {targetGroup} kan ikke ansættes med løntilskud."),
            "Du kan ikke blive ansat med løntilskud i den gruppe, du er i nu."
        );
    }

    private static readonly LawRef Place = new("Lov om en aktiv beskæftigelsesindsats", "68", Nr: "2");
}
