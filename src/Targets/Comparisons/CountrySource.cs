namespace Virker.Targets;

/// <summary>
/// Where the country's figure of an indicator stands at jobindsats: table and column. Only shares; a number of persons
/// in the country says nothing beside a town's.
/// </summary>
internal sealed record CountrySource(string Indicator, string Table, string Column = CountrySource.ShareOfPopulation)
{
    public const string ShareOfPopulation = "Fuldtidspersoner i pct. af befolkningen 16-66 år";

    /// <summary>
    /// The tables as public clients know them (docs/operations/connectors.md); a table without the column is told of
    /// and not guessed at.
    /// </summary>
    public static IReadOnlyList<CountrySource> All { get; } =
    [
        new("dagpenge.andel", "y01a02"),
        new("sygedagpenge.andel", "y07a02"),
        new("fleksjob.andel", "y08a02"),
        new("ledighedsydelse.andel", "y09a02"),
        new("ressourceforloeb.andel", "y11a02"),
        new("jobafklaring.andel", "y12a02"),
        new("kontanthjaelp.andel", "y60a02"),
    ];
}
