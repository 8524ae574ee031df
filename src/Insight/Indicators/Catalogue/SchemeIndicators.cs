namespace Virker.Insight;

/// <summary>Those who are marked for a scheme, and what follows. Shares and never effects: who comes into a scheme is chosen. Beside others of the target group they stand in <see cref="SchemeFollowUp"/>.</summary>
internal static class SchemeIndicators
{
    private const string Source = "Kommunens egne sager";
    private static readonly FactSet Marked = new(StandardFacts.Schemes);

    public static IReadOnlyList<Indicator> All =>
    [
        new("saerlig-indsats.deltagere", "Deltagere i særlige indsatser", "borgere", 1, new Heads(Marked, Presence.AtEnd))
        {
            Definition = "Borgere, der på periodens sidste dag er mærket som deltagere i en særlig indsats.", Formula = "Antal borgere på sidste dag.", Source = Source,
        },
        After(6, "Uden ydelse", "uden-ydelse", "uden nogen ydelse", new StatusAfter(Marked, CohortEvent.Begins, FollowUp.AfterMonths(6), new(StandardFacts.Benefits)) { Negated = true }),
        After(12, "Uden ydelse", "uden-ydelse", "uden nogen ydelse", new StatusAfter(Marked, CohortEvent.Begins, FollowUp.AfterMonths(12), new(StandardFacts.Benefits)) { Negated = true }),
        After(6, "I job", "job", "i lønmodtagerbeskæftigelse", new StatusAfter(Marked, CohortEvent.Begins, FollowUp.AfterMonths(6), new(StandardFacts.Employment))),
        After(12, "I job", "job", "i lønmodtagerbeskæftigelse", new StatusAfter(Marked, CohortEvent.Begins, FollowUp.AfterMonths(12), new(StandardFacts.Employment))),
    ];

    private static Indicator After(int months, string what, string id, string status, StatusAfter measure) =>
        new($"saerlig-indsats.{id}-{months}-maaneder", $"{what} {(months == 6 ? "seks" : "tolv")} måneder efter, at borgeren kom med i en særlig indsats", "pct.", 1, measure)
        {
            Definition = $"Andel {status} {months} måneder efter den dag, borgeren blev mærket som deltager. Et års tal handler om dem, hvis opfølgningsdag ligger i året. Tallet er ikke en effekt: deltagerne er valgt ud, og nogle ville have klaret sig uden.",
            Formula = $"Deltagere, der er {status} på dagen / deltagere, der er fulgt så længe, gange 100.", Source = Source + (id == "job" ? " og eIndkomst" : ""), Decimals = 1, Rhythm = Rhythm.TwelveMonths, MoreIsBetter = true,
        };
}
