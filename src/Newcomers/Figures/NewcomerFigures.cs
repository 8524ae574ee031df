using Virker.Casework;
using Virker.Insight;

namespace Virker.Newcomers;

internal sealed class NewcomerFigures : IFigures
{
    private const string Cases = NewcomerSources.CasesAndWages;

    private static readonly FactSet Permits = new(PermitFacts.Table);
    private static readonly FactSet Employed = new(EmploymentFacts.Table);
    private static readonly FactSet Ukrainians = Permits.With(PermitFacts.Basis, "saerlov-ukraine").Aged(16, 66);

    internal static readonly FigureArea Newcomers = new("Nyankomne", 70);

    public FigureArea Area => Newcomers;

    public IReadOnlyList<Indicator> All { get; } =
        [
            new(
                "flygtninge.beskaeftigelse-efter-3-aar",
                "Flygtninge og deres familiesammenførte i beskæftigelse efter tre år",
                "pct.",
                1,
                new StatusAfter(
                    Permits.With(PermitFacts.Basis, "flygtning", "familiesammenfoert-flygtning"),
                    CohortEvent.Begins,
                    FollowUp.AfterMonths(36),
                    Employed
                )
                {
                    Except = [new FactSet(EducationFacts.Table), new FactSet(SpouseSupportFacts.Table)],
                }
            )
            {
                Source = Cases,
                OfficialTable = "jobindsats, integrationsindikatorer",
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["andel", "flygtninge", "familiesammenførte", "beskæftigelse", "tre", "år"],
            },
            new(
                "ukraine.beskaeftigelse",
                "Fordrevne fra Ukraine i beskæftigelse",
                "pct.",
                1,
                new Ratio(
                    new Group(new Present(Ukrainians, Presence.AtEnd) & new Present(Employed, Presence.AtEnd)),
                    new Heads(Ukrainians, Presence.AtEnd)
                )
            )
            {
                Source = Cases,
                OfficialTable = "jobindsats, ukrainere i beskæftigelse",
                Decimals = 1,
                Words = ["andel", "fordrevne", "ukraine", "ukrainere", "særloven", "beskæftigelse"],
            },
            new(
                "integration.i-program",
                "Nyankomne i programmet",
                "personer",
                1,
                new Heads(new FactSet(ProgrammeFacts.Table), Presence.AtEnd)
            )
            {
                Source = NewcomerSources.Cases,
                Words = ["integrationsprogram", "program", "nyankomne"],
            },
        ];
}
