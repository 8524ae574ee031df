using Virker.Insight;

namespace Virker.Casework;

/// <summary>
/// Who is in an intervention: wage subsidies and internships by month and kind of workplace, and all of them together.
/// </summary>
internal sealed class InterventionFigures : IFigures
{
    private static readonly FactSet Interventions = new(InterventionFacts.Table);
    private static readonly FactSet Subsidies = Interventions.With(InterventionFacts.Kind, "loentilskud");
    private static readonly FactSet Internships = Interventions.With(InterventionFacts.Kind, "virksomhedspraktik");
    private static readonly FactSet Benefits = new(BenefitFacts.Table);

    public FigureArea Area => FigureAreas.Interventions;

    public IReadOnlyList<Indicator> All { get; } =
        [
            In("indsatser.loentilskud", "Personer i løntilskud", Subsidies),
            In("indsatser.praktik", "Personer i virksomhedspraktik", Internships),
            new(
                "indsatser.andel-i-tilbud",
                "Ydelsesmodtagere i et tilbud",
                "pct.",
                1,
                new Ratio(
                    new Group(new Present(Benefits, Presence.InPeriod) & new Present(Interventions, Presence.InPeriod)),
                    new Heads(Benefits, Presence.InPeriod)
                )
            )
            {
                Source = FactSources.Cases,
                Decimals = 1,
                MoreIsBetter = true,
            },
            new(
                "indsatser.fuldtidsaktiverede",
                "Fuldtidsaktiverede",
                "fuldtidspersoner",
                1,
                new FullTime(Interventions)
            )
            {
                Note = "To samtidige tilbud tæller begge.",
                Source = FactSources.Cases,
            },
        ];

    private static Indicator In(string id, string name, FactSet set) =>
        new(id, name, "personer", 1, new Heads(set, Presence.InPeriod))
        {
            Note = "Kan deles efter arbejdspladsens slags.",
            Source = FactSources.Cases,
        };
}
