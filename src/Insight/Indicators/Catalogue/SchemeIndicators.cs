namespace Virker.Insight;

/// <summary>
/// Those who are marked for a scheme, and what follows. Shares and never effects: who comes into a scheme is chosen.
/// Beside others of the target group they stand in <see cref="SchemeFollowUp"/>.
/// </summary>
internal static class SchemeIndicators
{
    private const string Source = "Kommunens egne sager";
    private static readonly FactSet Marked = new(StandardFacts.Schemes);

    public static IReadOnlyList<Indicator> All =>
        [
            new(
                "saerlig-indsats.deltagere",
                "Deltagere i særlige indsatser",
                "borgere",
                1,
                new Heads(Marked, Presence.AtEnd)
            )
            {
                Source = Source,
            },
            After(6, "Uden ydelse", "uden-ydelse", new FactSet(StandardFacts.Benefits), isNot: true),
            After(12, "Uden ydelse", "uden-ydelse", new FactSet(StandardFacts.Benefits), isNot: true),
            After(6, "I job", "job", new FactSet(StandardFacts.Employment), isNot: false),
            After(12, "I job", "job", new FactSet(StandardFacts.Employment), isNot: false),
        ];

    private static Indicator After(int months, string what, string id, FactSet status, bool isNot) =>
        new($"saerlig-indsats.{id}-{months}-maaneder",
            $"{what} {(months == 6 ? "seks" : "tolv")} måneder efter, at borgeren kom med i en særlig indsats",
            "pct.", 1,
            new StatusAfter(Marked, CohortEvent.Begins, FollowUp.AfterMonths(months), status) { Negated = isNot })
        {
            Note = "Tallet er ikke en effekt: deltagerne er valgt ud, og nogle ville have klaret sig uden.",
            Source = Source + (id == "job" ? " og eIndkomst" : ""), Decimals = 1, Rhythm = Rhythm.TwelveMonths,
                MoreIsBetter = true,
        };
}
