using Virker.Insight;

namespace Virker.Casework;

internal sealed class ConversationFigures : IFigures
{
    private const string Scale =
        "Skalaen går fra 1 (slet ikke) til 5 (i meget høj grad). Svar, der er for få til at vise, tæller ikke med.";

    private static readonly FactSet Answers = new(SurveyFacts.Table);

    public FigureArea Area => FigureAreas.Conversations;

    public IReadOnlyList<Indicator> All { get; } =
    [
        new("samtaler.holdt", "Holdte samtaler", "samtaler", 1, new Events(new FactSet(ConversationFacts.Table)))
        {
            Source = FactSources.Cases, Words = ["samtaler", "holdte", "kontaktforløb"],
        },
        new("samtaler.svar", "Svar på samtaleundersøgelsen", "svar", 1, new Events(Answers))
        {
            Note = "Hver måneds svar er om samtalerne i måneden. Svar, der er for få til at vise, tæller ikke med.",
            Source = SurveyFacts.Source, Rhythm = Rhythm.TwelveMonths, CountsPersons = false,
        },
        .. Question(
            "godt-behandlet",
            SurveyFacts.Dignity,
            2,
            "Borgere, der føler sig godt behandlet",
            ["værdighed", "værdig", "godt", "behandlet", "sagsbehandling", "oplever", "respekt"]
        ),
        .. Question("muligheder", SurveyFacts.Options, 1, "Borgere, der fik øje på muligheder", []),
        .. Question("tiltro", SurveyFacts.Belief, 1, "Borgere, der oplever tiltro", []),
        .. Question("skridt-videre", SurveyFacts.Progress, 1, "Borgere, der kom et skridt videre", []),
    ];

    private static IReadOnlyList<Indicator> Question(
        string id,
        FactColumn column,
        int version,
        string name,
        IReadOnlyList<string> words
    ) =>
        [
            new(
                $"samtaler.{id}",
                name,
                "pct.",
                version,
                new Ratio(new Events(Answers with { Minimums = [new(column, 4)] }), new Events(Answers))
            )
            {
                Note = Scale,
                Source = SurveyFacts.Source,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words = words,
                CountsPersons = false,
                MoreIsBetter = true,
            },
            new(
                $"samtaler.{id}.gennemsnit",
                $"{name}: gennemsnitligt svar",
                "point",
                1,
                new Ratio(new Total(Answers, column), new Events(Answers), 1)
            )
            {
                Note = Scale,
                Source = SurveyFacts.Source,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                CountsPersons = false,
                MoreIsBetter = true,
            },
        ];
}
