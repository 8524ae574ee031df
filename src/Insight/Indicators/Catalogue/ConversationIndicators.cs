namespace Virker.Insight;

internal static class ConversationIndicators
{
    public static IReadOnlyList<Indicator> All =>
    [
        new("samtaler.holdt", "Holdte samtaler", "samtaler", 1, new Events(new FactSet(StandardFacts.Conversations)))
        {
            Definition = "Samtaler i kontaktforløbet, der er holdt i perioden.", Formula = "Antal samtaler.", Source = "Kommunens egne sager", Words = ["samtaler", "holdte", "kontaktforløb"],
        },
        new("samtaler.godt-behandlet", "Borgere, der føler sig godt behandlet", "pct.", 1, new Ratio(
            new Events(new FactSet(StandardFacts.ConversationSurvey).With("treated-well", "hoej-grad", "nogen-grad")), new Events(new FactSet(StandardFacts.ConversationSurvey))))
        {
            Definition = "Andel af svarene i samtaleundersøgelsen, hvor borgeren i høj eller nogen grad følte sig godt behandlet.", Formula = "Svar i høj eller nogen grad / alle svar, gange 100.",
            Source = "Kommunens samtaleundersøgelse", Decimals = 1, Rhythm = Rhythm.TwelveMonths, Words = ["værdighed", "værdig", "godt", "behandlet", "sagsbehandling", "oplever"],
        },
    ];
}
