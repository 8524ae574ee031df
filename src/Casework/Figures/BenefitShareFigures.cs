using Virker.Insight;

namespace Virker.Casework;

/// <summary>
/// Each large benefit as a share of the population, as jobindsats tells it for the country and for each municipality
/// (tables A02).
/// </summary>
internal sealed class BenefitShareFigures : IFigures
{
    public FigureArea Area => FigureAreas.Benefits;

    public int Place => 10;

    public IReadOnlyList<Indicator> All { get; } =
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
            new Ratio(new FullTime(BenefitFacts.On(benefits).Aged(16, 66)), new FullTime(Residents.OfWorkingAge))
        )
        {
            Source = FactSources.CasesAndPersons,
            OfficialTable = $"jobindsats {table}",
            Decimals = 2,
            MoreIsBetter = name == "fleksjob" ? null : false,
        };
}
