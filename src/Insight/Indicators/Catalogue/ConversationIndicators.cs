namespace Virker.Insight;

internal static class ConversationIndicators
{
    private const string Survey = "Kommunens samtaleundersøgelse";

    private static readonly FactSet Answers = new(StandardFacts.ConversationSurvey);

    public static IReadOnlyList<Indicator> All =>
    [
        new("samtaler.holdt", "Holdte samtaler", "samtaler", 1, new Events(new FactSet(StandardFacts.Conversations)))
        {
            Definition = "Samtaler i kontaktforløbet, der er holdt i perioden.", Formula = "Antal samtaler.", Source = "Kommunens egne sager", Words = ["samtaler", "holdte", "kontaktforløb"],
        },
        new("samtaler.svar", "Svar på samtaleundersøgelsen", "svar", 1, new Events(Answers))
        {
            Definition = "Svar på de fire spørgsmål, som borgeren får efter en samtale, efter den måned samtalen er holdt i. Svar, der er for få til at vise, tæller ikke med.",
            Formula = "Antal svar.", Source = Survey, Rhythm = Rhythm.TwelveMonths, CountsPersons = false,
        },
        .. Question("godt-behandlet", "dignity", 2, "Borgere, der føler sig godt behandlet", "Jeg blev mødt med respekt og værdighed",
            ["værdighed", "værdig", "godt", "behandlet", "sagsbehandling", "oplever", "respekt"]),
        .. Question("muligheder", "options", 1, "Borgere, der fik øje på muligheder", "Jeg fik øje på muligheder, jeg kan bruge", []),
        .. Question("tiltro", "belief", 1, "Borgere, der oplever tiltro", "Min sagsbehandler tror på, at jeg kan komme i job eller uddannelse", []),
        .. Question("skridt-videre", "progress", 1, "Borgere, der kom et skridt videre", "Samtalen bragte mig et skridt videre", []),
    ];

    private static IReadOnlyList<Indicator> Question(string id, string column, int version, string name, string question, IReadOnlyList<string> words) =>
    [
        new($"samtaler.{id}", name, "pct.", version, new Ratio(new Events(Answers with { Minimums = [new(column, 4)] }), new Events(Answers)))
        {
            Definition = $"Andel af svarene efter en samtale, hvor borgeren svarer 4 eller 5 på en skala fra 1 (slet ikke) til 5 (i meget høj grad) på »{question}«. Svar, der er for få til at vise, tæller ikke med.",
            Formula = "Svar på 4 eller 5 / alle svar, gange 100.", Source = Survey, Decimals = 1, Rhythm = Rhythm.TwelveMonths, Words = words, CountsPersons = false, MoreIsBetter = true,
        },
        new($"samtaler.{id}.gennemsnit", $"{name}: gennemsnitligt svar", "point", 1, new Ratio(new Total(Answers, column), new Events(Answers), 1))
        {
            Definition = $"Gennemsnit af svarene efter en samtale på »{question}«, på en skala fra 1 (slet ikke) til 5 (i meget høj grad). Svar, der er for få til at vise, tæller ikke med.",
            Formula = "Summen af svarene / antal svar.", Source = Survey, Decimals = 1, Rhythm = Rhythm.TwelveMonths, CountsPersons = false, MoreIsBetter = true,
        },
    ];
}
