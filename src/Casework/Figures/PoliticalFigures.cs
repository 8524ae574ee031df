using Virker.Insight;

namespace Virker.Casework;

/// <summary>
/// Those of the political goals that the cases alone tell; the modules above bring theirs. Committees name them without
/// defining them, so the definitions are Virker's own and say so.
/// </summary>
internal sealed class PoliticalFigures : IFigures
{
    /// <summary>In days: 52 weeks.</summary>
    private const int AYear = 364;

    private static readonly FactSet Municipal = BenefitFacts.On(
        "kontanthjaelp-jobparat",
        "kontanthjaelp-aktivitetsparat",
        "uddannelseshjaelp",
        "shho",
        "sygedagpenge",
        "jobafklaring",
        "ressourceforloeb",
        "ledighedsydelse",
        "fleksjob",
        "revalidering",
        "foertidspension"
    );
    private static readonly FactSet Supervised = BenefitFacts.On(
        "dagpenge",
        "sygedagpenge",
        "jobafklaring",
        "kontanthjaelp-jobparat",
        "kontanthjaelp-aktivitetsparat",
        "uddannelseshjaelp",
        "shho"
    );
    private static readonly FactSet Unemployed = BenefitFacts.On("dagpenge", "kontanthjaelp-jobparat");
    private static readonly FactSet LongTerm = new FactSet(BenefitFacts.Table).With(
        BenefitFacts.Benefit,
        "dagpenge",
        "kontanthjaelp-jobparat"
    ) with
    {
        Gap = Gap.Days(28),
    };

    public FigureArea Area => FigureArea.PoliticalGoals;

    public IReadOnlyList<Indicator> All { get; } =
        [
            Benefits("politik.kommunal-forsoergelse", "Borgere på kommunal forsørgelse", Municipal) with
            {
                Note = "Kommunen betaler ydelserne helt eller delvist. " + PoliticalShare.Own,
            },
            Benefits(
                "politik.skaerpet-tilsyn",
                "Borgere på de tre ydelsesgrupper i det skærpede tilsyn",
                Supervised
            ) with
            {
                OfficialTable = "jobindsats Y30R21",
            },
            PoliticalShare.Of(
                "politik.beskaeftigelse",
                "Borgere i beskæftigelse",
                PoliticalShare.InWork(Residents.OfWorkingAge),
                true
            ) with
            {
                Note = "Selvstændige er ikke i registeret. " + PoliticalShare.Own,
            },
            Benefits("politik.ledige", "Borgere tilmeldt som ledige", Unemployed),
            PoliticalShare.Of(
                "politik.langtidsledige",
                "Langtidsledige af de ledige",
                new Ratio(new LongerThan(LongTerm, AYear), new Heads(LongTerm, Presence.AtEnd)),
                false
            ) with
            {
                Note =
                    "Afbrydelser tæller som hos Danmarks Statistik. jobindsats kræver i stedet 80 pct. af de seneste 52 uger. "
                    + PoliticalShare.Own,
            },
        ];

    private static Indicator Benefits(string id, string name, FactSet benefits) =>
        PoliticalShare.Of(
            id,
            name,
            new Ratio(new FullTime(benefits.Aged(16, 66)), new FullTime(Residents.OfWorkingAge)),
            false
        );
}
