using Virker.Insight;

namespace Virker.Tests.Targets;

/// <summary>The few codes that the sample town uses, with their keys in the code lists.</summary>
internal static class SampleCodes
{
    public static readonly Dimension Benefit = new(
        "benefit",
        "Ydelse",
        [
            new(1, "dagpenge", "A-dagpenge"),
            new(2, "kontanthjaelp-jobparat", "Kontanthjælp (jobparat)"),
            new(3, "kontanthjaelp-aktivitetsparat", "Kontanthjælp (aktivitetsparat)"),
            new(4, "uddannelseshjaelp", "Uddannelseshjælp"),
            new(5, "shho", "SHO"),
            new(6, "sygedagpenge", "Sygedagpenge"),
            new(7, "jobafklaring", "Jobafklaring"),
            new(8, "ressourceforloeb", "Ressourceforløb"),
            new(9, "ledighedsydelse", "Ledighedsydelse"),
            new(10, "fleksjob", "Fleksjob"),
            new(11, "revalidering", "Revalidering"),
            new(12, "foertidspension", "Førtidspension"),
        ]
    );

    public static readonly Dimension Group = new("target-group", "Målgruppe", [new(1, "lab-6-1", "Dagpengemodtagere")]);

    public static readonly Dimension Kind = new(
        "intervention",
        "Indsats",
        [
            new(4, "vejledning-opkvalificering", "Vejledning og opkvalificering"),
            new(5, "ordinaer-uddannelse", "Ordinær uddannelse"),
            new(6, "voksenlaerling", "Voksenlærling"),
        ]
    );
}
