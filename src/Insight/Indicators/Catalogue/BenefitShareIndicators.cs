namespace Virker.Insight;

/// <summary>
/// Each large benefit as a share of the population, as jobindsats tells it for the country and for each municipality
/// (tables A02).
/// </summary>
internal static class BenefitShareIndicators
{
    public static IReadOnlyList<Indicator> All =>
        [
            Share(
                "kontanthjaelp.andel",
                "kontanthjælp",
                "Y60A02",
                "kontanthjaelp-jobparat",
                "kontanthjaelp-aktivitetsparat"
            ),
            Share("ressourceforloeb.andel", "ressourceforløb", "Y11A02", "ressourceforloeb"),
            Share("jobafklaring.andel", "jobafklaring", "Y12A02", "jobafklaring"),
            Share("ledighedsydelse.andel", "ledighedsydelse", "Y09A02", "ledighedsydelse"),
            Share("fleksjob.andel", "fleksjob", "Y08A02", "fleksjob"),
        ];

    private static Indicator Share(string id, string name, string table, params string[] benefits) =>
        new(
            id,
            $"Borgere på {name} i pct. af befolkningen 16-66 år",
            "pct.",
            1,
            new Ratio(new FullTime(Sets.Benefit(benefits).Aged(16, 66)), new FullTime(Sets.Residents))
        )
        {
            Source = Sets.RegisterSource,
            OfficialTable = $"jobindsats {table}",
            Decimals = 2,
            MoreIsBetter = name == "fleksjob" ? null : false,
        };
}
