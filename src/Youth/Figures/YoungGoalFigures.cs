using Virker.Casework;
using Virker.Insight;

namespace Virker.Youth;

/// <summary>The political goal that is about the young.</summary>
internal sealed class YoungGoalFigures : IFigures
{
    private static readonly FactSet Young = new FactSet(ResidenceFacts.Table).Aged(18, 29);

    private static readonly FactSet Educated = new FactSet(QualificationFacts.Table).With(
        QualificationFacts.Level,
        "ungdomsuddannelse",
        "videregaaende"
    );

    public FigureArea Area => FigureArea.PoliticalGoals;

    public int Place => 20;

    public IReadOnlyList<Indicator> All { get; } =
        [
            PoliticalShare.Of(
                "politik.unge-uden-uddannelse",
                "Unge uden uddannelse og uden for uddannelse og job",
                new Ratio(new Group(WithNothing), new Heads(Young, Presence.AtEnd)),
                false
            ) with
            {
                Source = YouthSources.DatabaseAndWages,
                Owner = YouthFigures.Effort,
            },
        ];

    private static Who WithNothing =>
        new Present(Young, Presence.AtEnd)
            .Except(new Present(Educated, Presence.AtEnd))
            .Except(new Present(new FactSet(EducationFacts.Table), Presence.AtEnd))
            .Except(new Present(new FactSet(EmploymentFacts.Table), Presence.AtEnd));
}
