using Virker.Insight;

namespace Virker.Casework;

/// <summary>How people come on a benefit, how long they stay, and who has paid hours beside it.</summary>
internal sealed class CourseFigures : IFigures
{
    private const string Cases = FactSources.Cases;

    private static readonly FactSet Benefits = new(BenefitFacts.Table);

    public FigureArea Area => FigureAreas.Benefits;

    public int Place => 30;

    public IReadOnlyList<Indicator> All { get; } =
        [
            new(
                "loennede-timer.gennemsnit",
                "Lønnede timer for hver borger med lønnede timer",
                "timer",
                1,
                new Ratio(
                    new Total(PaidHoursFacts.Some, PaidHoursFacts.Hours),
                    new Heads(PaidHoursFacts.Some, Presence.InPeriod),
                    1
                )
            )
            {
                Source = "eIndkomst",
                Decimals = 1,
                MoreIsBetter = true,
            },
            new("ydelser.tilgang", "Nye forløb på ydelse", "forløb", 1, new Inflow(Benefits)) { Source = Cases },
            new("ydelser.afgang", "Afsluttede forløb på ydelse", "forløb", 1, new Outflow(Benefits))
            {
                Source = Cases,
            },
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
