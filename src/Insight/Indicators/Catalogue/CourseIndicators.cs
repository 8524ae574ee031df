namespace Virker.Insight;

/// <summary>How people come on a benefit, how long they stay, and who has paid hours beside it.</summary>
internal static class CourseIndicators
{
    private const string Cases = "Kommunens egne sager";

    private static readonly FactSet Benefits = new(StandardFacts.Benefits);

    public static IReadOnlyList<Indicator> All =>
        [
            new(
                "loennede-timer.gennemsnit",
                "Lønnede timer for hver borger med lønnede timer",
                "timer",
                1,
                new Ratio(new Total(Sets.PaidHours, "hours"), new Heads(Sets.PaidHours, Presence.InPeriod), 1)
            )
            {
                Source = "eIndkomst",
                Decimals = 1,
                MoreIsBetter = true,
            },
            new("ydelser.tilgang", "Nye forløb på ydelse", "forløb", 1, new Inflow(Benefits)) { Source = Cases },
            new("ydelser.afgang", "Afsluttede forløb på ydelse", "forløb", 1, new Outflow(Benefits)) { Source = Cases },
            new(
                "ydelser.varighed",
                "Gennemsnitlig varighed på ydelse",
                "uger",
                1,
                new Ratio(new FullTime(Benefits), new Heads(Benefits, Presence.InPeriod), 52)
            )
            {
                Note = "Som hos jobindsats. Det er ikke den gennemsnitlige længde af forløbene.",
                Source = Cases,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
            },
            new(
                "ydelser.varighed-afsluttede",
                "Gennemsnitlig varighed af afsluttede forløb",
                "dage",
                1,
                new MeanDuration(Benefits)
            )
            {
                Source = Cases,
            },
        ];
}
