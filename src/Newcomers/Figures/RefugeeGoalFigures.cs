using Virker.Casework;
using Virker.Insight;

namespace Virker.Newcomers;

/// <summary>The political goal that is about refugees.</summary>
internal sealed class RefugeeGoalFigures : IFigures
{
    private static readonly FactSet Refugees = new FactSet(PermitFacts.Table)
        .With(PermitFacts.Basis, "flygtning", "familiesammenfoert-flygtning")
        .Aged(16, 66);

    public FigureArea Area => FigureArea.PoliticalGoals;

    public int Place => 10;

    public IReadOnlyList<Indicator> All { get; } =
        [
            PoliticalShare.Of(
                "politik.flygtninge-i-beskaeftigelse",
                "Flygtninge i beskæftigelse",
                PoliticalShare.InWork(Refugees),
                true
            ) with
            {
                Source = NewcomerSources.CasesAndWages,
            },
        ];
}
