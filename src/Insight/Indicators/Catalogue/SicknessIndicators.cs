namespace Virker.Insight;

internal static class SicknessIndicators
{
    private static readonly FactSet Sick = Sets.Benefit("sygedagpenge");

    public static IReadOnlyList<Indicator> All =>
        [
            new(
                "sygedagpenge.andel",
                "Sygemeldte i pct. af befolkningen 16-66 år",
                "pct.",
                1,
                new Ratio(new FullTime(Sick.Aged(16, 66)), new FullTime(Sets.Residents))
            )
            {
                Source = Sets.RegisterSource,
                OfficialTable = "jobindsats Y07A02",
                Decimals = 2,
                Words = ["andel", "sygemeldte", "borgere", "sygedagpenge", "sygefravær"],
            },
            new(
                "sygedagpenge.delvis-raskmeldt",
                "Delvist raskmeldte af de sygemeldte",
                "pct.",
                1,
                new Ratio(
                    new Group(
                        new Present(Sick, Presence.AtEnd)
                            & new Present(new FactSet(StandardFacts.PartialReturn), Presence.AtEnd)
                    ),
                    new Heads(Sick, Presence.AtEnd)
                )
            )
            {
                Source = "Kommunens sygedagpengesager",
                Decimals = 1,
                Words = ["delvist", "delvis", "raskmeldte", "raskmelding", "sygemeldte"],
            },
        ];
}
